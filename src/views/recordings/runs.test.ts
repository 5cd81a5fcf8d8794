import { expect, it } from 'vitest';
import { shippedRecordings } from '../../recordings/shipped.ts';
import { shipped } from './runs.ts';

it('[VW65] lists every recording that came with the project', () => {
  expect(shipped.map(({ id }) => id).sort()).toEqual(shippedRecordings.map(({ id }) => id).sort());
});
