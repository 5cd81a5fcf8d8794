import type { PropertySpec } from '../protocol.ts';
import { everTwice, halfInvisible } from '../shared/properties.ts';
import { read } from './read.ts';

/** An order that was taken back had been committed. */
const COMMITTED: readonly string[] = ['committed', 'cancelled', 'compensated'];

export const properties: readonly PropertySpec[] = [
  halfInvisible(
    (world) => read(world).consumer,
    (world, tx) => COMMITTED.includes(read(world).database.orders[tx] ?? ''),
  ),
  everTwice((world) => read(world).consumer),
];
