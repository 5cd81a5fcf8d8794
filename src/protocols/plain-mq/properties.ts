import type { PropertySpec } from '../protocol.ts';
import { everTwice, halfInvisible, nothingAfterRollback } from '../shared/properties.ts';
import { read } from './read.ts';

export const properties: readonly PropertySpec[] = [
  halfInvisible(
    (world) => read(world).consumer,
    (world, tx) => read(world).orders[tx] === 'committed',
  ),
  nothingAfterRollback(
    (world) => read(world).topic.orders,
    (world, tx) => read(world).orders[tx] === 'aborted',
  ),
  everTwice((world) => read(world).consumer),
];
