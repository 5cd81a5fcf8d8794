/**
 * What is of no interest to those who only ask whether a promise can be broken: everything about orders that are over, because
 * both databases agree on them or are sure to, and when what is sure to come comes. Runs to a broken promise may leave out steps
 * that only touch such parts. SPEC.md, "What the verifier may forget", says why each of them is safe.
 */
import { textOf, type DataObject } from '../../engine/data.ts';
import type { Message, Settings } from '../../engine/model.ts';
import { channelId, inFlight, type World } from '../../engine/world.ts';
import type { Argued, Forgetting, Forgotten, Future } from '../protocol.ts';
import type { ConsumerContext } from '../shared/consumerState.ts';
import { withoutMessages } from '../shared/forgettings.ts';
import { withData, withValue } from '../shared/localStates.ts';
import { dataOf, written } from '../shared/roleData.ts';
import { sorted } from '../shared/queues.ts';
import type { TopicContext } from '../shared/topicState.ts';
import { presuming } from '../shared/premises.ts';
import { arguedChecker } from './checkers.ts';
import { OVER_STAYS_SO } from './premises.ts';
import { ended, forgettings, halvesLeft, history, NO_HALF, rowsOf, withOffset, type Rows } from './forgettings.ts';
import type { CheckerContext } from './roles/checker.ts';
import type { HalfTopicContext } from './roles/halfTopic.ts';
import type { ProducerContext } from './roles/producerMessages.ts';
import { checkMaxOf, checksBack, dedupOf, flushOf, hasLongImmunity, producersOf, reportsOutcome } from './settings.ts';
import type { HalfMessage } from './vocabulary.ts';

const PRODUCER = 'producer';
const TO_BROKER = channelId(PRODUCER, 'broker');
const TO_PRODUCER = channelId('broker', PRODUCER);

export function promiseForgettings(settings: Settings): readonly Argued[] {
  const checkMax = checkMaxOf(settings);
  return endsOrders(settings)
    ? forgettingsOfEnded(settings, [forgetLast(checkMax), forgetPassed(checkMax)])
    : forgettings(settings);
}

/** What is stored will be consumed, and its points come with the marker. */
function isStoredForGood(settings: Settings): boolean {
  return dedupOf(settings) === 'same-tx' && settings['ack'] === 'after-commit';
}

/** ROLLBACK is only said of an order that nobody can commit any more. */
export function isTruthful(settings: Settings): boolean {
  return endsOrders(settings) && isStoredForGood(settings) && arguedChecker(settings) === 'unknown-while-running';
}

/** `halves`: what of half messages is left where every answer is true. */
export function forgettingsOfEnded(settings: Settings, halves: readonly Forgetting[]): readonly Argued[] {
  const knowsRepetitions = dedupOf(settings) !== 'none';
  const isTrue = isTruthful(settings);
  const over = (...list: readonly Forgetting[]): readonly Argued[] => presuming(OVER_STAYS_SO, list);
  return [
    // Before the topic forgets what the consumer has.
    ...(knowsRepetitions ? over(forgetAdded) : []),
    ...(isStoredForGood(settings) ? over(forgetStored, forgetComing, forgetConnection) : []),
    ...(isTrue ? [...history(settings), ...over(forgetOffsets, ...halves)] : forgettings(settings)),
    ...over(
      forgetFences,
      forgetEndedDeliveries,
      forgetEndedChecks({ isAskedAgain: isTrue && checksBack(settings), isReported: reportsOutcome(settings) }),
      forgetEndedHalves,
    ),
  ];
}

/**
 * With two producers the checks about one order decide who is asked about the next. A checker of whom it is not argued that it
 * never commits what is not committed, a lossy log and immunity keep orders from ever being over.
 */
function endsOrders(settings: Settings): boolean {
  return (
    flushOf(settings) === 'sync' &&
    !hasLongImmunity(settings) &&
    producersOf(settings) === 1 &&
    arguedChecker(settings) !== null
  );
}

/** No COMMIT can come of it any more, or none that matters. */
function isOver(rows: Rows, tx: unknown): boolean {
  const row = rows[textOf(tx)];
  return row === 'aborted' || row === 'cancelled';
}

/** A fence that nobody will run into any more. */
function forgetFences(world: World): Forgotten {
  const rows = rowsOf(world);
  if (!Object.values(rows).includes('cancelled')) return {};
  const inHand = world.roles[PRODUCER]?.context['tx'];
  return { roles: ended(world, (tx) => rows[tx] === 'cancelled' && tx !== inHand) };
}

