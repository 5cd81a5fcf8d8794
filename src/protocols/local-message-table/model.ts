/** The processes, roles and channels of the protocol, and what people may do to them. */
import type { ChannelSpec, Message, Model, ProcessSpec, RoleId, RoleSpec, Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import { calls, consumerChannels } from '../shared/channels.ts';
import { consumer } from '../shared/consumer.ts';
import { durableConsumer } from '../shared/consumerState.ts';
import { durablePlainBroker, plainBroker } from '../shared/plainBroker.ts';
import type { ChoiceOf } from '../shared/kinds.ts';
import { databaseChoice } from '../shared/pointsDatabase.ts';
import { completeSettings } from '../shared/settings.ts';
import { topic } from '../shared/topic.ts';
import { durableTopic } from '../shared/topicState.ts';
import type { OwnKinds } from './kinds.ts';
import { read, RELAYS } from './read.ts';
import { orderDatabase } from './roles/orderDatabase.ts';
import { orderService } from './roles/orderService.ts';
import { relay } from './roles/relay.ts';
import { canSpoil } from './roles/tables.ts';
import { captureOf, hasLaggingReplica, isLossy, relaysOf, settingSpecs, tailsLog } from './settings.ts';

/** Orders that a run can have. */
const ORDERS_MAX = 9;

export function localMessageTableModel(given: Settings): Model {
  const settings = completeSettings(settingSpecs, given);
  const relays = RELAYS.slice(0, relaysOf(settings));
  return {
    protocol: 'local-message-table',
    settings,
    processes: processes(relays, settings),
    roles: roles(relays),
    channels: channels(relays),
    choices: (world) => choices(world, settings),
    explorable: (world) => [
      ...places(world),
      ...joins(world, settings),
      ...running(world).flatMap((tx) => outcomes(world, tx)),
    ],
  };
}

function processes(relays: readonly RoleId[], settings: Settings): readonly ProcessSpec[] {
  // A durable broker loses no more in a power loss than in a kill, so one kind of crash is enough.
  const brokerCrashes = isLossy(settings) ? (['process', 'machine'] as const) : (['process'] as const);
  return [
    { id: 'order', crashKinds: ['process'] },
    { id: 'order-db', crashKinds: [] },
    ...relays.map((id): ProcessSpec => ({ id, crashKinds: ['process'] })),
    { id: 'broker', crashKinds: brokerCrashes, crashNeeds: { setting: 'broker', values: ['lossy'] } },
    { id: 'points', crashKinds: ['process'] },
  ];
}

/** Nothing of the role survives but the fact that it has run before. */
const onlyThatItRan = (): string => 'restarted';

function roles(relays: readonly RoleId[]): readonly RoleSpec[] {
  return [
    { id: 'order-service', process: 'order', machine: orderService, durable: onlyThatItRan },
    {
      id: 'order-database',
      process: 'order-db',
      machine: orderDatabase,
      durable: onlyThatItRan,
      watches: ['order', ...relays],
    },
    ...relays.map((id): RoleSpec => ({ id, process: id, machine: relay, durable: onlyThatItRan })),
    { id: 'broker', process: 'broker', machine: plainBroker, durable: durablePlainBroker },
    { id: 'topic', process: 'broker', machine: topic, durable: durableTopic, watches: ['points'] },
    { id: 'consumer', process: 'points', machine: consumer, durable: durableConsumer, watches: ['broker'] },
  ];
}

function channels(relays: readonly RoleId[]): readonly ChannelSpec[] {
  return [
    ...calls('order-service', 'order-database'),
    { from: 'order-service', to: 'relay', kind: 'call' },
    ...relays.flatMap((role): readonly ChannelSpec[] => [
      ...calls(role, 'order-database'),
      { from: role, to: 'broker', kind: 'multiset', lossNoticed: true },
      { from: 'broker', to: role, kind: 'multiset' },
    ]),
    ...calls('broker', 'topic'),
    ...consumerChannels,
    { from: 'consumer', to: 'order-service', kind: 'multiset' },
  ];
}

function choices(world: World, settings: Settings): readonly TableChoice[] {
  const seen = read(world);
  const { orders, rows } = seen.database;
  return [
    ...places(world),
    ...joins(world, settings),
    ...running(world).flatMap((tx) => [
      ...outcomes(world, tx),
      byPerson('order-service', { type: 'keepRunning', tx }, 'outcome'),
    ]),
    ...Object.keys(orders)
      .filter((tx) => orders[tx] === 'committed')
      .map((tx) => byPerson('order-service', { type: 'cancelOrder', tx }, 'fault:order-cancelled')),
    ...rows
      .filter(({ wait }) => wait === 'person')
      .map(({ id, tx }) => byPerson('order-database', { type: 'replay', id, tx }, 'person:row-replayed')),
    ...rows
      .filter(canSpoil)
      .map(({ id, tx }) => byPerson('order-database', { type: 'spoil', id, tx }, 'fault:row-always-fails')),
    ...rows
      .filter(({ fails }) => fails === true)
      .map(({ id, tx }) => byPerson('order-database', { type: 'mend', id, tx }, 'person:row-mended')),
    ...(hasLaggingReplica(settings) ? [byPerson('order-database', { type: 'failover' }, 'fault:failover')] : []),
    ...(tailsLog(settings) ? [byPerson('order-database', { type: 'losePosition' }, 'fault:position-lost')] : []),
    byPerson('broker', { type: 'loseNext' }, 'fault:unroutable'),
    byPerson('consumer', { type: 'failConsuming' }, 'fault:consumer-fails'),
    databaseChoice(seen.consumer.isDatabaseDown),
    ...(seen.consumer.isDatabaseDown ? [] : writesOf(seen.consumer.markers)),
  ];
}

/** What needs the points database. */
function writesOf(markers: readonly string[]): readonly TableChoice[] {
  return [
    byPerson('consumer', { type: 'refuseOrder' }, 'fault:consumer-refuses'),
    ...markers.map((tx) => byPerson('consumer', { type: 'purgeMarker', tx }, 'fault:marker-purged')),
  ];
}

type TableChoice = ChoiceOf<OwnKinds>;

function byPerson(role: RoleId, message: Message, choiceClass: TableChoice['class']): TableChoice {
  return { role, message, afterMs: null, class: choiceClass };
}

function places(world: World): readonly TableChoice[] {
  const placed = Object.keys(read(world).database.orders).length;
  if (placed >= ORDERS_MAX) return [];
  const message = { type: 'placeOrder', tx: `o${placed + 1}` };
  return [{ role: 'order-service', message, afterMs: placed === 0 ? PLACE_MS : null, class: 'order' }];
}

/** A second order in a transaction that is open, where a log is read: only there it matters which rows are one transaction. */
function joins(world: World, settings: Settings): readonly TableChoice[] {
  if (!tailsLog(settings) || captureOf(settings) !== 'same-tx') return [];
  return places(world).flatMap(({ role, message }) =>
    running(world).map((leader) => byPerson(role, { ...message, in: leader }, 'order')),
  );
}

/** The orders whose transaction is open and their own. */
function running(world: World): readonly string[] {
  const { orders, joined } = read(world).database;
  return Object.keys(orders).filter((tx) => orders[tx] === 'open' && joined[tx] === undefined);
}

function outcomes(world: World, tx: string): readonly TableChoice[] {
  return OUTCOMES.map((outcome) => ({
    role: 'order-service',
    message: { type: 'finish', tx, outcome },
    // Asked for by playback alone: an exploration does not depend on it.
    get afterMs() {
      if (outcome !== 'commit') return null;
      return read(world).orderService?.long.includes(tx) === true ? LONG_RUN_MS : SHORT_RUN_MS;
    },
    class: 'outcome',
  }));
}

const OUTCOMES = ['commit', 'rollback'] as const;
const PLACE_MS = 300;
const SHORT_RUN_MS = 300;
/** Longer than the minimum age: the row is old before anybody else can see it. */
const LONG_RUN_MS = 15_000;
