/** Promises and questions about what reaches the points service, for every protocol that ends there. */
import { textOf } from '../../engine/data.ts';
import { inFlight, type World } from '../../engine/world.ts';
import type { PropertySpec } from '../protocol.ts';
import type { Delivery } from './delivery.ts';
import type { PointsRow } from './consumerState.ts';

export interface AtConsumer {
  readonly inbox: readonly Delivery[];
  readonly points: { readonly [tx: string]: PointsRow };
}

/** What the consumer receives, or is about to, is about orders that were committed. */
export function halfInvisible(
  consumerOf: (world: World) => AtConsumer,
  isCommitted: (world: World, tx: string) => boolean,
): PropertySpec {
  return {
    id: 'half-invisible',
    kind: 'always',
    test: (world) => {
      const visible = [...consumerOf(world).inbox, ...inFlight(world, 'topic', 'consumer')];
      return visible.every(({ tx, event }) => event !== undefined || isCommitted(world, textOf(tx)));
    },
  };
}

/** No message about an order that was rolled back is in the topic. */
export function nothingAfterRollback(
  storedIn: (world: World) => readonly { readonly tx: string }[],
  isRolledBack: (world: World, tx: string) => boolean,
): PropertySpec {
  return {
    id: 'nothing-after-rollback',
    kind: 'always',
    test: (world) => storedIn(world).every(({ tx }) => !isRolledBack(world, tx)),
  };
}

/** The consumer receives the messages of one order in the order in which they were sent: that it is cancelled, after that it is new. */
export function inKeyOrder(consumerOf: (world: World) => AtConsumer): PropertySpec {
  return {
    id: 'in-key-order',
    kind: 'always',
    test: (world) => {
      const { inbox, points } = consumerOf(world);
      return inbox.every(({ tx, event }, index) => {
        const isNewsBefore = inbox.slice(0, index).some((other) => other.tx === tx && other.event === undefined);
        return event === undefined || points[tx] !== undefined || isNewsBefore;
      });
    },
  };
}

/** The consumer receives a message about a new order for the second time. */
export function everTwice(consumerOf: (world: World) => AtConsumer): PropertySpec {
  return {
    id: 'ever-twice',
    kind: 'sometimes',
    test: (world) => {
      const { inbox, points } = consumerOf(world);
      const orders = inbox.filter(({ event }) => event === undefined).map(({ tx }) => tx);
      return orders.some((tx, index) => points[tx] !== undefined || orders.indexOf(tx) < index);
    },
  };
}
