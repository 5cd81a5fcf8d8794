import { expect, it } from 'vitest';
import { GOLDEN, GOLDEN_HASHES } from './golden.testing.ts';
import { figuresOf } from './lab.ts';

it('[LG1] has the same events in the same order, to the last digit, in a browser', () => {
  expect(figuresOf(GOLDEN, []).map(({ hash }) => hash)).toEqual(GOLDEN_HASHES);
});
