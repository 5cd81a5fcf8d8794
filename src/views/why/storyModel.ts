/** How an order came to be inconsistent: which steps say it, and which safeguards would have prevented it. */
import { remembered } from '../../engine/remembered.ts';
import type { Settings } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import { beginTimeline, extend, lastFrame, stepsOf, type Frame, type Timeline } from '../../engine/timeline.ts';
import { ledToEnd } from '../../player/leading.ts';
import type { LedgerLine, Protocol, Safeguard } from '../../protocols/protocol.ts';
import type { BeliefNotes } from '../../protocols/shared/beliefs.ts';
import { engineFor } from '../../scenario/engines.ts';
import { INCONSISTENT } from '../ledger/ledgerModel.ts';
import { columnAt, columnsOf, type Held } from '../knows/knowsModel.ts';

type ToldVerdict = (typeof INCONSISTENT)[number];

export interface Story {
  readonly order: string;
  readonly verdict: ToldVerdict;
  /** What the order's row says, and so what was promised. */
  readonly promise: 'committed' | 'aborted' | 'undecided';
  /** The step that made it so. */
  readonly promisedAt: Frame;
  /** The step since which the verdict stands. */
  readonly happenedAt: Frame;
  /** Who goes by what is not so, and what each of them holds. */
  readonly unnoticed: readonly Held[];
}

/** One story for every order that is not consistent at the cursor. */
export const storiesAt = remembered(
  (notes: BeliefNotes, protocol: Protocol, timeline: Timeline, cursor: number): readonly Story[] => {
    const past = timeline.frames.slice(0, cursor + 1);
    const ledgers = past.map(({ world }) => protocol.ledger(world, timeline.engine.model.settings));
    return (ledgers.at(-1) ?? []).flatMap(({ order, state, verdict }) => {
      const told = INCONSISTENT.find((known) => known === verdict);
      if (told === undefined) return [];
      const promise = state === 'committed' || state === 'aborted' ? state : 'undecided';
      const isIn = (is: (line: LedgerLine) => boolean) => (lines: readonly LedgerLine[]) =>
        lines.some((line) => line.order === order && is(line));
      const promisedAt = ledgers.findIndex(isIn((line) => promise === 'undecided' || line.state === state));
      const happenedAt = ledgers.findLastIndex((lines) => !isIn((line) => line.verdict === verdict)(lines)) + 1;
      const columns = columnsOf(notes, protocol, timeline, order);
      const held = columns[columnAt(columns, cursor) ?? -1]?.held ?? [];
      return [
        {
          order,
          verdict: told,
          promise,
          promisedAt: past[promisedAt] ?? timeline.frames[0],
          happenedAt: past[happenedAt] ?? timeline.frames[0],
          unnoticed: held.filter(({ standing }) => standing === 'wrong' || standing === 'stale'),
        },
      ];
    });
  },
);

/** The same steps at other settings, and how they end. */
export interface Prevented {
  readonly safeguard: Extract<Safeguard, { readonly kind: 'setting' }>;
  readonly settings: Settings;
  readonly steps: readonly Step[];
}

/** The safeguards that are not in place. */
export function missingSafeguards(protocol: Protocol, settings: Settings): readonly Prevented['safeguard'][] {
  return protocol.safeguards.flatMap((safeguard) =>
    safeguard.kind === 'setting' && settings[safeguard.setting] !== safeguard.on ? [safeguard] : [],
  );
}

/**
 * The run again with a safeguard in place: every step that is still possible when its turn comes, and what follows by
 * itself. Null where that ends no better.
 */
export function preventedBy(
  protocol: Protocol,
  timeline: Timeline,
  safeguard: Prevented['safeguard'],
): Prevented | null {
  const settings = { ...timeline.engine.model.settings, [safeguard.setting]: safeguard.on };
  const again = stepsOf(timeline).reduce<Timeline>(
    (before, step) => {
      const extended = extend(before, step);
      return extended.ok ? extended.timeline : before;
    },
    beginTimeline(engineFor(protocol, settings)),
  );
  const led = ledToEnd(again, protocol);
  const lines = protocol.ledger(lastFrame(led).world, led.engine.model.settings);
  const isWell = lines.length > 0 && lines.every(({ verdict }) => verdict === 'consistent' || verdict === 'late');
  return isWell ? { safeguard, settings, steps: stepsOf(led) } : null;
}

const answers = new WeakMap<Timeline, Promise<readonly Prevented[]>>();

/** Replayed one safeguard at a time, so that the page goes on; the same promise for everybody who asks about this run. */
export function preventionsOf(protocol: Protocol, timeline: Timeline): Promise<readonly Prevented[]> {
  const known = answers.get(timeline);
  if (known !== undefined) return known;
  const answer = replayed(protocol, timeline);
  answers.set(timeline, answer);
  return answer;
}

async function replayed(protocol: Protocol, timeline: Timeline): Promise<readonly Prevented[]> {
  const found: Prevented[] = [];
  for (const safeguard of missingSafeguards(protocol, timeline.engine.model.settings)) {
    await new Promise((rested) => setTimeout(rested));
    found.push(...[preventedBy(protocol, timeline, safeguard)].filter((one) => one !== null));
  }
  return found;
}
