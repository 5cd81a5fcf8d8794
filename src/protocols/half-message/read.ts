/** Worlds of this protocol with types: the one place that says what the roles' plain data are. */
import type { Data } from '../../engine/data.ts';
import type { RoleId } from '../../engine/model.ts';
import { inFlight, type World } from '../../engine/world.ts';
import type { ConsumerContext } from '../shared/consumerState.ts';
import type { TopicContext } from '../shared/topicState.ts';
import { PRODUCERS, type ProducerRole } from './instances.ts';
import type { BrokerContext } from './roles/brokerMessages.ts';
import type { CheckerContext } from './roles/checker.ts';
import type { HalfTopicContext } from './roles/halfTopic.ts';
import type { DatabaseContext } from './roles/orderDatabase.ts';
import type { ProducerContext } from './roles/producerMessages.ts';
import type { CheckTransactionState, EndTransaction, OrderRow } from './vocabulary.ts';
import type { Delivery } from '../shared/delivery.ts';
import { readerOf } from '../shared/roleData.ts';

export interface HalfMessageWorld {
  readonly world: World;
  readonly orders: readonly { readonly order: string; readonly row: OrderRow }[];
  /** Null while its process is down. */
  readonly producers: readonly {
    readonly role: ProducerRole;
    readonly context: ProducerContext | null;
    readonly value: Data;
  }[];
  readonly broker: BrokerContext | null;
  readonly halfTopic: Pick<HalfTopicContext, 'half' | 'op' | 'young' | 'failsNextOp'> & {
    readonly buffer: readonly number[];
  };
  readonly checker: Pick<CheckerContext, 'cursors' | 'discarded' | 'failsNextDiscard' | 'breaksOff'>;
  readonly topic: Pick<TopicContext, 'orders' | 'retry' | 'scheduled' | 'dead' | 'consumed'>;
  readonly consumer: Pick<ConsumerContext, 'points' | 'markers' | 'isDatabaseDown'> & {
    readonly inbox: readonly Delivery[];
  };
  readonly ends: readonly EndTransaction[];
  readonly checks: readonly CheckTransactionState[];
  readonly isRunningLong: (role: RoleId) => boolean;
}

/** What each role writes. */
interface Contexts {
  readonly 'order-database': DatabaseContext;
  readonly producer: ProducerContext;
  readonly 'producer-b': ProducerContext;
  readonly 'producer-c': ProducerContext;
  readonly broker: BrokerContext;
  readonly 'half-topic': HalfTopicContext;
  readonly checker: CheckerContext;
  readonly topic: TopicContext;
  readonly consumer: ConsumerContext;
}

const { dataIn, contextIn } = readerOf<Contexts>('half-message');
export { dataIn };

/**
 * Reads on demand: whoever asks for one role depends on that role alone, which is what the verifier's memory rests on.
 * The roles' machines are the only writers of their data, so `Contexts` says what is there.
 */
export function read(world: World): HalfMessageWorld {
  return {
    world,
    get orders() {
      const { orders } = dataIn(world, 'order-database');
      return Object.entries(orders).map(([order, row]) => ({ order, row }));
    },
    get producers() {
      return producersOf(world);
    },
    get broker() {
      return contextIn(world, 'broker');
    },
    get halfTopic() {
      const context = dataIn(world, 'half-topic');
      return isDown(world, 'half-topic') ? { ...context, buffer: [] } : context;
    },
    get checker() {
      return dataIn(world, 'checker');
    },
    get topic() {
      return dataIn(world, 'topic');
    },
    get consumer() {
      const context = dataIn(world, 'consumer');
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

function producersOf(world: World): HalfMessageWorld['producers'] {
  return PRODUCERS.flatMap((role) => {
    const local = world.roles[role];
    if (local === undefined) return [];
    const context = contextIn(world, role);
    return [{ role, context, value: local.value }];
  });
}

function isDown(world: World, role: RoleId): boolean {
  return world.roles[role]?.value === 'crashed';
}

function isEnd(message: { readonly type: string }): message is EndTransaction {
  return message.type === 'endTransaction';
}

function isCheck(message: { readonly type: string }): message is CheckTransactionState {
  return message.type === 'checkTransactionState';
}
