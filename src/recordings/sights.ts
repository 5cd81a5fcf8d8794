/**
 * The observations of a recording in the words of the model: what has to be shown, by whom, of which order. What a log can
 * contradict by itself (a number out of turn, a place in the log where nothing lies) is left standing under its own
 * name, which the model never shows.
 */
import type { Data } from '../engine/data.ts';
import type { RoleId } from '../engine/model.ts';
import type { Sight } from './answer.ts';
import { HALF_TOPIC, OP_TOPIC, PRODUCER_ROLES, processOf, SCHEDULE_TOPIC, SEND_OK, UNSAFE } from './names.ts';
import type { Observation, ObservationKind, Recording } from './observation.ts';
import { ordersOf, type Orders } from './orders.ts';

/** What was recorded, with the names of the model. */
export interface Told {
  readonly sights: readonly Sight[];
  readonly orders: number;
  /** Names of producer instances, in the order of their first appearance. */
  readonly producers: readonly string[];
  /** Producer instances that were started only later. */
  readonly notYetStarted: readonly RoleId[];
}

type Fields = { readonly [field: string]: Data | undefined };
type Appended = Extract<Observation, { readonly what: 'appended' }>;

export function toldBy({ observations }: Recording): Told {
  const producers = producersIn(observations);
  const roleOf = (name: string): RoleId | undefined => PRODUCER_ROLES[producers.indexOf(name)];
  const orders = ordersOf(observations);
  const log = logOf(observations);
  const notYetStarted = producers.flatMap((name) => {
    const first = observations.find((one) => namesProducer(one) === name);
    const role = roleOf(name);
    return first?.what === 'started' && role !== undefined ? [role] : [];
  });
  const sights = observations.map((observation): Sight => {
    const fields = { ...fieldsOf(observation, roleOf, orders, log), ...countIn(observations, observation) };
    return { what: observation.what, fields: Object.fromEntries(Object.entries(fields).flatMap(recorded)) };
  });
  return { sights, orders: orders.count, producers, notYetStarted };
}

function recorded([field, value]: readonly [string, Data | undefined]): readonly (readonly [string, Data])[] {
  return value === undefined ? [] : [[field, value]];
}

function producersIn(observations: readonly Observation[]): readonly string[] {
  return [...new Set(observations.flatMap((one) => namesProducer(one) ?? []))];
}

/** The producer instance that an observation is about. */
function namesProducer(observation: Observation): string | undefined {
  const { what, where } = observation;
  if (CALLBACKS.includes(what)) return where;
  if (!('process' in observation) || ['broker', 'consumer'].includes(observation.process)) return undefined;
  return observation.process;
}

/** What happens in a producer instance. */
const CALLBACKS: readonly ObservationKind[] = ['executeBegun', 'executeEnded', 'checkBegun', 'checkEnded'];

function fieldsOf(
  observation: Observation,
  roleOf: (name: string) => RoleId | undefined,
  { orderOf }: Orders,
  log: Log,
): Fields {
  const producer = roleOf(observation.where);
  const order = orderOf(observation);
  switch (observation.what) {
    case 'sendBegun':
      return { order, producer };
    case 'sendReturned': {
      const { status, state, halfOffset } = observation;
      return { order, producer, status: safety(status), state, halfOffset };
    }
    case 'executeBegun':
    case 'sendFailed':
      return { producer };
    case 'executeEnded':
    case 'checkEnded':
      return { producer, state: observation.state };
    case 'checkBegun': {
      const { topic, halfOffset, checkTimes } = observation;
      return { producer, topic, halfOffset, checkTimes, ...misplaced(log, observation) };
    }
    case 'sendAnswered':
      return { status: observation.status };
    case 'endReceived': {
      const { halfOffset, state, fromCheck } = observation;
      return { halfOffset, state, fromCheck, ...misplaced(log, observation) };
    }
    case 'endAnswered':
      return { code: observation.code };
    case 'appended':
      return appendedFields(observation, order, log);
    case 'delivered': {
      const { topic, offset, checkTimes, reconsumeTimes } = observation;
      return { topic, offset, order, checkTimes, reconsumeTimes };
    }
    case 'sentBack': {
      const failed = log.byPhysicalOffset.get(observation.physicalOffset ?? NOWHERE);
      if (observation.physicalOffset !== undefined && failed === undefined)
        return { order, physicalOffset: observation.physicalOffset };
      return { order, topic: failed?.topic, offset: failed?.offset };
    }
    case 'lost':
      return { message: observation.message };
    case 'databaseEnded':
    case 'endSent':
      return { state: observation.state };
    case 'stopped':
    case 'started':
      return { process: processOf(roleOf(observation.process), observation.process) };
    case 'cursors': {
      const { half, op, discarded } = observation;
      return { half, op, discarded };
    }
    case 'sendReceived':
    case 'ended':
    case 'other':
      return {};
  }
}

