/** Who held what of an order at each step of a run, and how that stood to the truth. */
import type { Model } from '../../engine/model.ts';
import { remembered } from '../../engine/remembered.ts';
import type { Frame, Timeline } from '../../engine/timeline.ts';
import { isCrashed } from '../../engine/world.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import {
  standingOf,
  truthBelief,
  truthOf,
  type Belief,
  type BeliefNotes,
  type Lane,
  type Standing,
  type Truth,
} from '../../protocols/shared/beliefs.ts';

/** What one party holds in one world. */
export interface Held {
  readonly lane: Lane;
  readonly belief: Belief;
  readonly standing: Standing;
  /** Its process is down: nobody can ask it. */
  readonly isDown: boolean;
}

/** Steps between which nobody changes its mind, counted from the start. */
export interface Column {
  readonly from: number;
  readonly to: number;
  readonly truth: Truth;
  /** In the order of the lanes. */
  readonly held: readonly Held[];
}

/** The same belief over one or more columns. */
export interface Bar extends Held {
  readonly first: number;
  readonly last: number;
}

/** From the step that placed the order on; none for an order that is not placed. */
export const columnsOf = remembered(
  (notes: BeliefNotes, protocol: Protocol, { engine, frames }: Timeline, order: string): readonly Column[] => {
    const columns: Column[] = [];
    for (const [at, frame] of frames.entries()) {
      const here = readDown(notes, protocol, engine.model, frame, order);
      const last = columns.at(-1);
      if (here === null) continue;
      if (last !== undefined && isSame(last.held, here.held)) columns[columns.length - 1] = { ...last, to: at };
      else columns.push({ from: at, to: at, ...here });
    }
    return columns;
  },
);

/** One frame of a run, which a longer run shares; null before the order was placed. */
const readDown = remembered(
  (notes: BeliefNotes, protocol: Protocol, { settings, roles }: Model, frame: Frame, order: string) => {
    const line = protocol.ledger(frame.world, settings).find((one) => one.order === order);
    if (line === undefined) return null;
    const truth = truthOf(line, notes.isDecided?.(frame.world, order) ?? false);
    const told = truthBelief(line);
    return { truth, held: notes.lanes(roles).map((lane) => heldIn(notes, lane, frame, { order, truth, told })) };
  },
);

interface Asked {
  readonly order: string;
  readonly truth: Truth;
  readonly told: Belief;
}

function heldIn(notes: BeliefNotes, lane: Lane, { world }: Frame, { order, truth, told }: Asked): Held {
  const belief = lane.process === null ? told : notes.belief(world, lane.id, order);
  // A database is not down with the service that uses it.
  const isDown = lane.process !== null && !isRows(lane) && isCrashed(world, lane.process);
  return { lane, belief, standing: standingOf(belief.claim, truth), isDown };
}

function isRows({ about }: Lane): boolean {
  return about === 'database' || about === 'points';
}

function isSame(one: readonly Held[], other: readonly Held[]): boolean {
  return one.every((held, index) => isSameHeld(held, other[index]));
}

function isSameHeld(one: Held, other: Held | undefined): boolean {
  if (other === undefined || one.standing !== other.standing || one.isDown !== other.isDown) return false;
  return one.belief.count === other.belief.count && one.belief.says.join() === other.belief.says.join();
}

/** One lane as bars; first and last are columns. */
export const barsOf = remembered((columns: readonly Column[], lane: number): readonly Bar[] => {
  const bars: Bar[] = [];
  for (const [index, { held }] of columns.entries()) {
    const here = held[lane];
    const last = bars.at(-1);
    if (here === undefined) continue;
    if (last !== undefined && isSameHeld(last, here)) bars[bars.length - 1] = { ...last, last: index };
    else bars.push({ ...here, first: index, last: index });
  }
  return bars;
});

/** The column that a step lies in; null before the order was placed. */
export function columnAt(columns: readonly Column[], cursor: number): number | null {
  const at = columns.findIndex(({ from, to }) => from <= cursor && cursor <= to);
  return at < 0 ? null : at;
}

export interface Sentence {
  readonly key: 'open' | 'rows' | 'log' | 'know' | 'early' | 'wrong' | 'stale' | 'fine';
  readonly lanes: readonly Lane[];
}

/** Reading a column down: who could decide, and who goes by something that is not so. */
export function summaryOf({ truth, held }: Column): readonly Sentence[] {
  const where = (is: (one: Held) => boolean): readonly Lane[] => held.filter(is).map(({ lane }) => lane);
  const about = (key: 'early' | 'wrong' | 'stale'): readonly Sentence[] => {
    const lanes = where(({ standing }) => standing === key);
    return lanes.length === 0 ? [] : [{ key, lanes }];
  };
  const off = [...about('early'), ...about('wrong'), ...about('stale')];
  const fine: readonly Sentence[] = off.length === 0 && !truth.isPending ? [{ key: 'fine', lanes: [] }] : [];
  return [...knowing(truth, held, where), ...off, ...fine];
}

function knowing(
  { order }: Truth,
  held: readonly Held[],
  where: (is: (one: Held) => boolean) => readonly Lane[],
): readonly Sentence[] {
  if (order === 'open') return [{ key: 'open', lanes: [] }];
  const lanes = where((one) => !one.isDown && one.standing === 'fits' && KNOWING.has(one.belief.claim));
  if (lanes.length > 0) return [{ key: 'know', lanes }];
  const isInLog = held.some(({ lane }) => lane.about === 'decision');
  return [{ key: isInLog ? 'log' : 'rows', lanes: [] }];
}

/** Claims that only who has heard how the order ended can make. */
const KNOWING: ReadonlySet<Belief['claim']> = new Set(['committed', 'not-committed', 'owed', 'dealt-with'] as const);

/** The same belief over some steps. */
export interface Stretch extends Held {
  readonly from: number;
  readonly to: number;
}

/** One lane by steps, for the rows under the timeline. */
export function stretchesOf(columns: readonly Column[], lane: number): readonly Stretch[] {
  return barsOf(columns, lane).map(({ first, last, ...held }) => ({
    ...held,
    from: columns[first]?.from ?? 0,
    to: columns[last]?.to ?? 0,
  }));
}
