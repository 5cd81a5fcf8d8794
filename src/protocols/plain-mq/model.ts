/** The processes, roles and channels of the protocol, and what people may do to them. */
import type { ChannelSpec, Choice, Model, ProcessSpec, RoleSpec, Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import { calls, consumerChannels } from '../shared/channels.ts';
import { consumer } from '../shared/consumer.ts';
import { durableConsumer } from '../shared/consumerState.ts';
import { plainBroker } from '../shared/plainBroker.ts';
import { completeSettings } from '../shared/settings.ts';
import { topic } from '../shared/topic.ts';
import { durableTopic } from '../shared/topicState.ts';
import { read } from './read.ts';
import { orderService } from './roles/orderService.ts';
import { durableOrderService } from './roles/orderServiceState.ts';
import { isLossy, settingSpecs } from './settings.ts';

/** Orders that a run can have. */
const ORDERS_MAX = 9;

export function plainMqModel(given: Settings): Model {
  const settings = completeSettings(settingSpecs, given);
  return {
    protocol: 'plain-mq',
    settings,
    processes: processes(settings),
    roles: ROLES,
    channels: CHANNELS,
    choices: (world) => choices(world, settings),
  };
}

function processes(settings: Settings): readonly ProcessSpec[] {
  // A durable broker loses no more in a power loss than in a kill, so one kind of crash is enough.
  const brokerCrashes = isLossy(settings) ? (['process', 'machine'] as const) : (['process'] as const);
  return [
    { id: 'order', crashKinds: ['process'] },
    { id: 'broker', crashKinds: brokerCrashes },
    { id: 'points', crashKinds: ['process'] },
  ];
}

const ROLES: readonly RoleSpec[] = [
  { id: 'order-service', process: 'order', machine: orderService, durable: durableOrderService },
  { id: 'broker', process: 'broker', machine: plainBroker, durable: () => 'restarted' },
  { id: 'topic', process: 'broker', machine: topic, durable: durableTopic, watches: ['points'] },
  { id: 'consumer', process: 'points', machine: consumer, durable: durableConsumer, watches: ['broker'] },
];

const CHANNELS: readonly ChannelSpec[] = [
  { from: 'order-service', to: 'broker', kind: 'multiset', lossNoticed: true },
  { from: 'broker', to: 'order-service', kind: 'multiset' },
  ...calls('broker', 'topic'),
  ...consumerChannels,
];

function choices(world: World, settings: Settings): readonly Choice[] {
  const placed = Object.keys(read(world).orders).length;
  const order = { type: 'placeOrder', tx: `o${placed + 1}` };
  const afterMs = placed === 0 ? PLACE_MS : null;
  return [
    ...(placed < ORDERS_MAX ? [{ role: 'order-service', message: order, afterMs, explored: 'order' } as const] : []),
    { role: 'order-service', message: { type: 'finish', outcome: 'commit' }, afterMs: WORK_MS, explored: 'outcome' },
    { role: 'order-service', message: { type: 'finish', outcome: 'rollback' }, afterMs: null, explored: 'outcome' },
    ...(isLossy(settings) ? [{ role: 'broker', message: { type: 'loseNext' }, afterMs: null } as const] : []),
    { role: 'consumer', message: { type: 'failConsuming' }, afterMs: null },
  ];
}

const PLACE_MS = 300;
const WORK_MS = 300;
