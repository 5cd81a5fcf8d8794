/** The observations of a recording in the words of the model: what has to be shown, by whom, of which order. */
import type { Data } from '../engine/data.ts';
import { PRODUCERS, type ProducerRole } from '../protocols/half-message/instances.ts';
import type { Sight } from './answer.ts';
import { asideIn, type Aside } from './aside.ts';
import { countsOf, logOf, misplaced, NOWHERE, type Contradiction, type Fields, type Log } from './log.ts';
import {
  DISCARD_TOPIC,
  HALF_TOPIC,
  isRefusal,
  OP_TOPIC,
  processNamed,
  REFUSED,
  SCHEDULE_TOPIC,
  SEND_OK,
  UNSAFE,
} from './names.ts';
import type { Observation, Recording } from './observation.ts';
import { ordersOf, type Orders } from './orders.ts';
import { groupsIn, namesProducer, producersIn } from './producers.ts';
import type { Question } from './question.ts';
import { queuesOf, type Appended, type Queues } from './queues.ts';

/** What was recorded, with the names of the model. */
export interface Told {
  readonly sights: readonly Sight[];
  /** For each of them, what alone could have been where the log contradicts it by itself. */
  readonly right: readonly Sight['fields'][];
  readonly orders: number;
  /** Names of producer instances, in the order in which the model has them. */
  readonly producers: readonly string[];
  readonly groups: Question['groups'];
  /** Producer instances that were started only later. */
  readonly notYetStarted: readonly ProducerRole[];
  readonly aside: Aside;
}

export function toldBy(recording: Recording): Told {
  const { observations } = recording;
  const producers = producersIn(recording);
  const roleOf = (name: string): ProducerRole | undefined => PRODUCERS[producers.indexOf(name)];
  const groups = groupsIn(recording, roleOf);
  const orders = ordersOf(recording);
  const words = { recording, roleOf, groups, orders, log: logOf(recording), queues: queuesOf(recording) };
  const countOf = countsOf(observations);
  const aside = asideIn(recording);
  const notYetStarted = producers.flatMap((name) => {
    const first = observations.find((one) => namesProducer(one) === name);
    const role = roleOf(name);
    return first?.what === 'started' && role !== undefined ? [role] : [];
  });
  const contradictions = (observation: Observation): readonly Contradiction[] => [
    ...(observation.what === 'appended' ? words.log.impossible(observation) : []),
    ...countOf(observation),
  ];
  const sights = observations.map((observation, index): Sight => {
    if (aside.aside.has(index)) return { what: 'other', fields: {} };
    const fields = {
      ...fieldsOf(observation, words),
      ...Object.fromEntries(contradictions(observation).map(({ field, came }) => [field, came])),
      ...(aside.impossible.has(index) && observation.what === 'delivered'
        ? { group: observation.group ?? observation.where }
        : {}),
    };
    return { what: observation.what, fields: Object.fromEntries(Object.entries(fields).flatMap(recorded)) };
  });
  const right = observations.map((observation): Sight['fields'] =>
    Object.fromEntries(contradictions(observation).map(({ field, right: value }) => [field, value])),
  );
  return { sights, right, orders: orders.count, producers, groups, notYetStarted, aside };
}

/** Whether an observation says what no run ever shows, whatever else happened. */
export function isImpossible({ fields }: Sight): boolean {
  return Object.keys(fields).some((field) => NEVER_SHOWN.has(field));
}

/** The names under which a value is left that a log contradicts by itself. */
const NEVER_SHOWN: ReadonlySet<string> = new Set([
  'physicalOffset',
  'halfPhysicalOffset',
  'queueOffset',
  'sysFlag',
  'tags',
  'group',
  'realQueue',
  'realTopic',
  'transactionId',
  'count',
]);

/** What the words of a recording mean. */
interface Words {
  readonly recording: Recording;
  readonly roleOf: (name: string) => ProducerRole | undefined;
  readonly groups: Told['groups'];
  readonly orders: Orders;
  readonly log: Log;
  readonly queues: Queues;
}

function recorded([field, value]: readonly [string, Data | undefined]): readonly (readonly [string, Data])[] {
  return value === undefined ? [] : [[field, value]];
}