/** Which of the unsafe statuses it was is compared where the broker answers. */
function safety(status: string | undefined): string | undefined {
  return status === undefined || status === SEND_OK ? status : UNSAFE;
}

function appendedFields(observation: Appended, order: string | undefined, log: Log): Fields {
  const { topic, queue, offset, body, checkTimes, preparedOffset, halfPhysicalOffset, reconsumeTimes } = observation;
  const isOp = topic === OP_TOPIC;
  const half = log.byPhysicalOffset.get(halfPhysicalOffset ?? NOWHERE);
  return {
    topic,
    queue,
    // the model keeps one schedule, RocketMQ a queue per delay level
    offset: topic === SCHEDULE_TOPIC && log.placeInQueue(observation) === offset ? undefined : offset,
    order: isOp ? undefined : order,
    body: isOp ? body : undefined,
    checkTimes,
    preparedOffset,
    ...(halfPhysicalOffset === undefined
      ? {}
      : half?.topic === HALF_TOPIC
        ? { halfOffset: half.offset }
        : { halfPhysicalOffset }),
    reconsumeTimes,
    ...(log.isBehind(observation) ? {} : { physicalOffset: observation.physicalOffset }),
  };
}

const NOWHERE = -1;

interface Log {
  readonly byPhysicalOffset: ReadonlyMap<number, Appended>;
  /** Whether it lies behind what was appended before it (HM-12). */
  readonly isBehind: (appended: Appended) => boolean;
  /** How many were appended to its queue before it. */
  readonly placeInQueue: (appended: Appended) => number;
}

function logOf(observations: readonly Observation[]): Log {
  const appends = observations.filter((one) => one.what === 'appended');
  const before = (appended: Appended): readonly Appended[] => appends.slice(0, appends.indexOf(appended));
  return {
    byPhysicalOffset: new Map(appends.map((one) => [one.physicalOffset ?? NOWHERE, one])),
    isBehind: (appended) =>
      before(appended).every(
        ({ physicalOffset }) => (physicalOffset ?? NOWHERE) < (appended.physicalOffset ?? Number.POSITIVE_INFINITY),
      ),
    placeInQueue: (appended) =>
      before(appended).filter(({ topic, queue }) => topic === appended.topic && queue === appended.queue).length,
  };
}

/** A request or a question that names a half message by both of its places must mean one message. */
function misplaced(
  { byPhysicalOffset }: Log,
  { halfOffset, halfPhysicalOffset }: { readonly halfOffset: number; readonly halfPhysicalOffset?: number | undefined },
): Fields {
  if (halfPhysicalOffset === undefined) return {};
  const half = byPhysicalOffset.get(halfPhysicalOffset);
  return half?.topic === HALF_TOPIC && half.offset === halfOffset ? {} : { halfPhysicalOffset };
}

/** Numbers of calls and deliveries count from 1, per place and kind. */
function countIn(observations: readonly Observation[], observation: Observation): Fields {
  if (!('count' in observation) || observation.count === undefined) return {};
  const { what, where, count } = observation;
  const same = observations.filter((one) => one.what === what && one.where === where);
  return same.indexOf(observation) + 1 === count ? {} : { count };
}
