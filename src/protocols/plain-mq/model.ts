/** The processes, roles and channels of the protocol, and what people may do to them. */
import type { ChannelSpec, Message, Model, ProcessSpec, RoleSpec, Settings } from '../../engine/model.ts';
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
    choices,
  };
}

function processes(settings: Settings): readonly ProcessSpec[] {
  // A durable broker loses no more in a power loss than in a kill, so one kind of crash is enough.
  const brokerCrashes = isLossy(settings) ? (['process', 'machine'] as const) : (['process'] as const);
  return [
    { id: 'order', crashKinds: ['process'] },
    { id: 'broker', crashKinds: brokerCrashes, crashNeeds: { setting: 'broker', values: ['lossy'] } },
    { id: 'points', crashKinds: ['process'] },
  ];
}

const ROLES: readonly RoleSpec[] = [
  { id: 'order-service', process: 'order', machine: orderService, durable: durableOrderService },
  { id: 'broker', process: 'broker', machine: plainBroker, durable: durablePlainBroker },
  { id: 'topic', process: 'broker', machine: topic, durable: durableTopic, watches: ['points'] },
  { id: 'consumer', process: 'points', machine: consumer, durable: durableConsumer, watches: ['broker'] },
];

const CHANNELS: readonly ChannelSpec[] = [
  { from: 'order-service', to: 'broker', kind: 'multiset', lossNoticed: true },
  { from: 'broker', to: 'order-service', kind: 'multiset' },
  ...calls('broker', 'topic'),
  ...consumerChannels,
];

function choices(world: World): readonly ChoiceOf<OwnKinds>[] {
  const placed = Object.keys(read(world).orders).length;
  const order = { type: 'placeOrder', tx: `o${placed + 1}` };
  const afterMs = placed === 0 ? PLACE_MS : null;
  const role = 'order-service';
  return [
    ...(placed < ORDERS_MAX ? [{ role, message: order, afterMs, class: 'order' } as const] : []),
    { role, message: finish('commit'), afterMs: WORK_MS, class: 'outcome' },
    { role, message: finish('rollback'), afterMs: null, class: 'outcome' },
    { role: 'broker', message: { type: 'loseNext' }, afterMs: null, class: 'fault:unroutable' },
    { role: 'consumer', message: { type: 'failConsuming' }, afterMs: null, class: 'fault:consumer-fails' },
    databaseChoice(read(world).consumer.isDatabaseDown),
  ];
}

function finish(outcome: 'commit' | 'rollback'): Message {
  return { type: 'finish', outcome };
}

const PLACE_MS = 300;
const WORK_MS = 300;
