/** Runs of the textbook protocol for its tests. */
import type { Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import { choose, deliver, enginesOf, fire, play, type Move, type Moves, type Play } from '../shared/moves.testing.ts';
import { ledger } from './ledger.ts';
import { twoPhaseCommitModel } from './model.ts';
import { read } from './read.ts';

/** The engine at these settings, the same one each time. */
export const engineOf = enginesOf(twoPhaseCommitModel);

export const run = (...moves: readonly Moves[]): Play => play(engineOf({}), ...moves);
export const runAt = (settings: Settings, ...moves: readonly Moves[]): Play => play(engineOf(settings), ...moves);

export const place = (tx = 'o1'): Move => choose('placeOrder', { tx });
export const to = (participant: string, type: string): Move => deliver(type, { to: participant });
export const work = (participant: string): Move => fire('work', participant);
export const vote = (participant: string): Move => deliver('vote', { from: participant });
/** Both databases work on the order. */
export const asked: Moves = [place(), to('order-db', 'prepare'), to('points-db', 'prepare')];
/** Both have promised, and their votes are on the way. */
export const prepared: Moves = [asked, work('order-db'), work('points-db')];
export const voted: Moves = [prepared, vote('order-db'), vote('points-db')];
export const logged: Moves = [voted, fire('decide')];
export const announced: Moves = [logged, fire('announce')];
export const committed: Moves = [announced, to('order-db', 'commit'), to('points-db', 'commit')];
export const acknowledged = (participant: string): Move => deliver('ack', { from: participant });

/** `order state points verdict` of every line of the ledger. */
export function verdicts({ world }: { readonly world: World }): readonly string[] {
  return ledger(world).map(({ order, state, points, verdict }) => `${order} ${state} ${points} ${verdict}`);
}

/** What each participant says of an order. */
export function branches({ world }: Play, tx = 'o1'): readonly string[] {
  return read(world).participants.map((one) => one.branches[tx] ?? 'none');
}

/** The coordinator's log, as `commit o1`. */
export const log = ({ world }: Play): readonly string[] =>
  read(world).coordinator.log.map(({ kind, tx }) => `${kind} ${tx}`);

/** What is in flight, as `receiver type`. */
export function flying({ world }: Play): readonly string[] {
  return Object.entries(world.network).flatMap(([channel, messages]) =>
    messages.map(({ type }) => `${channel.replace(/^.*>/, '')} ${type}`),
  );
}
