/** Changes of state of the roles of half messages: those of a run, and those that any run can show. */
import type { Engine } from '../engine/engine.ts';
import { replay } from '../engine/timeline.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { movesOf } from './moveNames.ts';

export type Moves = ReadonlySet<string>;

export function movesIn({ settings, steps }: Pick<Scenario, 'settings' | 'steps'>): Moves {
  const { timeline } = replay(engineFor(halfMessage, settings), steps);
  return new Set(timeline.frames.flatMap(({ records }) => movesOf(records)));
}

/** What runs show that go on at random, with every fault, at settings that differ in what can happen: always the same runs. */
export function walkedMoves(): Moves {
  return new Set(WALKED.flatMap((settings) => [...movesOnWalks(engineFor(halfMessage, settings))]));
}

const WALKED = [
  { flush: 'async', 'send-retry': 'on', 'check-max': '1', 'reconsume-max': '1' },
  { version: '4.9', checker: 'fenced', dedup: 'marker-first', 'check-max': '1', 'reconsume-max': '1' },
  { immunity: 'long', dedup: 'marker-after', ack: 'before-commit', 'check-max': '2', producers: '2' },
];
const WALKS = 100;
const WALK_STEPS = 80;

function movesOnWalks(engine: Engine): Moves {
  const moves = new Set<string>();
  const next = chance();
  for (let walk = 0; walk < WALKS; walk += 1) {
    let { world } = engine.initial;
    for (let taken = 0; taken < WALK_STEPS; taken += 1) {
      const steps = engine.enabled(world);
      const step = steps[next(steps.length)];
      if (step === undefined) break;
      const outcome = engine.apply(world, step);
      if (!outcome.ok) break;
      for (const move of movesOf(outcome.records)) moves.add(move);
      ({ world } = outcome);
    }
  }
  return moves;
}

/** Whole numbers below a bound, the same ones every time (a linear congruential generator). */
function chance(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}
