import type { PropertySpec } from '../protocol.ts';
import { everTwice, halfInvisible } from '../shared/properties.ts';
import { read } from './read.ts';

export const properties: readonly PropertySpec[] = [
  halfInvisible(
    (world) => read(world).consumer,
    (world, tx) => read(world).orders[tx] === 'committed',
  ),
  everTwice((world) => read(world).consumer),
];
