import { describe, expect, it } from 'vitest';
import { createEngine } from '../../engine/engine.ts';
import type { Step } from '../../engine/step.ts';
import type { World } from '../../engine/world.ts';
import { explore } from '../shared/explore.testing.ts';
import { completeSettings } from '../shared/settings.ts';
import { benchmarkModel } from './benchmarkModel.ts';
import { settingSpecs } from './settings.ts';

const all = (): boolean => true;

function space(participants: number) {
  const settings = completeSettings(settingSpecs, { semantics: 'benchmark', participants: String(participants) });
  return explore(createEngine(benchmarkModel(settings)), { isFree: all });
}

describe('the benchmark', () => {
  it.each([
    { participants: 2, counts: { states: 56, generated: 154, depth: 8 } },
    { participants: 3, counts: { states: 288, generated: 1_146, depth: 11 } },
    { participants: 5, counts: { states: 8_832, generated: 58_146, depth: 17 } },
  ])('[TP-4] counts as TLC and Stateright do for $participants participants', ({ participants, counts }) => {
    const { states, generated, depth } = space(participants);
    expect({ states, generated, depth }).toEqual(counts);
  });
});
