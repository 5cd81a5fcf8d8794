/**
 * The settled worlds of one order under a budget of faults, written as the fault table writes them: row, copies/points
 * (SPEC.md, "The fault table"). A timer that means "I have waited long enough" fires early only as a fault (SPEC.md, "Abstractions").
 */
import { stable } from '../../engine/data.ts';
import { explore, type Exploration } from '../../engine/explore.testing.ts';
import type { RoleId, Settings } from '../../engine/model.ts';
import type { RunRecord } from '../../engine/record.ts';
import type { Step } from '../../engine/step.ts';
import { inFlight, type World } from '../../engine/world.ts';
import { acksFirst } from '../shared/settings.ts';
import { read, RELAYS } from './read.ts';
import { engineOf } from './run.testing.ts';

/** The faults of the table, as steps. */
export type Fault =
  | 'abort'
  | 'orderCrash'
  | 'crashBetween'
  | 'publishFails'
  | 'relayCrash'
  | 'confirmLost'
  | 'brokerLoses'
  | 'brokerDrops'
  | 'leaseExpires'
  | 'windowOver'
  | 'consumerCrash'
  | 'databaseDown'
  | 'replyLost'
  | 'earlyResend'
  | 'poison'
  | 'refuse'
  | 'purge'
  | 'failover';

export type Budget = { readonly [fault in Fault]?: number };

export interface Outcomes {
  readonly outcomes: readonly string[];
  readonly states: number;
  readonly worlds: readonly World[];
  /** No run comes back to where it was. */
  readonly isAcyclic: () => boolean;
}

const explored = new Map<string, Outcomes>();

/** Remembered, because several rules look at the same worlds. */
export function outcomesOf(settings: Settings, budget: Budget = {}): Outcomes {
  const key = stable([settings, budget]);
  const known = explored.get(key) ?? exploreAll(settings, budget);
  explored.set(key, known);
  return known;
}

function exploreAll(settings: Settings, budget: Budget): Outcomes {
  const { settled, states, worlds, isAcyclic } = explore({
    engine: engineOf(settings),
    kindOf: (world, step) => kindOf(world, step, { settings, budget }),
    budget: { ...budget },
    counts: copies,
  });
  const outcomes = settled.map(({ world, count }) => written(world, count));
  return { outcomes: [...new Set(outcomes)].sort(), states, worlds, isAcyclic };
}

/** Copies that the broker accepted, or was believed to have accepted. */
export function copies(record: RunRecord): number {
  return record.kind === 'noted' && (record.what === 'message-stored' || record.what === 'confirmed-not-kept') ? 1 : 0;
}

function written(world: World, count: number): string {
  const { database, consumer, topic } = read(world);
  const state = database.orders['o1'] ?? 'none';
  const status = database.rows.find(({ tx, event }) => tx === 'o1' && event === undefined)?.status ?? 'absent';
  const order = state === 'committed' ? '' : `${state}, `;
  const dead = topic.dead.length === 0 ? '' : `, ${topic.dead.length} dead`;
  return `${order}${status} ${count}/${consumer.points['o1']?.added ?? 0}${dead}`;
}

/** Between the two local transactions that write order and row apart, or at any other time. */
function orderCrashKind(world: World): Kind {
  return (read(world).orderService?.half.length ?? 0) > 0 ? { fault: 'crashBetween' } : { fault: 'orderCrash' };
}

/** An automatic acknowledgement is the broker's own: nothing comes before it (LT-M8). */
function isAckedOnArrival(world: World, settings: Settings): boolean {
  return acksFirst(settings) && inFlight(world, 'consumer', 'topic').length > 0;
}

type CrashStep = Extract<Step, { kind: 'crash' }>;

interface Asked {
  readonly settings: Settings;
  readonly budget: Budget;
}

type Kind = ReturnType<Exploration['kindOf']>;

/**
 * Who is down comes back, and what is consumed is acknowledged, before anything else happens: the others would do the same
 * before and after. Only a fault comes in between.
 */
function kindOf(world: World, step: Step, asked: Asked): Kind {
  const kind = ownKindOf(world, step, asked);
  if (kind !== 'free') return kind;
  if (world.crashed.length > 0) return step.kind === 'restart' ? kind : 'never';
  return isAckDue(world) && !isAck(step) ? 'never' : kind;
}

