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

export interface PlainMqWorld {
  readonly world: World;
  readonly orders: { readonly [tx: string]: OrderRow };
  /** Null while its process is down. */
  readonly orderService: OrderServiceContext | null;
  /** The state that the order service is in. */
  readonly phase: Data;
  readonly broker: PlainBrokerContext | null;
  readonly topic: Pick<TopicContext, 'orders' | 'retry' | 'scheduled' | 'dead' | 'consumed'>;
  readonly consumer: Pick<ConsumerContext, 'points' | 'markers'> & { readonly inbox: readonly Delivery[] };
  /** Orders whose publish is on its way to the broker. */
  readonly publishes: readonly string[];
}

/**
 * Reads on demand: whoever asks for one role depends on that role alone, which is what the verifier's memory rests on.
 * The roles' machines are the only writers of their data, so the casts say what is there.
 */
export function read(world: World): PlainMqWorld {
  return {
    world,
    get orders() {
      const data = dataOf(world, 'order-service');
      return (isDown(world, 'order-service') ? data : (data as unknown as OrderServiceContext).orders) as Orders;
    },
    get orderService() {
      return isDown(world, 'order-service') ? null : (dataOf(world, 'order-service') as unknown as OrderServiceContext);
    },
    get phase() {
      return world.roles['order-service']?.value ?? null;
    },
    get broker() {
      return isDown(world, 'broker') ? null : (dataOf(world, 'broker') as unknown as PlainBrokerContext);
    },
    get topic() {
      return dataOf(world, 'topic') as unknown as TopicContext;
    },
    get consumer() {
      const context = dataOf(world, 'consumer') as unknown as ConsumerContext;
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

/** A role's context, or what survives of it while its process is down. */
function dataOf(world: World, role: RoleId): Data {
  const local = world.roles[role];
  if (local === undefined) throw new Error(`Expected a role of plain-mq; got ${role}.`);
  return local.value === 'crashed' ? (local.context['survived'] ?? null) : local.context;
}