/** Orders with their points: the consumer knows every repetition. */
function forgetAdded(world: World): Forgotten {
  const consumer = world.roles['consumer'];
  const rows = rowsOf(world);
  if (consumer === undefined) return {};
  const { points, markers } = dataOf<ConsumerContext>(consumer);
  const isAdded = (tx: string): boolean => rows[tx] === 'committed' && points[tx]?.added === 1 && markers.includes(tx);
  if (!Object.keys(points).some(isAdded)) return {};
  return {
    roles: {
      ...ended(world, isAdded),
      consumer: withData(consumer, {
        points: Object.fromEntries(Object.entries(points).filter(([tx]) => !isAdded(tx))),
        markers: markers.filter((tx) => !isAdded(tx)),
      }),
    },
  };
}

/** Orders whose message is stored and not yet consumed. */
function forgetStored(world: World): Forgotten {
  const topic = world.roles['topic'];
  const rows = rowsOf(world);
  if (topic === undefined) return {};
  const { orders, consumed } = dataOf<TopicContext>(topic);
  const stored = orders.flatMap(({ tx }, offset) =>
    rows[tx] === 'committed' && offset >= consumed.orders ? [tx] : [],
  );
  return stored.length === 0 ? {} : { roles: ended(world, (tx) => stored.includes(tx)) };
}

/** Where nothing is lost any more: committed orders whose COMMIT is on its way. A check may still be answered UNKNOW. */
function forgetComing(world: World, { crash, drop }: Future): Forgotten {
  if (crash || drop || world.crashed.includes('broker')) return {};
  const rows = rowsOf(world);
  if (!Object.values(rows).includes('committed')) return {};
  const commits = inFlight(world, PRODUCER, 'broker').filter(({ state }) => state === 'COMMIT');
  const coming = commits.map(({ tx }) => tx);
  return { roles: ended(world, (tx) => rows[tx] === 'committed' && coming.includes(tx)) };
}

/** Whether topic and consumer are connected: whatever is stored reaches the consumer when they are. */
function forgetConnection(world: World): Forgotten {
  const [topic, consumer] = [world.roles['topic'], world.roles['consumer']];
  if (topic === undefined || consumer === undefined) return {};
  return {
    roles: {
      ...(topic.value === 'crashed' ? {} : { topic: withData(topic, { isConnected: true }) }),
      consumer: withValue(consumer, { connection: 'connected' }),
    },
    timers: { consumer: (world.timers['consumer'] ?? []).filter((delay) => delay !== 'reconnect') },
  };
}

/** Messages about orders that are over. */
function forgetEndedDeliveries(world: World): Forgotten {
  const rows = rowsOf(world);
  return withoutMessages(world, (tx) => isOver(rows, tx));
}

interface Answers {
  /** A check asks again for what the producer did not tell. */
  readonly isAskedAgain: boolean;
  /** The producer tells how its local transaction ended (HM-C18). */
  readonly isReported: boolean;
}

/**
 * Answers that change nothing, checks about orders that are over, and a caller that has nothing more to say: about such an
 * order, or where a check will ask again and its answer is stored for good.
 */
function forgetEndedChecks({ isAskedAgain, isReported }: Answers): Forgetting {
  return (world) => {
    const rows = rowsOf(world);
    const isLeft = ({ type, tx, state }: Message): boolean =>
      (type !== 'endTransaction' && type !== 'checkTransactionState') || (state !== 'UNKNOW' && !isOver(rows, tx));
    const network = {
      [TO_BROKER]: inFlight(world, PRODUCER, 'broker').filter(isLeft),
      [TO_PRODUCER]: inFlight(world, 'broker', PRODUCER).filter(isLeft),
    };
    const producer = world.roles[PRODUCER];
    if (producer === undefined || producer.value === 'crashed') return { network };
    const { tx, answer, checks } = written<ProducerContext>(producer.context);
    const { sender } = producer.value as DataObject;
    const left = checks.filter((check) => !isOver(rows, check.tx));
    const isIdle = checks.length > 0 && left.length === 0;
    const isSilent = isAskedAgain && (!isReported || answer === 'UNKNOW');
    const isBack = sender === 'returning' && (isSilent || isOver(rows, tx));
    const next = withData(producer, {
      checks: left,
      ...(isBack ? { tx: null, attempt: 0, offset: null, answer: 'UNKNOW' } : {}),
    });
    const regions = { ...(isIdle ? { checkPool: 'idle' } : {}), ...(isBack ? { sender: 'idle' } : {}) };
    const timers = (world.timers[PRODUCER] ?? []).filter(
      (delay) => (delay !== 'checkLocalTransaction' || !isIdle) && (delay !== 'endTransactionDelay' || !isBack),
    );
    return { network, roles: { [PRODUCER]: withValue(next, regions) }, timers: { [PRODUCER]: timers } };
  };
}

