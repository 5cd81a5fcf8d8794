/** Every protocol with one fault of each kind: how many states, how long, and how soon a missing safeguard shows. */
import type { Settings } from '../../src/engine/model.ts';
import type { Protocol } from '../../src/protocols/protocol.ts';
import { protocols } from '../../src/protocols/registry.ts';
import { searchFor } from '../../src/verifier/answer.ts';
import type { FaultBudget, Question, Report } from '../../src/verifier/question.ts';
import { measured, type Row } from './row.ts';

const FAULTS: FaultBudget = { crash: 1, drop: 1, duplicate: 1 };
const PROMISES = ['no-lost', 'no-phantom', 'no-duplicate', 'half-invisible'];
const PORTION = 1_000;
/** A space that is larger is not explored to its end here. */
const STATES_MAX = 100_000;
const PROMISES_STATES_MAX = 1_000_000;
/** As many as the page looks at while a reader reads the question. */
const WARM_UP_STATES = 300;
const ANSWER_MS = 300;
/** Below this, every question is answered at once. */
const SMALL_SPACE = 50_000;

export function libraryRows(): readonly Row[] {
  return protocols.flatMap((protocol) => {
    const settings = settingsOf(protocol);
    const { rows, broken } = exploredRows(protocol, 'all safeguards on', settings);
    return [
      ...rows,
      ...(protocol.id === 'half-message'
        ? exploredRows(protocol, 'no check-back', { ...settings, 'check-back': 'off' }).rows
        : []),
      ...weakenedRows(protocol, settings, broken),
      ...(protocol.id === 'half-message' ? [1, 2].flatMap((orders) => promiseRows(protocol, settings, orders)) : []),
    ];
  });
}

/** Only whether a promise can be broken, to the end. */
function promiseRows(protocol: Protocol, settings: Settings, orders: number): readonly Row[] {
  const bounds = { orders, statesMax: PROMISES_STATES_MAX, stopsEarly: false };
  const { report, ms } = answered(protocol, { settings, properties: [], reduction: 'promises', ...bounds });
  const name = `${protocol.id} at faults 1/1/1, ${orders} ${orders === 1 ? 'order' : 'orders'}, promises`;
  return [
    measured(`${name}: states${report.complete ? '' : ' when it stopped'}`, report.states, ''),
    measured(`${name}: bytes per state`, report.bytesPerState, ''),
    measured(`${name}: all of them`, ms, 'ms'),
  ];
}

/** Every safeguard on, and as few rounds as an exploration suggests. */
function settingsOf({ settings, safeguards }: Protocol): Settings {
  const rounds = settings.flatMap((spec) =>
    spec.kind === 'number' && spec.explored !== undefined ? [[spec.name, String(spec.explored)]] : [],
  );
  const on = safeguards.flatMap((safeguard) =>
    safeguard.kind === 'setting' ? [[safeguard.setting, safeguard.on]] : [],
  );
  return Object.fromEntries([...rounds, ...on]);
}

/** All questions at once; and which promises are broken. */
function exploredRows(protocol: Protocol, how: string, settings: Settings) {
  const { report, ms } = answered(protocol, { settings, properties: [], statesMax: STATES_MAX, stopsEarly: false });
  const { states, complete, findings } = report;
  const name = `${protocol.id} at faults 1/1/1, ${how}`;
  const rows = [
    measured(`${name}: states${complete ? '' : ' when it stopped'}`, states, ''),
    measured(`${name}: all questions`, ms, 'ms', complete && states < SMALL_SPACE ? { atMost: ANSWER_MS } : {}),
  ];
  return { rows, broken: findings.flatMap(({ id, verdict }) => (verdict === 'violated' ? [id] : [])) };
}

/** For each safeguard that a setting takes away: how soon a promise is found broken that is kept with it. */
function weakenedRows(protocol: Protocol, settings: Settings, broken: readonly string[]): readonly Row[] {
  const kept = PROMISES.filter((id) => !broken.includes(id));
  return protocol.safeguards.flatMap((safeguard) => {
    if (safeguard.kind === 'protocol') return [];
    const { setting } = safeguard;
    return safeguard.off.flatMap((value) =>
      kept.flatMap((id): readonly Row[] => {
        const asked = { settings: { ...settings, [setting]: value }, properties: [id], stopsEarly: true };
        answered(protocol, { ...asked, statesMax: WARM_UP_STATES });
        const { report, ms } = answered(protocol, { ...asked, statesMax: STATES_MAX });
        const [finding] = report.findings;
        if (finding?.verdict !== 'violated') return [];
        const what = `${protocol.id}, ${setting} ${value}: ${id} broken after ${finding.run?.length} steps, found in`;
        return [measured(what, ms, 'ms', { atMost: ANSWER_MS })];
      }),
    );
  });
}

type Asked = Pick<Question, 'settings' | 'properties' | 'statesMax' | 'stopsEarly'> & Partial<Question>;

function answered(protocol: Protocol, asked: Asked): { readonly report: Report; readonly ms: number } {
  const begun = performance.now();
  const search = searchFor(protocol, {
    protocol: protocol.id,
    faults: FAULTS,
    orders: 1,
    // As the page asks.
    reduction: 'as-needed',
    ...asked,
  });
  while (search.advance(PORTION));
  const report = search.report();
  return { report, ms: performance.now() - begun };
}
