/** The processes, roles and channels of the protocol, and what people may do to them. */
import type {
  ChannelSpec,
  Choice,
  Message,
  Model,
  ProcessSpec,
  RoleId,
  RoleSpec,
  Settings,
} from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import { calls, consumerChannels } from '../shared/channels.ts';
import { consumer } from '../shared/consumer.ts';
import { durableConsumer } from '../shared/consumerState.ts';
import { completeSettings } from '../shared/settings.ts';
import { topic } from '../shared/topic.ts';
import { durableTopic } from '../shared/topicState.ts';
import { read } from './read.ts';
import { broker } from './roles/broker.ts';
import { checker, durableChecker } from './roles/checker.ts';
import { durableHalfTopic, halfTopic } from './roles/halfTopic.ts';
import { orderDatabase } from './roles/orderDatabase.ts';
import { producer } from './roles/producer.ts';
import type { LocalOutcome } from './roles/producerInput.ts';
import { flushOf, producersOf, settingSpecs } from './settings.ts';
import type { LocalTransactionState } from './vocabulary.ts';

/** Orders that a run can have. */
export const ORDERS_MAX = 9;

export function halfMessageModel(given: Settings): Model {
  const settings = completeSettings(settingSpecs, given);
  const producers = ['producer', 'producer-b'].slice(0, producersOf(settings));
  return {
    protocol: 'half-message',
    settings,
    processes: processes(producers, settings),
    roles: roles(producers),
    channels: channels(producers),
    choices: (world) => [...choices(world, producers, settings), ...sentByHand(world)],
    explorable: (world) => choices(world, producers, settings),
  };
}

function processes(producers: readonly RoleId[], settings: Settings): readonly ProcessSpec[] {
  // With synchronous flush a power loss takes no more than a kill, so one kind of crash is enough.
  const brokerCrashes = flushOf(settings) === 'async' ? (['process', 'machine'] as const) : (['process'] as const);
  return [
    { id: 'order', crashKinds: ['process'] },
    ...producers.slice(1).map((): ProcessSpec => ({ id: 'order-b', crashKinds: ['process'] })),
    { id: 'order-db', crashKinds: [] },
    { id: 'broker', crashKinds: brokerCrashes },
    { id: 'points', crashKinds: ['process'] },
  ];
}

/** Nothing of the role survives but the fact that it has run before. */
const onlyThatItRan = (): string => 'restarted';

function roles(producers: readonly RoleId[]): readonly RoleSpec[] {
  const producerRole = (id: RoleId): RoleSpec => {
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

/** The process in which a producer instance lives. */
function processOf(producerRole: RoleId): string {
  return producerRole === 'producer-b' ? 'order-b' : 'order';
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

function choices(world: World, producers: readonly RoleId[], settings: Settings): readonly Choice[] {
  const byPerson = (role: RoleId, message: Message): Choice => ({ role, message, afterMs: null });
  const { orders, isRunningLong } = read(world);
  const placed = orders.length;
  return [
    ...producers.slice(0, placed < ORDERS_MAX ? producers.length : 0).map((role): Choice => {
      const isFirst = placed === 0 && role === 'producer';
      const message = { type: 'placeOrder', tx: `o${placed + 1}` };
      return { role, message, afterMs: isFirst ? PLACE_MS : null, explored: 'order' };
    }),
    ...producers.flatMap((role): readonly Choice[] => [
      ...OUTCOMES.map((outcome): Choice => ({
        role,
        message: { type: 'finish', outcome },
        // Asked for by playback alone: an exploration does not depend on it.
        get afterMs() {
          if (outcome !== 'commit') return null;
          return isRunningLong(role) ? LONG_RUN_MS : SHORT_RUN_MS;
        },
        explored: 'outcome',
      })),
      byPerson(role, { type: 'keepRunning' }),
      ...ANSWERS.map((answer) => byPerson(role, { type: 'answerCheck', answer })),
    ]),
    ...sendStatuses(settings).map((status) => byPerson('broker', { type: 'setSendStatus', status })),
    byPerson('broker', { type: 'failNextPut' }),
    ...[true, false].map((rejects) => byPerson('broker', { type: 'setRejecting', rejects })),
    { role: 'checker', message: { type: 'reachOwnCopy' }, afterMs: null, explored: 'outcome' },
    ...orders.map(({ order }) => byPerson('checker', { type: 'resume', tx: order })),
    byPerson('consumer', { type: 'failConsuming' }),
  ];
}

/** HM-26, HM-27: an END_TRANSACTION for a half message whose answer the broker already has, such as a replayed request. */
function sentByHand(world: World): readonly Choice[] {
  const { half, op, buffer } = read(world).halfTopic;
  const settled = new Set([...op.flat(), ...buffer]);
  return half.flatMap(({ tx, producer: role, checkTimes }, offset) =>
    settled.has(offset) && checkTimes === 0
      ? SENT_BY_HAND.map((state): Choice => ({ role, message: { type: 'sendEnd', tx, offset, state }, afterMs: null }))
      : [],
  );
}

const SENT_BY_HAND: readonly LocalTransactionState[] = ['COMMIT', 'ROLLBACK'];
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
