/** `npm run bench`: how fast the engine and the verifier are here, and how long the library's links are. */
import { nextStep } from '../src/engine/autoplay.ts';
import { createEngine } from '../src/engine/engine.ts';
import { beginTimeline, extend, replay, stepsOf } from '../src/engine/timeline.ts';
import { protocols } from '../src/protocols/registry.ts';
import { twoPhaseCommitModel } from '../src/protocols/two-phase-commit/model.ts';
import { libraryOf } from '../src/scenario/library.ts';
import { explore } from '../src/verifier/explore.ts';

const STEPS = 1_000;

function say(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(52)} ${value}\n`);
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** A long run: the broker is restarted again and again between whatever is due. */
function longRun() {
  const engine = createEngine(protocols[0].model({}));
  let timeline = beginTimeline(engine);
  for (let count = 0; count < STEPS; count += 1) {
    const isDown = timeline.frames.at(-1)?.world.crashed.includes('broker') === true;
    const disturbed = { kind: 'crash', process: 'broker', crash: 'process' } as const;
    const step = isDown ? ({ kind: 'restart', process: 'broker' } as const) : (nextStep(timeline) ?? disturbed);
    const extended = extend(timeline, step);
    if (!extended.ok) throw new Error('A step of the long run is refused.');
    timeline = extended.timeline;
  }
  return stepsOf(timeline);
}

const steps = longRun();
const engine = createEngine(protocols[0].model({}));
replay(engine, steps);
const replayMs = timed(() => replay(engine, steps));
say(`replay of ${steps.length} steps, warm`, `${replayMs.toFixed(1)} ms`);
say('steps applied per second', Math.round((steps.length / replayMs) * 1_000).toLocaleString('en'));

const lengths = libraryOf(protocols).map(({ link }) => link.length);
say(`links of ${lengths.length} library scenarios, longest (bar: 200)`, `${Math.max(...lengths)} characters`);

const search = explore({
  engine: createEngine(twoPhaseCommitModel({ semantics: 'benchmark', participants: '7' })),
  ledger: () => [],
  properties: [],
  faults: { crash: 0, drop: 0, duplicate: 0 },
  orders: 1,
  statesMax: 1_000_000,
  stopsEarly: false,
});
const searchMs = timed(() => {
  while (search.advance(50_000));
});
const { states, generated, depth, bytesPerState } = search.report();
say('two-phase commit, 7 participants (296448, 2744706, 23)', `${states}, ${generated}, ${depth}`);
say('distinct states per second in Node (bar: 300,000)', Math.round((states / searchMs) * 1_000).toLocaleString('en'));
say('bytes per state', String(bytesPerState));
