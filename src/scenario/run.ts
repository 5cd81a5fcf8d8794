import type { Engine } from '../engine/engine.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { engineFor } from './engines.ts';
import { parseItem, type Item } from './grammar.ts';
import { quote, STEPS_MAX, type LinkProblem, type StepReason } from './problem.ts';
import type { Moment } from './stages.ts';
import { headOf, possibleWords, refusalOf, stepNamed, wordOf } from './words.ts';

/** Words replayed as far as possible. `moments` has one more entry than `steps`: the start. */
export interface Run {
  readonly engine: Engine;
  readonly steps: readonly Step[];
  readonly moments: readonly [Moment, ...Moment[]];
  /** How many steps the words asked for, repetitions counted. */
  readonly asked: number;
  readonly problem: LinkProblem | null;
}

/** How many of the possible words a problem names. */
const POSSIBLE_MAX = 6;

/** Replays words, each in the world that the words before it led to. */
export function replayWords(protocol: Protocol, settings: Settings, texts: readonly string[]): Run {
  const engine = engineFor(protocol, settings);
  const items = texts.map(parseItem);
  const asked = items.reduce((sum, item) => sum + (item?.times ?? 1), 0);
  const steps: Step[] = [];
  const moments: [Moment, ...Moment[]] = [{ index: 0, ...engine.initial }];
  let { world } = engine.initial;
  const stopped = (problem: LinkProblem): Run => ({ engine, steps, moments, asked, problem });
  for (const [index, item] of items.entries()) {
    for (let time = 0; time < (item?.times ?? 1); time += 1) {
      if (steps.length === STEPS_MAX) return stopped({ kind: 'too-many-steps', steps: asked, max: STEPS_MAX });
      const answer = item === null ? { code: 'malformed' as const } : stepOrReason(engine, protocol, world, item);
      if ('code' in answer) {
        const word = quote(item?.text ?? texts[index] ?? '');
        return stopped({ kind: 'bad-step', step: steps.length + 1, word, reason: answer });
      }
      const outcome = engine.apply(world, answer);
      if (!outcome.ok) throw new Error(`Expected an enabled step to apply; ${headOf(protocol.words, answer)} did not.`);
      steps.push(answer);
      ({ world } = outcome);
      moments.push({ index: steps.length, world, records: outcome.records });
    }
  }
  return { engine, steps, moments, asked, problem: null };
}

function stepOrReason(engine: Engine, { words }: Protocol, world: World, item: Item): Step | StepReason {
  const named = stepNamed(engine, words, world, item);
  switch (named.kind) {
    case 'one':
      return named.step;
    case 'none': {
      const possible = possibleWords(engine, words, world).slice(0, POSSIBLE_MAX);
      return { code: 'not-possible', refusal: refusalOf(engine, words, world, item), possible };
    }
    case 'several':
      return {
        code: 'ambiguous',
        matches: named.steps.slice(0, POSSIBLE_MAX).map((step) => wordOf(engine, words, world, step)),
      };
  }
}
