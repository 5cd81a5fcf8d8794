/** Reads `--faults crash=1,drop=1,failover=1,others=1` and `--persons 1` for a protocol at its settings. */
import type { Settings } from '../engine/model.ts';
import type { TextKey } from '../i18n/book.ts';
import type { TextValues } from '../i18n/fill.ts';
import type { Protocol } from '../protocols/protocol.ts';
import type { FaultBudget, MishapBudget } from '../verifier/question.ts';

export type FaultsRead =
  | { readonly faults: FaultBudget; readonly mishaps: MishapBudget }
  | { readonly complaint: TextKey<'cli'>; readonly values: TextValues };

const COUNT_MAX = 9;
const COMMON = ['crash', 'drop', 'duplicate', 'others'] as const;

interface Given {
  /** Empty for none. */
  readonly faults: string;
  readonly persons: string | undefined;
}

/** Each part is optional. A fault that is given twice, or that the protocol does not have, is a complaint. */
export function readFaults(protocol: Protocol, settings: Settings, { faults: list, persons }: Given): FaultsRead {
  const known: readonly string[] = [...COMMON, ...protocol.kinds.faults];
  const counts = new Map<string, number>();
  for (const part of list === '' ? [] : list.split(',')) {
    const [, name = '', count = ''] = /^([A-Za-z]+(?:-[A-Za-z]+)*)=(\d)$/.exec(part) ?? [];
    if (count === '') return { complaint: 'cli-verify-faults', values: { max: COUNT_MAX, value: list } };
    if (counts.has(name)) return { complaint: 'cli-verify-fault-twice', values: { fault: name, value: list } };
    if (!known.includes(name))
      return { complaint: 'cli-verify-no-such-fault', values: { fault: part, known: known.join(', ') } };
    if (Number(count) > 0 && !canHappen(protocol, settings, name))
      return { complaint: 'cli-verify-never', values: { fault: name, protocol: protocol.id } };
    counts.set(name, Number(count));
  }
  if (persons !== undefined && !/^\d$/.test(persons))
    return { complaint: 'cli-verify-persons', values: { max: COUNT_MAX, value: persons } };
  const of = (name: string): number => counts.get(name) ?? 0;
  const kinds = protocol.kinds.faults.filter((kind) => counts.has(kind));
  return {
    faults: { crash: of('crash'), drop: of('drop'), duplicate: of('duplicate') },
    mishaps: {
      kinds: Object.fromEntries(kinds.map((kind) => [kind, of(kind)])),
      others: of('others'),
      persons: Number(persons ?? 0),
    },
  };
}

/** Whether the model has such a fault at these settings: processes that crash, or messages that can be lost or doubled. */
function canHappen(protocol: Protocol, settings: Settings, fault: string): boolean {
  const { processes, channels } = protocol.model(settings);
  if (fault === 'crash') return processes.some(({ crashKinds }) => crashKinds.length > 0);
  if (fault === 'drop' || fault === 'duplicate')
    return channels.some(({ kind }) => kind === 'multiset' || kind === 'fifo');
  return fault !== 'others' || protocol.kinds.faults.length > 0;
}
