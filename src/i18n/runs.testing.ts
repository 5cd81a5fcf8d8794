/** Runs of a protocol for tests of its texts: the library, given ones, and random ones at many settings. */
import { nextStep } from '../engine/autoplay.ts';
import type { Engine } from '../engine/engine.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { beginTimeline, extend, lastFrame, replay, type Timeline } from '../engine/timeline.ts';
import { protocols } from '../protocols/registry.ts';
import type { Protocol, SettingSpec } from '../protocols/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import { libraryOf } from '../scenario/library.ts';
import { replayWords } from '../scenario/run.ts';
import { completeSettings } from '../scenario/settings.ts';

export function libraryRuns(protocol: Protocol): readonly Timeline[] {
  return libraryOf(protocols.filter(({ id }) => id === protocol.id)).map(
    ({ scenario }) => replay(engineFor(protocol, scenario.settings), scenario.steps).timeline,
  );
}

/** A run in link words; one that chance seldom finds. */
export function runOf(protocol: Protocol, given: Settings, words: string): Timeline {
  const { engine, steps, problem } = replayWords(protocol, completeSettings(protocol, given), words.split('.'));
  if (problem !== null) throw new Error(`Expected ${words} to replay; got ${JSON.stringify(problem)}.`);
  return replay(engine, steps).timeline;
}

/** Runs in which anything may happen at any time; the same at every call. */
export function randomRuns(protocol: Protocol, count: number, length: number): readonly Timeline[] {
  return Array.from({ length: count }, (_, index) => randomRun(engineAt(protocol, index), random(index), length));
}

/** Every value of every setting comes up, in changing company. */
function engineAt(protocol: Protocol, index: number): Engine {
  const pick = random(index * 7 + 1);
  const given = protocol.settings.map((spec) => [spec.name, valueOf(spec, pick)]);
  return engineFor(protocol, completeSettings(protocol, Object.fromEntries(given)));
}

function valueOf(spec: SettingSpec, pick: Pick): string {
  return spec.kind === 'choice' ? pick.one(spec.values) : String(spec.min + Math.floor(pick.part() * 3));
}

/** One step of three is what would come next anyway, so that runs get somewhere. */
function randomRun(engine: Engine, pick: Pick, length: number): Timeline {
  let timeline = beginTimeline(engine);
  for (let count = 0; count < length; count += 1) {
    const usual = pick.part() < 0.35 ? nextStep(timeline) : null;
    const { world } = lastFrame(timeline);
    const step = usual ?? pick.one(likely(engine.enabled(world), pick));
    const next = extend(timeline, step);
    if (next.ok) timeline = next.timeline;
  }
  return timeline;
}

/** Steps of one kind: each kind is equally likely, however many steps it has. */
function likely(steps: readonly Step[], pick: Pick): readonly [Step, ...Step[]] {
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  const kind = kinds[Math.floor(pick.part() * kinds.length)];
  const [first, ...rest] = steps.filter((step) => step.kind === kind);
  if (first === undefined) throw new Error('Expected some step to be possible.');
  return [first, ...rest];
}

interface Pick {
  /** From 0 to below 1. */
  readonly part: () => number;
  readonly one: <Item>(items: readonly [Item, ...Item[]]) => Item;
}

/** Mulberry32: small, and the same everywhere. */
function random(seed: number): Pick {
  let state = (seed + 1) * 0x9e3779b9;
  const part = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((more ^ (more >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { part, one: (items) => items[Math.floor(part() * items.length)] ?? items[0] };
}