function fieldsOf(observation: Observation, words: Words): Fields {
  const { roleOf, orders, log, queues } = words;
  const producer = roleOf(observation.where);
  const order = orders.orderOf(observation);
  switch (observation.what) {
    case 'sendBegun':
      return { order, producer };
    case 'sendReturned': {
      const { status, state, halfOffset } = observation;
      return {
        order,
        producer,
        status: safety(status),
        state,
        ...halfPlace(words, halfOffset),
        ...named(words, observation),
      };
    }
    case 'executeBegun':
    case 'sendFailed':
      return { producer };
    case 'executeEnded':
    case 'checkEnded':
      return { producer, state: observation.state };
    case 'checkBegun': {
      const { topic, checkTimes } = observation;
      return { producer, topic, checkTimes, ...halfNamed(words, observation) };
    }
    case 'sendAnswered':
      return { status: isRefusal(observation.status) ? REFUSED : observation.status };
    case 'endReceived': {
      const { state, fromCheck } = observation;
      return { order, state, fromCheck, ...groupNamed(words, observation), ...halfNamed(words, observation) };
    }
    case 'endAnswered':
      return { code: observation.code };
    case 'appended':
      return appendedFields(observation, order, words);
    case 'delivered':
      return deliveredFields(observation, order, words);
    case 'sentBack': {
      const { consumerGroup } = words.recording.settings;
      const isOther = (observation.group ?? consumerGroup) !== consumerGroup && consumerGroup !== undefined;
      const group = isOther ? { group: observation.group } : {};
      const failed = log.byPhysicalOffset.get(observation.physicalOffset ?? NOWHERE);
      if (observation.physicalOffset !== undefined && failed === undefined)
        return hasGaps(words) ? { order } : { order, physicalOffset: observation.physicalOffset };
      return {
        ...group,
        order,
        topic: failed?.topic,
        offset: failed === undefined ? undefined : (queues.placeOf(failed) ?? failed.offset),
      };
    }
    case 'lost':
      return { message: observation.message };
    case 'databaseEnded':
    case 'endSent':
      return { state: observation.state, ...groupNamed(words, observation) };
    case 'stopped':
    case 'started':
      return { process: processNamed(roleOf(observation.process), observation.process) };
    case 'cursors':
      return cursorFields(observation, queues);
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

function hasGaps({ recording: { recorded: log } }: Words): boolean {
  return log?.gaps === true;
}

/** In a log with gaps nobody knows how many half messages lie between two that are there. */
function halfPlace(words: Words, halfOffset: number | undefined): Fields {
  return halfOffset === undefined || hasGaps(words) ? {} : { halfOffset: words.queues.half(halfOffset) };
}

/** The half message that a request names, and what is wrong with how it names it. */
function halfNamed(
  words: Words,
  observation: Extract<Observation, { readonly what: 'endReceived' | 'checkBegun' }>,
): Fields {
  const wrong = hasGaps(words) ? {} : misplaced(words.log, observation);
  return { ...halfPlace(words, observation.halfOffset), ...wrong };
}

/** Before 5.0 the caller gets no transaction id: `SendMessageProcessor` names none. */
function named(
  { recording: { settings } }: Words,
  { transactionId }: Extract<Observation, { readonly what: 'sendReturned' }>,
): Fields {
  return settings.version === '4.9' && (transactionId ?? null) !== null ? { transactionId } : {};
}

function appendedFields(observation: Appended, order: string | undefined, words: Words): Fields {
  const { topic, queue, body, checkTimes, preparedOffset, halfPhysicalOffset, reconsumeTimes } = observation;
  const { log, queues, recording } = words;
  const isOp = topic === OP_TOPIC;
  const half = log.byPhysicalOffset.get(halfPhysicalOffset ?? NOWHERE);
  return {
    topic,
    // the model has one queue of the real topic
    queue: topic === recording.settings.topic ? undefined : queue,
    ...placeFields(observation, words),
    order: isOp ? undefined : order,
    body: isOp && body !== undefined && !hasGaps(words) ? queues.opBody(body) : undefined,
    checkTimes,
    preparedOffset: typeof preparedOffset === 'number' ? queues.half(preparedOffset) : preparedOffset,
    ...(halfPhysicalOffset === undefined || hasGaps(words)
      ? {}
      : half?.topic === HALF_TOPIC
        ? { halfOffset: queues.half(half.offset) }
        : { halfPhysicalOffset }),
    reconsumeTimes,
    ...(topic === HALF_TOPIC ? groupNamed(words, observation) : {}),
  };
}

/** With one group, another one makes a recording unfit for the model (`aside.ts`). */
function groupNamed({ groups }: Words, observation: Observation): Fields {
  return groups.size > 0 && 'group' in observation ? { producerGroup: observation.group } : {};
}

function placeFields(observation: Appended, words: Words): Fields {
  if (hasGaps(words)) return {};
  const place = words.queues.placeOf(observation);
  if (place === null) return { queueOffset: observation.offset };
  // the model keeps one schedule, RocketMQ a queue per delay level
  return observation.topic === SCHEDULE_TOPIC ? {} : { offset: place };
}

function deliveredFields(
  observation: Extract<Observation, { readonly what: 'delivered' }>,
  order: string | undefined,
  words: Words,
): Fields {
  const { topic, offset, checkTimes, reconsumeTimes } = observation;
  const rest = { topic, order, checkTimes, reconsumeTimes };
  if (offset === undefined || hasGaps(words)) return rest;
  const place = words.queues.deliveredPlace(observation);
  return place === null ? { ...rest, queueOffset: offset } : { ...rest, offset: place };
}

/** A cursor that stands where its queue began has not moved yet, which the model calls never stored. */
function cursorFields(
  { half, op, discarded }: Extract<Observation, { readonly what: 'cursors' }>,
  { baseOf }: Queues,
): Fields {
  const counted = ([cursor, length]: readonly [number, number], topic: string): readonly [number, number] => {
    const base = baseOf(topic, 0);
    return [cursor < 0 || (base > 0 && cursor === base) ? -1 : cursor - base, length - base];
  };
  return {
    half: counted(half, HALF_TOPIC),
    op: counted(op, OP_TOPIC),
    discarded: discarded - baseOf(DISCARD_TOPIC, 0),
  };
}
