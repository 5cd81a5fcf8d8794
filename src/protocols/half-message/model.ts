/** The processes, roles and channels of the protocol, and what people may do to them. */
import type { ChannelSpec, Message, Model, ProcessSpec, RoleId, RoleSpec, Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import { calls, consumerChannels } from '../shared/channels.ts';
import { consumer } from '../shared/consumer.ts';
import { durableConsumer } from '../shared/consumerState.ts';
import type { ChoiceOf } from '../shared/kinds.ts';
import { databaseChoice } from '../shared/pointsDatabase.ts';
import { completeSettings } from '../shared/settings.ts';
import { topic } from '../shared/topic.ts';
import { durableTopic } from '../shared/topicState.ts';
import { checkerOf, purgesEarly } from './checkers.ts';
import { groupOf, groupsOf, instancesOf, processOf, type ProducerRole } from './instances.ts';
import type { OwnKinds } from './kinds.ts';
import { dataIn, read } from './read.ts';
import { broker } from './roles/broker.ts';
import { checker, durableChecker } from './roles/checker.ts';
import { durableHalfTopic, halfTopic } from './roles/halfTopic.ts';
import { orderDatabase, recordOf } from './roles/orderDatabase.ts';
import { producer } from './roles/producer.ts';
import type { LocalOutcome } from './roles/producerInput.ts';
import { flushOf, LOSSY_FLUSHES, mayOpSlip, settingSpecs } from './settings.ts';
import type { LocalTransactionState, OrderRow } from './vocabulary.ts';

/** Orders that a run can have. */
export const ORDERS_MAX = 9;

export function halfMessageModel(given: Settings): Model {
  const settings = completeSettings(settingSpecs, given);
  const producers = instancesOf(settings);
  return {
    protocol: 'half-message',
    settings,
    processes: processes(producers, settings),
    roles: roles(producers),
    channels: channels(producers),
    choices: (world) => [...choices(world, producers, settings), ...sentByHand(world, settings)],
    explorable: (world) => [
      ...orders(world, placing(producers, settings)),
      ...producers.flatMap((role) => [...outcomes(world, role), ...answers(world, role)]),
      REACH,
      ...turns(producers),
    ],
  };
}

function processes(producers: readonly ProducerRole[], settings: Settings): readonly ProcessSpec[] {
  // Where every append is flushed a power loss takes no more than a kill, so one kind of crash is enough.
  const brokerCrashes = flushOf(settings) === 'sync' ? (['process'] as const) : (['process', 'machine'] as const);
  return [
    ...producers.map((role): ProcessSpec => ({ id: processOf(role), crashKinds: ['process'] })),
    { id: 'order-db', crashKinds: [] },
    { id: 'broker', crashKinds: brokerCrashes, crashNeeds: { setting: 'flush', values: LOSSY_FLUSHES } },
    { id: 'points', crashKinds: ['process'] },
  ];
}

/** Nothing of the role survives but the fact that it has run before. */
const onlyThatItRan = (): string => 'restarted';

function roles(producers: readonly ProducerRole[]): readonly RoleSpec[] {
  const producerRole = (id: ProducerRole): RoleSpec => {
    return { id, process: processOf(id), machine: producer, durable: onlyThatItRan, watches: ['broker'] };
  };
  const producerProcesses = producers.map(processOf);
  return [
    ...producers.map(producerRole),
    {
      id: 'order-database',
      process: 'order-db',
      machine: orderDatabase,
      durable: onlyThatItRan,
      watches: producerProcesses,
    },
    { id: 'broker', process: 'broker', machine: broker, durable: onlyThatItRan, watches: producerProcesses },
    { id: 'half-topic', process: 'broker', machine: halfTopic, durable: durableHalfTopic },
    { id: 'checker', process: 'broker', machine: checker, durable: durableChecker },
    { id: 'topic', process: 'broker', machine: topic, durable: durableTopic, watches: ['points'] },
    { id: 'consumer', process: 'points', machine: consumer, durable: durableConsumer, watches: ['broker'] },
  ];
}

function channels(producers: readonly RoleId[]): readonly ChannelSpec[] {
  return [
    ...producers.flatMap((role): readonly ChannelSpec[] => [
      { from: role, to: 'broker', kind: 'multiset', calls: ['heartbeat'] },
      { from: 'broker', to: role, kind: 'multiset', calls: ['heartbeatAnswered'] },
      ...calls(role, 'order-database'),
    ]),
    ...calls('broker', 'half-topic'),
    ...calls('broker', 'topic'),
    ...calls('half-topic', 'checker'),
    ...calls('checker', 'broker'),
    ...consumerChannels,
  ];
}

function choices(world: World, producers: readonly RoleId[], settings: Settings): readonly HalfMessageChoice[] {
  return [
    ...orders(world, placing(producers, settings)),
    ...producers.flatMap((role) => [
      ...outcomes(world, role),
      byPerson(role, { type: 'keepRunning' }, 'outcome'),
      ...answers(world, role),
      ...failures(role, settings),
      byPerson(role, { type: 'finish', outcome: 'commit-rollback' }, 'fault:wrong-outcome'),
      byPerson(role, { type: 'answerNothing' }, 'fault:no-answer'),
    ]),
    ...sendStatuses(settings).map((status) =>
      byPerson('broker', { type: 'setSendStatus', status }, 'fault:send-status'),
    ),
    byPerson('broker', { type: 'failNextPut' }, 'fault:put-fails'),
    byPerson('broker', { type: 'setRejecting', rejects: true }, 'fault:no-permission'),
    byPerson('broker', { type: 'setRejecting', rejects: false }, 'person:permission-restored'),
    REACH,
    ...read(world).orders.map(({ order }) =>
      byPerson('checker', { type: 'resume', tx: order }, 'person:discarded-resumed'),
    ),
    byPerson('consumer', { type: 'failConsuming' }, 'fault:consumer-fails'),
    databaseChoice(read(world).consumer.isDatabaseDown),
    ...purges(world, settings),
    byPerson('half-topic', { type: 'failNextOp' }, 'fault:op-put-fails'),
    ...(mayOpSlip(settings) ? [byPerson('half-topic', { type: 'slipOp' }, 'fault:op-slips')] : []),
    byPerson('checker', { type: 'failNextDiscard' }, 'fault:discard-put-fails'),
    byPerson('checker', { type: 'breakPass' }, 'fault:pass-breaks-off'),
    byPerson('broker', { type: 'stopCleanly' }, 'fault:clean-stop'),
    ...turns(producers),
  ];
}

/** HM-10: whose turn it is to be asked. With one instance there is nobody else. */
function turns(producers: readonly RoleId[]): readonly HalfMessageChoice[] {
  return (producers.length > 1 ? producers : []).map((role) => optional('broker', { type: 'askNext', producer: role }));
}

type HalfMessageChoice = ChoiceOf<OwnKinds>;

function byPerson(role: RoleId, message: Message, choiceClass: HalfMessageChoice['class']): HalfMessageChoice {
  return { role, message, afterMs: null, class: choiceClass };
}

/** What may come to pass, and need not. */
function optional(role: RoleId, message: Message): HalfMessageChoice {
  return { ...byPerson(role, message, 'outcome'), isOptional: true };
}

const REACH = optional('checker', { type: 'reachOwnCopy' });

function orders(world: World, producers: readonly RoleId[]): readonly HalfMessageChoice[] {
  const placed = read(world).orders.length;
  return producers.slice(0, placed < ORDERS_MAX ? producers.length : 0).map((role) => {
    const isFirst = placed === 0 && role === 'producer';
    const message = { type: 'placeOrder', tx: `o${placed + 1}` };
    return { role, message, afterMs: isFirst ? PLACE_MS : null, class: 'order' };
  });
}

function outcomes(world: World, role: RoleId): readonly HalfMessageChoice[] {
  const { isRunningLong } = read(world);
  return OUTCOMES.map((outcome) => ({
    role,
    message: { type: 'finish', outcome },
    // Asked for by playback alone: an exploration does not depend on it.
    get afterMs() {
      if (outcome !== 'commit') return null;
      return isRunningLong(role) ? LONG_RUN_MS : SHORT_RUN_MS;
    },
    class: 'outcome',
  }));
}

/** An answer without a look at the order. It is wrong where the order's row says something else; UNKNOW never is. */
function answers(world: World, role: RoleId): readonly HalfMessageChoice[] {
  const { orders: placed, producers } = read(world);
  const asked = producers.find((one) => one.role === role)?.context?.checks[0]?.tx;
  const row = placed.find(({ order }) => order === asked)?.row;
  // Nobody begins any more what no producer has in hand.
  const isInHand = row === 'none' && producers.some(({ context }) => context?.tx === asked);
  const isCommitable = row === 'committed' || row === 'open' || isInHand;
  return ANSWERS.map((answer) => {
    const isHonest = answer === 'UNKNOW' || (answer === 'COMMIT' ? row === 'committed' : !isCommitable);
    const message = { type: 'answerCheck', answer };
    return isHonest ? optional(role, message) : byPerson(role, message, 'fault:wrong-answer');
  });
}

/** Where it would be answered UNKNOW, that can be said without a look anyway. */
function failures(role: RoleId, settings: Settings): readonly HalfMessageChoice[] {
  return checkerOf(settings).exception === 'unknown'
    ? []
    : [byPerson(role, { type: 'failLookUp' }, 'fault:look-up-fails')];
}

/** Orders whose outcome a clean-up may take away from where checkers read. */
function purges(world: World, settings: Settings): readonly HalfMessageChoice[] {
  const profile = checkerOf(settings);
  if (!purgesEarly(profile)) return [];
  const database = dataIn(world, 'order-database');
  // A transaction that is open or rolled back leaves no log row; a coordinator may forget even what still runs.
  const purged: readonly OrderRow[] = profile.reads === 'log-row' ? ['committed'] : ['committed', 'aborted', 'open'];
  return Object.keys(database.orders)
    .filter((tx) => purged.includes(recordOf({ ...database, settings }, tx)))
    .map((tx) => byPerson('order-database', { type: 'purgeRecord', tx }, 'fault:record-purged'));
}

/** Another business in the group places no orders; in a group of its own it places its own. */
function placing(producers: readonly RoleId[], settings: Settings): readonly RoleId[] {
  return checkerOf(settings).group === 'two-businesses' ? groupsOf(settings) : producers;
}

/**
 * HM-26, HM-27: an END_TRANSACTION for any half message that there is, copies and discarded ones included. Where the broker
 * already has the answer for an original, it is a replayed request. HM-22: another group may send one too.
 */
function sentByHand(world: World, settings: Settings): readonly HalfMessageChoice[] {
  const { half, op, buffer } = read(world).halfTopic;
  const settled = new Set([...op.flat(), ...buffer]);
  return half.flatMap(({ tx, producer: sender, checkTimes }, offset) => {
    const type = settled.has(offset) && checkTimes === 0 ? 'sendEnd' : 'sendEndUnasked';
    const foreign = groupsOf(settings).filter((group) => group !== groupOf(settings, sender));
    return [sender, ...foreign].flatMap((role) =>
      SENT_BY_HAND.map((state) => byPerson(role, { type, tx, offset, state }, 'person:answer-sent-by-hand')),
    );
  });
}

const SENT_BY_HAND: readonly LocalTransactionState[] = ['COMMIT', 'ROLLBACK'];
/** What a listener may do; that it says the contrary of what it did is a fault. */
const OUTCOMES: readonly LocalOutcome[] = ['commit', 'rollback', 'unknow', 'throw', 'throw-late'];
const ANSWERS: readonly LocalTransactionState[] = ['COMMIT', 'ROLLBACK', 'UNKNOW'];
const PLACE_MS = 300;
const SHORT_RUN_MS = 300;
/** Longer than transactionTimeOut and a check interval: it will be asked about while it runs. */
const LONG_RUN_MS = 75_000;

/** SLAVE_NOT_AVAILABLE is no longer produced by the 5.x store. */
function sendStatuses({ version }: Settings): readonly string[] {
  const both = ['FLUSH_DISK_TIMEOUT', 'FLUSH_SLAVE_TIMEOUT'];
  return version === '4.9' ? [...both, 'SLAVE_NOT_AVAILABLE'] : both;
}
