/** Runs of any protocol that nobody thought of: random walks, everything near the start, and undisturbed continuations. */
import * as fc from 'fast-check';
import { nextStep } from '../engine/autoplay.ts';
import { keyOf, stable } from '../engine/data.ts';
import type { Engine } from '../engine/engine.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { beginTimeline, extend, lastFrame, type Frame } from '../engine/timeline.ts';
import type { World } from '../engine/world.ts';
import type { Protocol, SettingSpec } from './protocol.ts';

/** Any settings of a protocol; of a number its bounds and what lies beside them. */
export function settingsArbitrary(specs: readonly SettingSpec[]): fc.Arbitrary<Settings> {
  return fc.record(Object.fromEntries(specs.map((spec) => [spec.name, fc.constantFrom(...triedValues(spec))])));
}

/** The values of a setting; of a number its bounds and what lies beside them. */
export function triedValues(spec: SettingSpec): readonly string[] {
  return spec.kind === 'choice' ? spec.values : [spec.min, spec.min + 1, spec.max].map(String);
}

/** What chance picked, to be read against any engine. */
export const picksArbitrary = (maxLength: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.nat({ max: 1_000_000 }), { maxLength, size: 'max' });

/**
 * The frames of a run that chance picked, the start first. Mostly it takes what comes by itself, so that runs get
 * somewhere; else anything that is possible.
 */
export function walk(engine: Engine, picks: readonly number[]): readonly Frame[] {
  const frames: Frame[] = [lastFrame(beginTimeline(engine))];
  for (const pick of picks) {
    const last = frames.at(-1);
    if (last === undefined) break;
    const possible = engine.enabled(last.world);
    const awaited = new Set(last.pending.map(({ choice }) => stable([choice.role, choice.message])));
    const byItself = possible.filter((step) => comesByItself(step, awaited));
    const from = pick % 10 < 7 && byItself.length > 0 ? byItself : possible;
    const step = from[Math.floor(pick / 10) % from.length];
    if (step === undefined) break;
    frames.push(after(engine, last, step));
  }
  return frames;
}

function comesByItself(step: Step, awaited: ReadonlySet<string>): boolean {
  if (step.kind === 'choose') return awaited.has(stable([step.role, step.message]));
  return step.kind === 'deliver' || step.kind === 'fire';
}

/** A relay that tails its log looks twice a second, and a broker knows duplicates for five minutes after each message. */
const REST_STEPS_MAX = 20_000;

/** Every crashed process is restarted, and then nobody interferes until nothing changes any more. */
export function undisturbed(engine: Engine, from: Frame): readonly Frame[] {
  const rest: Frame[] = [];
  const take = (step: Step): void => void rest.push(after(engine, rest.at(-1) ?? from, step));
  for (const process of from.world.crashed) take({ kind: 'restart', process });
  for (const { role, message, class: kind } of engine.choices((rest.at(-1) ?? from).world)) {
    if (MENDED.includes(kind)) take({ kind: 'choose', role, message });
  }
  for (let count = 0; count < REST_STEPS_MAX; count += 1) {
    const last = rest.at(-1) ?? from;
    const step = nextStep({ engine, frames: [last] });
    if (step === null) return rest;
    rest.push(after(engine, last, step));
  }
  throw new Error(`Expected the run to come to rest within ${REST_STEPS_MAX} steps.`);
}

/** What fails for good until somebody mends it. */
const MENDED: readonly string[] = ['person:points-database-repaired', 'person:row-mended'];

function after(engine: Engine, last: Frame, step: Step): Frame {
  const extended = extend({ engine, frames: [last] }, step);
  if (!extended.ok) throw new Error(`Expected an enabled step to apply; ${JSON.stringify(step)} did not.`);
  return lastFrame(extended.timeline);
}

/** The first worlds of a breadth-first exploration, each with the records of every step that is possible there. */
export function* nearestWorlds(engine: Engine, worldsMax: number) {
  const known = new Set([contentOf(engine.initial.world)]);
  const queue: World[] = [engine.initial.world];
  for (let index = 0; index < queue.length && index < worldsMax; index += 1) {
    const world = queue[index];
    if (world === undefined) return;
    for (const step of engine.enabled(world)) {
      const outcome = engine.apply(world, step);
      if (!outcome.ok) throw new Error(`Expected an enabled step to apply; ${JSON.stringify(step)} did not.`);
      yield { world, step, records: outcome.records };
      const key = contentOf(outcome.world);
      if (known.size < worldsMax && !known.has(key)) {
        known.add(key);
        queue.push(outcome.world);
      }
    }
  }
}

/** Equal for equal worlds. The local states of roles are one object each, so that their text is made once. */
function contentOf({ roles, crashed, network, timers }: World): string {
  return Object.values(roles).map(keyOf).join(' ') + stable([crashed, network, timers]);
}

/** Settings that cover every value of every setting: in the n-th, each setting has its n-th value. */
export function coveringSettings({ settings }: Protocol): readonly Settings[] {
  const values = settings.map((spec) => ({ name: spec.name, values: triedValues(spec) }));
  const rounds = Math.max(1, ...values.map((one) => one.values.length));
  return Array.from({ length: rounds }, (_, round) =>
    Object.fromEntries(values.map(({ name, values: all }) => [name, all[round % all.length] ?? ''])),
  );
}
