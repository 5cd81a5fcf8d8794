import type { PropertySpec } from '../protocol.ts';
import { everTwice, halfInvisible } from '../shared/properties.ts';
import { read } from './read.ts';

const CHECKS = 5;

export const properties: readonly PropertySpec[] = [
  halfInvisible(
    (world) => read(world).consumer,
    (world, tx) => read(world).orders.some(({ order, row }) => order === tx && row === 'committed'),
  ),
  everTwice((world) => read(world).consumer),
  {
    id: 'ever-checked-five-times',
    kind: 'sometimes',
    rounds: { 'check-max': CHECKS },
    test: (world) =>
      read(world).halfTopic.half.some(({ checkTimes, prepared }) => prepared === null && checkTimes === CHECKS),
  },
];
