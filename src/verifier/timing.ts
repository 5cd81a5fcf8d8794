/**
 * How fast messages are. A search lets any timer fire at any moment, so also before a message that is under way arrives: the
 * world may be as slow as it likes. "Messages are faster than timeouts" leaves out those moments of the delays that only wait
 * for a message. Other delays (intervals, retries, work) have nothing to wait for, and stay free.
 */
import type { Engine } from '../engine/engine.ts';
import type { Model } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { replay } from '../engine/timeline.ts';
import { inFlight, type World } from '../engine/world.ts';
import { inquiryOf } from '../protocols/inquiries.ts';
import type { Timeout } from '../protocols/protocol.ts';

/** The engine without the moments at which a timeout ends although a message is under way for which it may wait. */
export function withFastMessages(engine: Engine): Engine {
  const { model } = engine;
  return {
    ...engine,
    isTaken: (world, step) => engine.isTaken(world, step) && !isSlow(model, world, step),
    enabled: (world) => engine.enabled(world).filter((step) => !isSlow(model, world, step)),
  };
}

/** Whether some timeout of a run ends although a message is under way for which it may wait. */
export function needsSlowMessages(engine: Engine, steps: readonly Step[]): boolean {
  const { frames } = replay(engine, steps).timeline;
  return frames.some(({ step }, index) => {
    const before = frames[index - 1];
    return step !== null && before !== undefined && isSlow(engine.model, before.world, step);
  });
}

/** Whether a protocol has delays that only wait for a message. */
export function hasTimeouts(protocol: string): boolean {
  return inquiryOf(protocol).timeouts.length > 0;
}

function isSlow(model: Model, world: World, step: Step): boolean {
  if (step.kind !== 'fire') return false;
  const timeout = inquiryOf(model.protocol).timeouts.find(({ delay }) => delay === step.delay);
  return timeout !== undefined && isUnderWay(model, world, timeout, step.role);
}

function isUnderWay({ channels }: Model, world: World, { waitsFor, isOwn }: Timeout, role: string): boolean {
  return channels.some(({ from, to, kind }) => {
    if (kind === 'call' || kind === 'set' || (isOwn && from !== role && to !== role)) return false;
    return inFlight(world, from, to).some(({ type }) => waitsFor.includes(type));
  });
}
