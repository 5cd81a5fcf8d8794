import type { PropertySpec } from '../protocol.ts';
import { everTwice, halfInvisible, nothingAfterRollback } from '../shared/properties.ts';
import { read } from './read.ts';

const CHECKS = 5;

export const properties: readonly PropertySpec[] = [
  halfInvisible(
    (world) => read(world).consumer,
    (world, tx) => read(world).orders.some(({ order, row }) => order === tx && row === 'committed'),
  ),
  nothingAfterRollback(
    (world) => read(world).topic.orders,
    (world, tx) =>
      read(world).orders.some(({ order, row }) => order === tx && (row === 'aborted' || row === 'cancelled')),
  ),
  {
    id: 'halves-settle',
    kind: 'settles',
    test: (world) => {
      const { half, op } = read(world).halfTopic;
      const answered = new Set(op.flat().map((offset) => half[offset]?.tx));
      return half.every(({ tx }) => answered.has(tx));
    },
  },
  everTwice((world) => read(world).consumer),
  {
    id: 'ever-checked-five-times',
    kind: 'sometimes',
    rounds: { 'check-max': CHECKS },
    test: (world) =>
      read(world).halfTopic.half.some(({ checkTimes, prepared }) => prepared === null && checkTimes === CHECKS),
  },
];
