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
import { readerOf } from '../shared/roleData.ts';

export interface LocalMessageTableWorld {
  readonly world: World;
  /** Null while its process is down. */
  readonly orderService: OrderServiceContext | null;
  readonly database: DatabaseContext;
  /** The relays of this world; a context is null while its process is down. */
  readonly relays: readonly { readonly role: RoleId; readonly context: RelayContext | null; readonly value: Data }[];
  readonly broker: PlainBrokerContext | null;
  readonly topic: Pick<TopicContext, 'orders' | 'retry' | 'scheduled' | 'dead' | 'consumed'>;
  readonly consumer: Pick<ConsumerContext, 'points' | 'markers' | 'isDatabaseDown'> & {
    readonly inbox: readonly Delivery[];
  };
  readonly publishes: readonly Publish[];
  /** What the points service tells the order service: orders that are to be taken back. */
  readonly reverses: readonly string[];
}

/** What each role writes. */
interface Contexts {
  readonly 'order-service': OrderServiceContext;
  readonly 'order-database': DatabaseContext;
  readonly relay: RelayContext;
  readonly 'relay-b': RelayContext;
  readonly broker: PlainBrokerContext;
  readonly topic: TopicContext;
  readonly consumer: ConsumerContext;
}

const { dataIn, contextIn } = readerOf<Contexts>('local-message-table');

/**
 * Reads on demand: whoever asks for one role depends on that role alone, which is what the verifier's memory rests on.
 * The roles' machines are the only writers of their data, so `Contexts` says what is there.
 */
export function read(world: World): LocalMessageTableWorld {
  return {
    world,
    get orderService() {
      return contextIn(world, 'order-service');
    },
    get database() {
      return dataIn(world, 'order-database');
    },
    get relays() {
      return RELAYS.flatMap((role) => {
        const local = world.roles[role];
        if (local === undefined) return [];
        const context = contextIn(world, role);
        return [{ role, context, value: local.value }];
      });
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
      return RELAYS.flatMap((role) => inFlight(world, role, 'broker').filter(isPublish));
    },
    get reverses() {
      const messages = inFlight(world, 'consumer', 'order-service').filter(({ type }) => type === 'reverse');
      return messages.flatMap(({ tx }) => (typeof tx === 'string' ? [tx] : []));
    },
  };
}

export const RELAYS = ['relay', 'relay-b'] as const satisfies readonly RoleId[];

function isDown(world: World, role: RoleId): boolean {
  return world.roles[role]?.value === 'crashed';
}

function isPublish(message: { readonly type: string }): message is Publish {
  return message.type === 'publish';
}
