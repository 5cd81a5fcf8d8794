import type { PropertySpec } from '../protocol.ts';
import { everTwice, halfInvisible, inKeyOrder, nothingAfterRollback } from '../shared/properties.ts';
import { read } from './read.ts';

/** An order that was taken back had been committed. */
const COMMITTED: readonly string[] = ['committed', 'cancelled', 'compensated'];

export const properties: readonly PropertySpec[] = [
  halfInvisible(
    (world) => read(world).consumer,
    (world, tx) => COMMITTED.includes(read(world).database.orders[tx] ?? ''),
  ),
  nothingAfterRollback(
    (world) => read(world).topic.orders,
    (world, tx) => read(world).database.orders[tx] === 'aborted',
  ),
  inKeyOrder((world) => read(world).consumer),
  everTwice((world) => read(world).consumer),
];
