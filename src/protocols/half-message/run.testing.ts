/** Runs of the protocol for tests, as lists of moves: each names, by message, delay or role, the one step that it means. */
import { createEngine, type Engine } from '../../engine/engine.ts';
import { stable, type Data } from '../../engine/data.ts';
import type { CrashKind, DelayName, Message, RoleId, Settings } from '../../engine/model.ts';
import { put } from '../../engine/network.ts';
import type { NoteFields, RunRecord } from '../../engine/record.ts';
import type { Step } from '../../engine/step.ts';
import { channelId, worldKey, type World } from '../../engine/world.ts';
import { ledger } from './ledger.ts';
import { halfMessageModel } from './model.ts';
import { read, type HalfMessageWorld } from './read.ts';

/** A run so far. */
export interface Play {
  readonly engine: Engine;
  readonly world: World;
  readonly steps: readonly Step[];
  /** What happened, in order, from the start. */
  readonly records: readonly RunRecord[];
  /** What happened in the last step. */
  readonly last: readonly RunRecord[];
}

export type Move = (play: Play) => Play;
export type Moves = Move | readonly Moves[];

/** Runs the moves from the start at these settings; a move that names no step, or several, throws. */
export function play(settings: Settings, ...moves: readonly Moves[]): Play {
  const engine = engineOf(settings);
  const { world, records } = engine.initial;
  return go({ engine, world, steps: [], records, last: records }, ...moves);
}

/** Goes on from a run. */
export function go(from: Play, ...moves: readonly Moves[]): Play {
  return moves.reduce<Play>((before, move) => (typeof move === 'function' ? move(before) : go(before, ...move)), from);
}

const engines = new Map<string, Engine>();

/** The engine at these settings, the same one each time. */
export function engineOf(settings: Settings): Engine {
  const key = stable(settings);
  const known = engines.get(key) ?? createEngine(halfMessageModel(settings));
  engines.set(key, known);
  return known;
}

// Moves

type Match = { readonly [field: string]: Data };

export const deliver = (type: string, match: Match = {}): Move => transfer('deliver', type, match);
export const drop = (type: string, match: Match = {}): Move => transfer('drop', type, match);
export const duplicate = (type: string, match: Match = {}): Move => transfer('duplicate', type, match);

function transfer(kind: 'deliver' | 'drop' | 'duplicate', type: string, match: Match): Move {
  const name = `${kind} ${type} ${stable(match)}`;
  return theOne(name, (step) => step.kind === kind && step.message.type === type && fits(step.message, match));
}

export function fire(delay: DelayName, role?: RoleId): Move {
  const isMeant = (step: Step): boolean =>
    step.kind === 'fire' && step.delay === delay && (role === undefined || step.role === role);
  return theOne(`fire ${role ?? ''} ${delay}`, isMeant);
}

export function choose(type: string, match: Match = {}, role?: RoleId): Move {
  const isMeant = (step: Step): boolean =>
    step.kind === 'choose' &&
    step.message.type === type &&
    fits(step.message, match) &&
    (role === undefined || step.role === role);
  return theOne(`choose ${type} ${stable(match)}`, isMeant);
}

export const crash = (process: string, kind: CrashKind = 'process'): Move =>
  apply({ kind: 'crash', process, crash: kind });
export const restart = (process: string): Move => apply({ kind: 'restart', process });

/** Puts a message on the network that nobody sent: what a recorded run's harness did. */
export function inject(from: RoleId, to: RoleId, message: Message): Move {
  return (before) => {
    const id = channelId(from, to);
    const network = { ...before.world.network, [id]: put(before.world.network[id] ?? [], message, 'multiset') };
    return { ...before, world: { ...before.world, network } };
  };
}

function theOne(name: string, isMeant: (step: Step) => boolean): Move {
  return (before) => {
    const enabled = before.engine.enabled(before.world);
    const [step, ...others] = enabled.filter(isMeant);
    if (step === undefined || others.length > 0) {
      const found = (step === undefined ? enabled : [step, ...others]).map((one) => JSON.stringify(one)).join('\n');
      throw new Error(`Expected one step for “${name}”; found ${step === undefined ? 'none' : 'several'}:\n${found}`);
    }
    return apply(step)(before);
  };
}

/** One given step. */
function apply(step: Step): Move {
  return ({ engine, world, steps, records }) => {
    const outcome = engine.apply(world, step);
    if (!outcome.ok) throw new Error(`Expected ${JSON.stringify(step)}; got ${JSON.stringify(outcome.refusal)}.`);
    return {
      engine,
      world: outcome.world,
      steps: [...steps, step],
      records: [...records, ...outcome.records],
      last: outcome.records,
    };
  };
}

function fits(message: Message, match: Match): boolean {
  return Object.entries(match).every(([field, value]) => stable(message[field]) === stable(value));
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

/** The fields of every note of this kind, in order. */
export function notes({ records }: Pick<Play, 'records'>, what: string): readonly NoteFields[] {
  return records.flatMap((record) => (record.kind === 'noted' && record.what === what ? [record.fields] : []));
}

/** What was told in the last step. */
export function told({ last }: Play): readonly string[] {
  return last.flatMap((record) => (record.kind === 'noted' ? [record.what] : []));
}

/** Why roles did not act in the last step. */
export function ignored({ last }: Play): readonly string[] {
  return last.flatMap((record) => (record.kind === 'ignored' ? [`${record.role}: ${record.reason}`] : []));
}

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
