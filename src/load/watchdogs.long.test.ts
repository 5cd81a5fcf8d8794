import { expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { FOLLOWED_IDS } from './agreement.testing.ts';
import { figuresOf } from './lab.ts';
import { presetOf } from './presets.ts';

it('[LX6] deadlines pass in one preset only: behind a row that stays locked', () => {
  const passed = FOLLOWED_IDS.filter((id) => figuresOf(presetOf(id), protocols).some(({ timedOut }) => timedOut > 0));
  expect(passed).toEqual(['lost-commit']);
});
