/** Runs of the half-message protocol for tests of its texts: the library, and random ones at many settings. */
import type { Engine } from '../engine/engine.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { beginTimeline, extend, lastFrame, replay, type Timeline } from '../engine/timeline.ts';
import { nextStep } from '../engine/autoplay.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import { replayWords } from '../scenario/run.ts';
import { libraryOf } from '../scenario/library.ts';
import { completeSettings } from '../scenario/settings.ts';

export const library = libraryOf([halfMessage]).map(({ id, scenario }) => ({
  id,
  ...replay(engineFor(halfMessage, scenario.settings), scenario.steps),
}));

const DELIVERED = 'order.half.ok.commit.return.end.msg';
const RUNNING_LONG = 'order.half.ok.slow.timeout.pass.check';

/** Runs that chance seldom finds. */
export const rareRuns: readonly Timeline[] = [
  rareRun({ checker: 'fenced' }, 'order.half.timeout.pass.check.answer.ok.rollback'),
  rareRun({ checker: 'fenced' }, `${RUNNING_LONG}.answer.commit`),
  rareRun({ checker: 'fenced' }, `${RUNNING_LONG}.answer.unknow`),
  rareRun({ checker: 'fenced' }, `${RUNNING_LONG}.answer.throw-late`),
  ...['commit', 'rollback', 'unknow'].map((answer) => rareRun({}, `${RUNNING_LONG}.say-${answer}`)),
  rareRun({ 'check-max': '1' }, 'order.half.ok.timeout.pass.discard-now'),
  rareRun({ immunity: 'long' }, 'order.half.ok.commit.timeout.return.end'),
  rareRun({ ack: 'before-commit' }, `${DELIVERED}.fail`),
  rareRun({ dedup: 'marker-after' }, `${DELIVERED}.consume.second`),
  rareRun({}, `${DELIVERED}.crash~broker.fail.again`),
  rareRun({}, `${DELIVERED}.consume.offset.dup~ack.ack.ack`),
  rareRun({}, 'order.half.ok.commit.return.end.drop~msg.pull'),
  rareRun({}, 'order.half.ok.commit.return.end.crash~points.msg'),
];

function rareRun(given: Settings, words: string): Timeline {
  const { engine, steps, problem } = replayWords(halfMessage, completeSettings(halfMessage, given), words.split('.'));
  if (problem !== null) throw new Error(`Expected ${words} to replay; got ${JSON.stringify(problem)}.`);
  return replay(engine, steps).timeline;
}

/** Runs in which anything may happen at any time; the same at every call. */
export function randomRuns(count: number, length: number): readonly Timeline[] {
  return Array.from({ length: count }, (_, index) => randomRun(engineAt(index), random(index), length));
}

/** Every value of every setting comes up, in changing company. */
function engineAt(index: number): Engine {
  const pick = random(index * 7 + 1);
  const given = halfMessage.settings.map((spec) => [spec.name, valueOf(spec, pick)]);
  return engineFor(halfMessage, completeSettings(halfMessage, Object.fromEntries(given)));
}

function valueOf(spec: (typeof halfMessage.settings)[number], pick: Pick): string {
  return spec.kind === 'choice' ? pick.one(spec.values) : String(spec.min + Math.floor(pick.part() * 3));
}

/** One step of three is what would come next anyway, so that runs get somewhere. */
function randomRun(engine: Engine, pick: Pick, length: number): Timeline {
  let timeline = beginTimeline(engine);
  for (let count = 0; count < length; count += 1) {
    const usual = pick.part() < 0.35 ? nextStep(timeline) : null;
    const step = usual ?? pick.one(likely(engine.enabled(lastFrame(timeline).world), pick));
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
