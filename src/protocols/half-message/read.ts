/** Worlds of this protocol with types: the one place that says what the roles' plain data are. */
import type { Data } from '../../engine/data.ts';
import type { RoleId } from '../../engine/model.ts';
import { inFlight, type World } from '../../engine/world.ts';
import type { ConsumerContext } from '../shared/consumerState.ts';
import type { TopicContext } from '../shared/topicState.ts';
import type { BrokerContext } from './roles/brokerMessages.ts';
import type { CheckerContext } from './roles/checker.ts';
import type { HalfTopicContext } from './roles/halfTopic.ts';
import type { DatabaseContext } from './roles/orderDatabase.ts';
import type { ProducerContext } from './roles/producerMessages.ts';
import type { CheckTransactionState, EndTransaction, OrderRow } from './vocabulary.ts';
import type { Delivery } from '../shared/delivery.ts';

export interface HalfMessageWorld {
  readonly world: World;
  readonly orders: readonly { readonly order: string; readonly row: OrderRow }[];
  /** Null while its process is down. */
  readonly producers: readonly {
    readonly role: RoleId;
    readonly context: ProducerContext | null;
    readonly value: Data;
  }[];
  readonly broker: BrokerContext | null;
  readonly halfTopic: Pick<HalfTopicContext, 'half' | 'op' | 'young'> & { readonly buffer: readonly number[] };
  readonly checker: Pick<CheckerContext, 'cursors' | 'discarded'> &
    Partial<Pick<CheckerContext, 'checkMax' | 'isAbsent'>>;
  readonly topic: Pick<TopicContext, 'orders' | 'retry' | 'scheduled' | 'dead' | 'consumed'>;
  readonly consumer: Pick<ConsumerContext, 'points' | 'markers'> & { readonly inbox: readonly Delivery[] };
  readonly ends: readonly EndTransaction[];
  readonly checks: readonly CheckTransactionState[];
  readonly isRunningLong: (role: RoleId) => boolean;
}

/**
 * Reads on demand: whoever asks for one role depends on that role alone, which is what the verifier's memory rests on.
 * The roles' machines are the only writers of their data, so the casts say what is there.
 */
export function read(world: World): HalfMessageWorld {
  return {
    world,
    get orders() {
      const { orders } = dataOf(world, 'order-database') as unknown as DatabaseContext;
      return Object.entries(orders).map(([order, row]) => ({ order, row }));
    },
    get producers() {
      return producersOf(world);
    },
    get broker() {
      return world.crashed.includes('broker') ? null : (dataOf(world, 'broker') as unknown as BrokerContext);
    },
    get halfTopic() {
      const context = dataOf(world, 'half-topic') as unknown as HalfTopicContext;
      return isDown(world, 'half-topic') ? { ...context, buffer: [] } : context;
    },
    get checker() {
      return dataOf(world, 'checker') as unknown as CheckerContext;
    },
    get topic() {
      return dataOf(world, 'topic') as unknown as TopicContext;
    },
    get consumer() {
      const context = dataOf(world, 'consumer') as unknown as ConsumerContext;
      return isDown(world, 'consumer') ? { ...context, inbox: [] } : context;
    },
    get ends() {
      return PRODUCERS.flatMap((role) => inFlight(world, role, 'broker').filter(isEnd));
    },
    get checks() {
      return PRODUCERS.flatMap((role) => inFlight(world, 'broker', role).filter(isCheck));
    },
    isRunningLong: (role) => JSON.stringify(world.roles[role]?.value).includes('workingLong'),
  };
}

/** Instances of the producer group, as far as a model has them. */
export const PRODUCERS: readonly RoleId[] = ['producer', 'producer-b'];

function producersOf(world: World): HalfMessageWorld['producers'] {
  return PRODUCERS.flatMap((role) => {
    const local = world.roles[role];
    if (local === undefined) return [];
    const context = isDown(world, role) ? null : (dataOf(world, role) as unknown as ProducerContext);
    return [{ role, context, value: local.value }];
  });
}

function isDown(world: World, role: RoleId): boolean {
  return world.roles[role]?.value === 'crashed';
}

/** A role's context, or what survives of it while its process is down. */
function dataOf(world: World, role: RoleId): Data {
  const local = world.roles[role];
  if (local === undefined) throw new Error(`Expected a role of half-message; got ${role}.`);
  return local.value === 'crashed' ? (local.context['survived'] ?? null) : local.context;
}

function isEnd(message: { readonly type: string }): message is EndTransaction {
  return message.type === 'endTransaction';
}

function isCheck(message: { readonly type: string }): message is CheckTransactionState {
  return message.type === 'checkTransactionState';
}
