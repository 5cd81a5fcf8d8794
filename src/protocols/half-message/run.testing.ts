/** Runs of the protocol for its tests. */
import type { Message, RoleId, Settings } from '../../engine/model.ts';
import { put } from '../../engine/network.ts';
import { channelId, worldKey } from '../../engine/world.ts';
import { choose, deliver, enginesOf, fire, play, type Move, type Moves, type Play } from '../shared/moves.testing.ts';
import { ledger } from './ledger.ts';
import { halfMessageModel } from './model.ts';
import { read, type HalfMessageWorld } from './read.ts';

/** The engine at these settings, the same one each time. */
export const engineOf = enginesOf(halfMessageModel);

/** Runs the moves from the start at these settings. */
export const runAt = (settings: Settings, ...moves: readonly Moves[]): Play => play(engineOf(settings), ...moves);

/** Puts a message on the network that nobody sent: what a recorded run's harness did. */
export function inject(from: RoleId, to: RoleId, message: Message): Move {
  return (before) => {
    const id = channelId(from, to);
    const network = { ...before.world.network, [id]: put(before.world.network[id] ?? [], message, 'multiset') };
    return { ...before, world: { ...before.world, network } };
  };
}

// Usual ways

type Outcome = 'commit' | 'rollback' | 'unknow' | 'throw' | 'throw-late';

export const place = (tx = 'o1', role: RoleId = 'producer'): Move => choose('placeOrder', { tx }, role);
export const finish = (outcome: Outcome): Move => choose('finish', { outcome });
/** The half message is stored and its local transaction runs. */
export const started = (tx = 'o1'): Moves => [place(tx), deliver('halfMessage', { tx }), deliver('sendResult', { tx })];
/** The local transaction has ended so, and its endTransaction is on the way. */
export const ended = (outcome: Outcome, tx = 'o1'): Moves => [started(tx), finish(outcome), returns];
/** The COMMIT has reached the broker. */
export const committed = (tx = 'o1'): Moves => [ended('commit', tx), deliver('endTransaction', { tx })];
export const end: Move = deliver('endTransaction');
export const returns: Move = fire('endTransactionDelay');
export const op: Move = fire('opWrite');
export const consumed: Moves = [deliver('message'), fire('consumeMessage')];
export const pass: Move = fire('transactionCheckInterval');
export const old: Move = fire('transactionTimeOut');
/** The producer is asked and its checker answers. */
export const answered: Moves = [deliver('checkTransactionState'), fire('checkLocalTransaction')];
/** The producer is asked and a person answers for its checker. */
export const answeredBy = (answer: 'COMMIT' | 'ROLLBACK' | 'UNKNOW'): Moves => [
  deliver('checkTransactionState'),
  choose('answerCheck', { answer }),
];

export function times(count: number, ...moves: readonly Moves[]): Moves {
  return Array.from({ length: count }, () => moves);
}

// Looking

export const seen = ({ world }: Play): HalfMessageWorld => read(world);

/** Every message of this type that was put on a network, in order, as `to` and its fields. */
export function sent({ records }: Play, type: string): readonly Message[] {
  return records.flatMap((record) => (record.kind === 'sent' && record.message.type === type ? [record.message] : []));
}

/** `order state points verdict` of every line of the ledger. */
export function verdicts({ engine, world }: Pick<Play, 'engine' | 'world'>): readonly string[] {
  return ledger(world, engine.model.settings).map(
    ({ order, state, points, verdict }) => `${order} ${state} ${points} ${verdict}`,
  );
}

/** The messages of this type in flight. */
export function inFlight({ world }: Play, type: string): readonly Message[] {
  return Object.values(world.network)
    .flat()
    .filter((message) => message.type === type);
}

/** What stands in the queues of the broker: transactions of the half queue, op bodies, messages, discards. */
export function queues(run: Play) {
  const { halfTopic, topic, checker } = seen(run);
  return {
    half: halfTopic.half.map(({ tx, checkTimes }) => (checkTimes === 0 ? tx : `${tx}+${checkTimes}`)),
    op: halfTopic.op,
    orders: topic.orders.map(({ tx }) => tx),
    discarded: checker.discarded.map(({ tx }) => tx),
  };
}

/** The steps that a person or the environment could take now, by kind and name. */
export function possible({ engine, world }: Play): readonly string[] {
  return engine.enabled(world).map((step) => {
    switch (step.kind) {
      case 'deliver':
      case 'drop':
      case 'duplicate':
      case 'choose':
        return `${step.kind} ${step.message.type}`;
      case 'fire':
        return `fire ${step.delay}`;
      case 'crash':
        return `crash ${step.process} ${step.crash}`;
      case 'restart':
        return `restart ${step.process}`;
    }
  });
}

export const sameWorld = (one: Play, other: Play): boolean => worldKey(one.world) === worldKey(other.world);
