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
