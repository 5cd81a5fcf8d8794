/** Worlds of this protocol with types: the one place that says what the roles' plain data are. */
import type { Data } from '../../engine/data.ts';
import type { RoleId } from '../../engine/model.ts';
import { inFlight, type World } from '../../engine/world.ts';
import type { ConsumerContext } from '../shared/consumerState.ts';
import type { Delivery } from '../shared/delivery.ts';
import type { PlainBrokerContext, Publish } from '../shared/plainBroker.ts';
import type { TopicContext } from '../shared/topicState.ts';
import type { OrderServiceContext } from './roles/orderService.ts';
import type { RelayContext } from './roles/relay.ts';
import type { DatabaseContext } from './roles/tables.ts';

export interface LocalMessageTableWorld {
  readonly world: World;
  /** Null while its process is down. */
  readonly orderService: OrderServiceContext | null;
  readonly database: DatabaseContext;
  /** The relays of this world; a context is null while its process is down. */
  readonly relays: readonly { readonly role: RoleId; readonly context: RelayContext | null; readonly value: Data }[];
  readonly broker: PlainBrokerContext | null;
  readonly topic: Pick<TopicContext, 'orders' | 'retry' | 'scheduled' | 'dead' | 'consumed'>;
  readonly consumer: Pick<ConsumerContext, 'points' | 'markers'> & { readonly inbox: readonly Delivery[] };
  readonly publishes: readonly Publish[];
  /** What the points service tells the order service: orders that are to be taken back. */
  readonly reverses: readonly string[];
}

/**
 * Reads on demand: whoever asks for one role depends on that role alone, which is what the verifier's memory rests on.
 * The roles' machines are the only writers of their data, so the casts say what is there.
 */
export function read(world: World): LocalMessageTableWorld {
  return {
    world,
    get orderService() {
      return isDown(world, 'order-service') ? null : (dataOf(world, 'order-service') as unknown as OrderServiceContext);
    },
    get database() {
      return dataOf(world, 'order-database') as unknown as DatabaseContext;
    },
    get relays() {
      return RELAYS.flatMap((role) => {
        const local = world.roles[role];
        if (local === undefined) return [];
        const context = isDown(world, role) ? null : (dataOf(world, role) as unknown as RelayContext);
        return [{ role, context, value: local.value }];
      });
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
      return RELAYS.flatMap((role) => inFlight(world, role, 'broker').filter(isPublish));
    },
    get reverses() {
      const messages = inFlight(world, 'consumer', 'order-service').filter(({ type }) => type === 'reverse');
      return messages.flatMap(({ tx }) => (typeof tx === 'string' ? [tx] : []));
    },
  };
}

export const RELAYS: readonly RoleId[] = ['relay', 'relay-b'];

function isDown(world: World, role: RoleId): boolean {
  return world.roles[role]?.value === 'crashed';
}

/** A role's context, or what survives of it while its process is down. */
function dataOf(world: World, role: RoleId): Data {
  const local = world.roles[role];
  if (local === undefined) throw new Error(`Expected a role of local-message-table; got ${role}.`);
  return local.value === 'crashed' ? (local.context['survived'] ?? null) : local.context;
}

function isPublish(message: { readonly type: string }): message is Publish {
  return message.type === 'publish';
}
