/** Every protocol with one fault of each kind: how many states, how long, and how soon something is found. */
import { protocols } from '../../src/protocols/registry.ts';
import type { Protocol } from '../../src/protocols/protocol.ts';
import { searchFor } from '../../src/verifier/answer.ts';
import type { FaultBudget, Question } from '../../src/verifier/question.ts';
import { measured, type Row } from './row.ts';

const FAULTS: FaultBudget = { crash: 1, drop: 1, duplicate: 1 };
const STATES_MAX = 1_000_000;
const PORTION = 1_000;

/** What makes spaces of half messages and message tables small; each protocol reads its own. */
const SMALL = { 'check-max': '1', 'reconsume-max': '0', 'attempts-max': '1' };

export function libraryRows(): readonly Row[] {
  return protocols.flatMap((protocol) => [
    ...exploredRows(protocol, 'its usual settings', {}),
    ...(protocol.id === 'half-message'
      ? exploredRows(protocol, 'no check-back', { ...SMALL, 'check-back': 'off' })
      : []),
    ...(protocol.id === 'local-message-table' ? exploredRows(protocol, 'one attempt', SMALL) : []),
    ...weakenedRows(protocol),
  ]);
}

function exploredRows(protocol: Protocol, how: string, settings: Question['settings']): readonly Row[] {
  const { states, complete, ms } = explored(protocol, settings, [], false);
  const name = `${protocol.id} at faults 1/1/1, ${how}`;
  const isBarred = complete && states < 50_000;
  return [
    measured(`${name}: states${complete ? '' : ' when it stopped'}`, states, ''),
    measured(`${name}: all questions`, ms, 'ms', isBarred ? { atMost: 300 } : {}),
  ];
}

/** For each safeguard that a setting takes away: how soon the first broken promise is found. */
function weakenedRows(protocol: Protocol): readonly Row[] {
  return (protocol.safeguards ?? []).flatMap((safeguard): readonly Row[] => {
    if (safeguard.kind === 'protocol') return [];
    const [off] = safeguard.off;
    const properties = ['no-lost', 'no-phantom', 'no-duplicate', 'half-invisible'];
    return properties.flatMap((property): readonly Row[] => {
      const { steps, ms } = explored(protocol, { [safeguard.setting]: off }, [property], true);
      if (steps === null) return [];
      const what = `${protocol.id}, ${safeguard.setting} ${off}: ${property} broken after ${steps} steps, found in`;
      return [measured(what, ms, 'ms', { atMost: 300 })];
    });
  });
}

function explored(
  protocol: Protocol,
  settings: Question['settings'],
  properties: readonly string[],
  stopsEarly: boolean,
) {
  const asked = { protocol: protocol.id, settings, faults: FAULTS, orders: 1, properties, reduces: true };
  const begun = performance.now();
  const search = searchFor(protocol, { ...asked, statesMax: stopsEarly ? STATES_MAX / 20 : STATES_MAX, stopsEarly });
  while (search.advance(PORTION));
  const { states, complete, findings } = search.report();
  const steps = stopsEarly ? (findings[0]?.run?.length ?? null) : null;
  return { states, complete, steps, ms: performance.now() - begun };
}