function isAckDue(world: World): boolean {
  return (
    world.timers['consumer']?.includes('persistConsumerOffset') === true ||
    inFlight(world, 'consumer', 'topic').length > 0
  );
}

function isAck(step: Step): boolean {
  if (step.kind === 'fire') return step.delay === 'persistConsumerOffset';
  return step.kind === 'deliver' && step.message.type === 'consumerOffset';
}

function ownKindOf(world: World, step: Step, asked: Asked): Kind {
  if (world.crashed.length > 0 && step.kind !== 'restart' && step.kind !== 'drop') return 'never';
  switch (step.kind) {
    case 'deliver':
      return 'free';
    case 'duplicate':
      return 'never';
    case 'restart':
      return 'free';
    case 'fire':
      return fireKind(world, step.role, step.delay);
    case 'choose':
      return chooseKind(world, step);
    case 'crash':
      return crashKind(world, step, asked);
    case 'drop':
      return dropKind(world, step);
  }
}

function fireKind(world: World, role: RoleId, delay: string): Kind {
  switch (delay) {
    case 'confirmTimeout':
      return isAnswerComing(world, role) ? 'never' : 'free';
    case 'dedupWindow':
      return { fault: 'windowOver' };
    case 'leaseTime':
      return isAnyRelayBusy(world) ? { fault: 'leaseExpires' } : 'free';
    case 'confirmationOverdue':
      return isUnderWay(world) ? { fault: 'earlyResend' } : 'free';
    default:
      return 'free';
  }
}

function isAnswerComing(world: World, role: RoleId): boolean {
  return inFlight(world, role, 'broker').length > 0 || inFlight(world, 'broker', role).length > 0;
}

function isAnyRelayBusy(world: World): boolean {
  return read(world).relays.some(({ context }) => context !== null && context.row !== null);
}

/** A copy is with the broker or the consumer, or an acknowledgement is on its way. */
function isUnderWay(world: World): boolean {
  const { topic, consumer, publishes } = read(world);
  const stored =
    topic.orders.length > topic.consumed.orders ||
    topic.retry.length > topic.consumed.retry ||
    topic.scheduled.length > 0;
  return (
    stored ||
    consumer.inbox.length > 0 ||
    publishes.length > 0 ||
    isAnyRelayBusy(world) ||
    inFlight(world, 'topic', 'consumer').length > 0 ||
    inFlight(world, 'consumer', 'order-service').length > 0
  );
}

function chooseKind(world: World, { message }: Extract<Step, { kind: 'choose' }>): Kind {
  switch (message.type) {
    case 'placeOrder':
      return Object.keys(read(world).database.orders).length === 0 ? 'free' : 'never';
    case 'finish':
      return message['outcome'] === 'commit' ? 'free' : { fault: 'abort' };
    case 'loseNext':
      return { fault: 'brokerLoses' };
    case 'setDatabase':
      return message['isDown'] === true ? { fault: 'databaseDown' } : 'free';
    case 'failConsuming':
      return { fault: 'poison' };
    case 'refuseOrder':
      return { fault: 'refuse' };
    case 'purgeMarker':
      return { fault: 'purge' };
    case 'failover':
      return { fault: 'failover' };
    default:
      return 'never';
  }
}

function crashKind(world: World, { process, crash }: CrashStep, { settings, budget }: Asked): Kind {
  if (process === 'points' && isAckedOnArrival(world, settings)) return 'never';
  if (process === 'order') return orderCrashKind(world);
  if (RELAYS.some((relay) => relay === process)) return { fault: 'relayCrash' };
  if (process === 'points') return { fault: 'consumerCrash' };
  return crash === 'machine' && budget.brokerDrops !== undefined ? { fault: 'brokerDrops' } : 'never';
}

function dropKind(world: World, { message }: Extract<Step, { kind: 'drop' }>): Kind {
  switch (message.type) {
    case 'publish':
      return { fault: 'publishFails' };
    case 'confirm':
      return { fault: 'confirmLost' };
    case 'pointsConfirmed':
    case 'reverse':
      return { fault: 'replyLost' };
    case 'message': // what the broker had on the wire dies with it
      return world.crashed.includes('broker') ? { fault: 'brokerDrops' } : 'never';
    default:
      return 'never';
  }
}
