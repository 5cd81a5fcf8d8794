/** Runs of the local message table for its tests. */
import { nextStep } from '../../engine/autoplay.ts';
import type { RoleId, Settings } from '../../engine/model.ts';
import { extend, lastFrame, replay, stepsOf, type Timeline } from '../../engine/timeline.ts';
import { choose, deliver, enginesOf, fire, play, type Move, type Moves, type Play } from '../shared/moves.testing.ts';
import { ledger } from './ledger.ts';
import { localMessageTableModel } from './model.ts';
import { read, type LocalMessageTableWorld } from './read.ts';

/** The engine at these settings, the same one each time. */
export const engineOf = enginesOf(localMessageTableModel);

export const runAt = (settings: Settings, ...moves: readonly Moves[]): Play => play(engineOf(settings), ...moves);

export const place = (tx = 'o1'): Move => choose('placeOrder', { tx });
export const finish = (outcome: 'commit' | 'rollback', tx = 'o1'): Move => choose('finish', { tx, outcome });
/** Order and row are committed, and the relay is not told yet. */
export const committed = (tx = 'o1'): Moves => [place(tx), finish('commit', tx)];
export const hint: Move = fire('afterCommitSend');
export const age: Move = fire('minimumAge');
export const poll = (relay: RoleId = 'relay'): Move => fire('pollInterval', relay);
export const publish = (relay: RoleId = 'relay'): Move => fire('publishDelay', relay);
export const mark = (relay: RoleId = 'relay'): Move => fire('markDelay', relay);
export const stored: Move = deliver('publish');
export const confirmed: Move = deliver('confirm');
/** The relay has the row and has sent it. */
export const sent = (tx = 'o1'): Moves => [committed(tx), hint, publish()];
/** The broker has it and says so; the row is SENT. */
export const marked = (tx = 'o1'): Moves => [sent(tx), stored, confirmed, mark()];
export const consumed: Moves = [deliver('message'), fire('consumeMessage')];
export const acked: Moves = [fire('persistConsumerOffset'), deliver('consumerOffset')];
export const replied: Moves = [fire('reply'), deliver('pointsConfirmed')];

const REST_STEPS_MAX = 500;

/** Nobody interferes until nothing changes any more. */
export const rest: Move = (before) => {
  let { timeline } = replay(before.engine, before.steps);
  for (let count = 0; count < REST_STEPS_MAX; count += 1) {
    const step = nextStep(timeline);
    const extended = step === null ? null : extend(timeline, step);
    if (extended === null) return playOf(timeline);
    if (!extended.ok) throw new Error(`Expected autoplay to take a possible step; got ${JSON.stringify(step)}.`);
    ({ timeline } = extended);
  }
  throw new Error(`Expected the run to come to rest within ${REST_STEPS_MAX} steps.`);
};

function playOf(timeline: Timeline): Play {
  const { world, records } = lastFrame(timeline);
  const all = timeline.frames.flatMap((frame) => frame.records);
  return { engine: timeline.engine, world, steps: stepsOf(timeline), records: all, last: records };
}

// Looking

export const seen = ({ world }: Play): LocalMessageTableWorld => read(world);

/** `tx status attempts wait owner` of every row of the message table. */
export function rows(run: Play): readonly string[] {
  return seen(run).database.rows.map(
    ({ tx, event, status, attempts, wait, owner }) =>
      `${tx}${event === undefined ? '' : ` ${event}`} ${status} ${attempts} ${wait ?? '-'} ${owner ?? '-'}`,
  );
}

/** What stands in the queue, in order: the order, and the event where it is not the order itself. */
export function queue(run: Play): readonly string[] {
  return seen(run).topic.orders.map(({ tx, event }) => (event === undefined ? tx : `${tx} ${event}`));
}

/** `order state points verdict` of every line of the ledger. */
export function verdicts({ engine, world }: Pick<Play, 'engine' | 'world'>): readonly string[] {
  return ledger(world, engine.model.settings).map(
    ({ order, state, points, verdict }) => `${order} ${state} ${points} ${verdict}`,
  );
}
