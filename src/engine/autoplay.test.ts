import { describe, expect, it } from 'vitest';
import { nextStep } from './autoplay.ts';
import { createEngine } from './engine.ts';
import { pingPong } from './pingPong.testing.ts';
import type { Step } from './step.ts';
import { beginTimeline, extend, replay, type Timeline } from './timeline.ts';

const engine = createEngine(pingPong());
const serve: Step = { kind: 'choose', role: 'client', message: { type: 'serve' } };

function onward(timeline: Timeline, max: number): readonly Step[] {
  const steps: Step[] = [];
  let current = timeline;
  for (let count = 0; count < max; count += 1) {
    const step = nextStep(current);
    const extended = step === null ? null : extend(current, step);
    if (step === null || extended?.ok !== true) break;
    steps.push(step);
    current = extended.timeline;
  }
  return steps;
}

describe('autoplay', () => {
  it('[E50] rests at the start when only people could do something', () => {
    expect(nextStep(beginTimeline(engine))).toBeNull();
  });

  it('[E51] takes what is due first: deliveries at their latency, timers at their delay', () => {
    const kinds = onward(replay(engine, [serve]).timeline, 3).map((step) =>
      step.kind === 'deliver' ? step.message.type : step.kind,
    );
    expect(kinds).toEqual(['ping', 'notice', 'pong']);
  });

  it('[E52] waits for timers when nothing is in flight', () => {
    const lost: Step = {
      kind: 'drop',
      from: 'client',
      to: 'server',
      message: { type: 'ping', round: 1, isRetry: false },
    };
    expect(nextStep(replay(engine, [serve, lost]).timeline)).toEqual({
      kind: 'fire',
      role: 'client',
      delay: 'retryDelay',
    });
  });
});