/** Half messages of orders that are over: nobody minds whether they are settled, discarded or neither. */
function forgetEndedHalves(world: World): Forgotten {
  const rows = rowsOf(world);
  const isGone = ({ tx }: HalfMessage): boolean => isOver(rows, tx);
  return withoutHalves(world, isGone, ({ discarded }) => discarded.filter((message) => !isGone(message)));
}

/** The next pass discards what was asked about often enough, unless its order is over before. It may do so at once. */
function forgetLast(checkMax: number): Forgetting {
  const isLast = ({ tx, checkTimes }: HalfMessage): boolean => tx !== '' && checkTimes >= checkMax;
  return (world) =>
    withoutHalves(world, isLast, ({ half, discarded }) => [
      ...discarded,
      ...half.filter(isLast).map((message) => ({ ...message, checkTimes: 0 })),
    ]);
}

interface Queues {
  readonly half: readonly HalfMessage[];
  readonly discarded: readonly HalfMessage[];
}

/** Half messages that are gone leave their places empty. A pass that lingers for them alone is over. */
function withoutHalves(
  world: World,
  isGone: (message: HalfMessage) => boolean,
  discardedOf: (queues: Queues) => readonly HalfMessage[],
): Forgotten {
  const [halfTopic, checker] = [world.roles['half-topic'], world.roles['checker']];
  if (halfTopic === undefined || checker === undefined) return {};
  const { half } = dataOf<HalfTopicContext>(halfTopic);
  const { discarded } = dataOf<CheckerContext>(checker);
  const own = checker.value === 'crashed' ? [] : written<CheckerContext>(checker.context).own;
  const left = own.filter((message) => !isGone(message));
  const isThrough = own.length > 0 && left.length === 0;
  const next = withData(checker, {
    discarded: discardedOf({ half, discarded }),
    ...(checker.value === 'crashed' ? {} : { own: left }),
  });
  const timers = (world.timers['checker'] ?? []).filter((delay) => delay !== 'passEnd');
  return {
    roles: {
      'half-topic': withData(halfTopic, { half: half.map((message) => (isGone(message) ? NO_HALF : message)) }),
      checker: isThrough ? withValue(next, { service: 'waiting' }) : next,
    },
    ...(isThrough ? { timers: { checker: [...timers, 'transactionCheckInterval'].sort() } } : {}),
  };
}

/** One answer decides about all half messages of an order, so it may name any of them: the one at the front of the queue. */
function forgetOffsets(world: World): Forgotten {
  // Orders stand there in the order of their rows.
  const orders = Object.keys(rowsOf(world));
  const namingFirst = <Naming extends DataObject>(message: Naming): Naming =>
    withOffset(message, () => orders.indexOf(textOf(message['tx'])));
  const network = {
    [TO_BROKER]: sorted(inFlight(world, PRODUCER, 'broker').map(namingFirst)),
    [TO_PRODUCER]: sorted(inFlight(world, 'broker', PRODUCER).map(namingFirst)),
  };
  const producer = world.roles[PRODUCER];
  if (producer === undefined || producer.value === 'crashed') return { network };
  const { tx, offset, checks } = written<ProducerContext>(producer.context);
  const named = { offset: namingFirst({ tx, offset }).offset, checks: checks.map(namingFirst) };
  return { network, roles: { [PRODUCER]: withData(producer, named) } };
}

/** What a pass no longer meets; at the front of the queue stands one half message of each order. */
export function forgetPassed(checkMax: number): Forgetting {
  return (world, { crash }) => {
    const [halfTopic, checker] = [world.roles['half-topic'], world.roles['checker']];
    if (halfTopic === undefined || checker === undefined) return {};
    const rows = rowsOf(world);
    const front = Object.keys(rows).map((tx) => ({ ...NO_HALF, tx: isOver(rows, tx) ? '' : tx }));
    return halvesLeft({ halfTopic, checker, timers: world.timers['half-topic'] ?? [], crash, checkMax }, front);
  };
}
