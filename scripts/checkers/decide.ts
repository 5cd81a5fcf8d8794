/** The shapes of checkers, decided one after the other as far as that ends in time: for the answers that the page has ahead. */
import type { Settings } from '../../src/engine/model.ts';
import { lastFrame, replay } from '../../src/engine/timeline.ts';
import type { Protocol } from '../../src/protocols/protocol.ts';
import { engineFor } from '../../src/scenario/engines.ts';
import { wordsOf } from '../../src/scenario/link.ts';
import { replayWords } from '../../src/scenario/run.ts';
import { searchFor } from '../../src/verifier/answer.ts';
import type { Question, Report } from '../../src/verifier/question.ts';
import { questionsOf, type Reach } from '../../src/views/checker/checkerModel.ts';
import { isUndecided, type CheckerPromise, type Decided } from '../../src/views/checker/decided.ts';
import { checksOf, settingsFor, type Form } from '../../src/views/checker/shape.ts';

const PORTION = 2_000;

/** With three checks or two instances there are more states than a first look is worth: what it leaves open is asked again. */
const LARGE_STATES_MAX = 10_000;

/** With a grace period two more checks come to nothing first: too long for a search to find in time. */
function withGrace(run: string): string {
  return run.replace('pass.check', 'pass.check.answer.end.pass.check.answer.end.pass.check');
}

/** The local transaction outlives the grace period: tried before any run is searched for. */
const OUTLIVED = 'order.half.ok.slow.timeout.pass.check.answer.end.op.commit.return.drop~end';
export const FIRST_RUNS: readonly string[] = [OUTLIVED, OUTLIVED.replace('order', 'order~producer')];

/**
 * A run of those that broke other shapes, the shortest first, if it breaks this one too; else what a search finds, or how far
 * each question got.
 */
export function decide(protocol: Protocol, form: Form, runs: readonly string[]): Decided {
  const settings = settingsFor(protocol, form);
  const tried = checksOf(form) > 1 ? runs.flatMap((run) => [run, withGrace(run)]) : runs;
  for (const run of tried.toSorted((one, other) => one.length - other.length)) {
    const promise = brokenBy(protocol, settings, run);
    if (promise !== null) return { kind: 'breaks', promise, run };
  }
  const statesMax = checksOf(form) > 1 || form.producers === '2' ? LARGE_STATES_MAX : Infinity;
  return searchedFor(protocol, form, 'usual', statesMax);
}

/** What the first look left open, asked again in the spaces made for promises. With three checks these do not end in time either. */
export function decideFurther(protocol: Protocol, form: Form, answer: Decided): Decided {
  const isAsked = answer.kind === 'searched' && isUndecided(answer) && !answer.isFar;
  if (!isAsked || checksOf(form) > 1) return answer;
  return searchedFor(protocol, form, 'far', Infinity);
}

function searchedFor(protocol: Protocol, form: Form, reach: Reach, statesMax: number): Decided {
  const settings = settingsFor(protocol, form);
  const asked = (question: Question): Report =>
    searched(protocol, { ...question, statesMax: Math.min(statesMax, question.statesMax) });
  const [network, crash] = questionsOf(protocol, form, reach);
  const first = asked(network);
  const found = foundIn(protocol, settings, first);
  if (found !== null) return found;
  const second = asked(crash);
  const later = foundIn(protocol, settings, second);
  return later ?? { kind: 'searched', network: gotIn(first), crash: gotIn(second), isFar: reach === 'far' };
}

function gotIn({ states, findings }: Report) {
  return { states, isOpen: findings.some(({ verdict }) => verdict !== 'holds') };
}

/** Until a promise breaks. */
function searched(protocol: Protocol, question: Question): Report {
  const search = searchFor(protocol, question);
  while (search.advance(PORTION)) {
    const report = search.report();
    if (report.findings.some(({ run }) => run !== null)) return report;
  }
  return search.report();
}

function foundIn(protocol: Protocol, settings: Settings, { findings }: Report): Decided | null {
  const runs = findings.flatMap(({ run }) => (run === null ? [] : [run]));
  const [shortest] = runs.toSorted((one, other) => one.length - other.length);
  if (shortest === undefined) return null;
  const { timeline } = replay(engineFor(protocol, settings), shortest);
  const run = wordsOf(protocol, timeline).join('.');
  const promise = brokenBy(protocol, settings, run);
  if (promise === null) throw new Error(`Expected ${run} to break a promise.`);
  return { kind: 'breaks', promise, run };
}

const BROKEN = { lost: 'no-lost', phantom: 'no-phantom' } as const;

/** The promise that a run breaks at these settings; null where it is not possible there, or breaks none. */
export function brokenBy(protocol: Protocol, settings: Settings, run: string): CheckerPromise | null {
  const { engine, steps, problem } = replayWords(protocol, settings, run.split('.'));
  if (problem !== null) return null;
  const world = lastFrame(replay(engine, steps).timeline).world;
  const verdicts = protocol.ledger(world, engine.model.settings).map(({ verdict }) => verdict);
  return verdicts.map((verdict) => (verdict === 'lost' || verdict === 'phantom' ? BROKEN[verdict] : null))[0] ?? null;
}
