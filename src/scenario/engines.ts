import { keyOf, stable } from '../engine/data.ts';
import { createEngine, type Engine, type Outcome } from '../engine/engine.ts';
import type { Choice, Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { Protocol } from '../protocols/protocol.ts';

/** More engines than this are not remembered: the one that was made first is forgotten. */
const ENGINES_MAX = 16;
/** More worlds than this are not remembered per engine: then all are forgotten. */
const WORLDS_MAX = 5_000;

const engines = new WeakMap<Protocol, Map<string, Engine>>();

/**
 * The engine of a protocol at these settings. Equal settings give the same engine, which remembers what it answered, so
 * that replaying what was replayed before costs next to nothing.
 */
export function engineFor(protocol: Protocol, settings: Settings): Engine {
  const known = engines.get(protocol) ?? new Map<string, Engine>();
  engines.set(protocol, known);
  const key = stable(settings);
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const [oldest] = known.keys();
  if (known.size >= ENGINES_MAX && oldest !== undefined) known.delete(oldest);
  const engine = remembering(createEngine(protocol.model(settings)));
  known.set(key, engine);
  return engine;
}

/** What is remembered of one world. */
interface Answers {
  readonly outcomes: Map<string, Outcome>;
  enabled: readonly Step[] | null;
  choices: readonly Choice[] | null;
}

function remembering(engine: Engine): Engine {
  let worlds = new WeakMap<World, Answers>();
  let count = 0;
  const answersFor = (world: World): Answers => {
    const known = worlds.get(world);
    if (known !== undefined) return known;
    if (count >= WORLDS_MAX) [worlds, count] = [new WeakMap(), 0];
    const answers: Answers = { outcomes: new Map(), enabled: null, choices: null };
    worlds.set(world, answers);
    count += 1;
    return answers;
  };
  return {
    ...engine,
    apply: (world, step) => {
      const { outcomes } = answersFor(world);
      const key = keyOf(step);
      const outcome = outcomes.get(key) ?? engine.apply(world, step);
      if (outcome.ok) outcomes.set(key, outcome);
      return outcome;
    },
    enabled: (world) => {
      const answers = answersFor(world);
      answers.enabled ??= engine.enabled(world);
      return answers.enabled;
    },
    choices: (world) => {
      const answers = answersFor(world);
      answers.choices ??= engine.choices(world);
      return answers.choices;
    },
  };
}
