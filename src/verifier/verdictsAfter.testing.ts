/** Where a run that the verifier found really ends: the whole model replays it. */
import { expect } from 'vitest';
import { createEngine } from '../engine/engine.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { replay } from '../engine/timeline.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';

export function halfMessageEndOf(settings: Settings, run: readonly Step[]) {
  const model = halfMessage.model(settings);
  const { timeline, refused } = replay(createEngine(model), run);
  expect(refused).toBeNull();
  const { world } = timeline.frames.at(-1) ?? timeline.frames[0];
  return { world, lines: halfMessage.ledger(world, model.settings) };
}

export function halfMessageVerdictsAfter(settings: Settings, run: readonly Step[]): readonly string[] {
  return halfMessageEndOf(settings, run).lines.map(({ verdict }) => verdict);
}
