/** Worlds of this protocol with types: the one place that says what the roles' plain data are. */
import type { Data } from '../../engine/data.ts';
import type { RoleId } from '../../engine/model.ts';
import { inFlight, type World } from '../../engine/world.ts';
import type { ConsumerContext } from '../shared/consumerState.ts';
import type { Delivery } from '../shared/delivery.ts';
import type { PlainBrokerContext } from '../shared/plainBroker.ts';
import type { TopicContext } from '../shared/topicState.ts';
import type { OrderServiceContext } from './roles/orderServiceState.ts';
import type { OrderRow } from './vocabulary.ts';
import { dataOf, readerOf } from '../shared/roleData.ts';

export interface PlainMqWorld {
  readonly world: World;
  readonly orders: { readonly [tx: string]: OrderRow };
  /** Null while its process is down. */
  readonly orderService: OrderServiceContext | null;
  /** The state that the order service is in. */
  readonly phase: Data;
  readonly broker: PlainBrokerContext | null;
  readonly topic: Pick<TopicContext, 'orders' | 'retry' | 'scheduled' | 'dead' | 'consumed'>;
  readonly consumer: Pick<ConsumerContext, 'points' | 'markers' | 'isDatabaseDown'> & {
    readonly inbox: readonly Delivery[];
  };
  /** Orders whose publish is on its way to the broker. */
  readonly publishes: readonly string[];
}

/** What each role writes. */
interface Contexts {
  readonly 'order-service': OrderServiceContext;
  readonly broker: PlainBrokerContext;
  readonly topic: TopicContext;
  readonly consumer: ConsumerContext;
}

const { dataIn, contextIn } = readerOf<Contexts>('plain-mq');

/**
 * Reads on demand: whoever asks for one role depends on that role alone, which is what the verifier's memory rests on.
 * The roles' machines are the only writers of their data, so `Contexts` says what is there.
 */
export function read(world: World): PlainMqWorld {
  return {
    world,
    get orders() {
      const local = world.roles['order-service'];
      const running = contextIn(world, 'order-service');
      if (running !== null) return running.orders;
      // What survives of it are the orders themselves.
      return local === undefined ? {} : dataOf<Orders>(local);
    },
    get orderService() {
      return contextIn(world, 'order-service');
    },
    get phase() {
      return world.roles['order-service']?.value ?? null;
    },
    get broker() {
      return contextIn(world, 'broker');
    },
    get topic() {
      return dataIn(world, 'topic');
    },
    get consumer() {
      const context = dataIn(world, 'consumer');
      return isDown(world, 'consumer') ? { ...context, inbox: [] } : context;
    },
    get publishes() {
      return inFlight(world, 'order-service', 'broker').flatMap(({ tx }) => (typeof tx === 'string' ? [tx] : []));
    },
  };
}

type Orders = PlainMqWorld['orders'];

function isDown(world: World, role: RoleId): boolean {
  return world.roles[role]?.value === 'crashed';
}

/** Whether the order service waits for a confirm, with a limit or without. */
export function isAwaiting(phase: Data): boolean {
  return phase === 'awaitingConfirm' || phase === 'awaitingForever';
}
