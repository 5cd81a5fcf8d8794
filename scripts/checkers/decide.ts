/** The shapes of checkers, decided one after the other as far as that ends in time: for the answers that the page has ahead. */
import type { Settings } from '../../src/engine/model.ts';
import { lastFrame, replay } from '../../src/engine/timeline.ts';
import type { Protocol } from '../../src/protocols/protocol.ts';
import { engineFor } from '../../src/scenario/engines.ts';
import { wordsOf } from '../../src/scenario/link.ts';
import { replayWords } from '../../src/scenario/run.ts';
import { searchFor } from '../../src/verifier/answer.ts';
import type { Question, Report } from '../../src/verifier/question.ts';
import { questionsOf } from '../../src/views/checker/checkerModel.ts';
import type { CheckerPromise, Decided } from '../../src/views/checker/decided.ts';
import { checksOf, settingsFor, type Form } from '../../src/views/checker/shape.ts';

const PORTION = 2_000;

/** With three checks or two instances there are more states than anybody waits for: the page's own search goes on further. */
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
  const [network, crash] = questionsOf(protocol, form).map((question) => (): Report => {
    return searched(protocol, { ...question, statesMax: Math.min(statesMax, question.statesMax) });
  });
  if (network === undefined || crash === undefined) throw new Error('Expected two questions about a checker.');
  const first = network();
  return foundIn(protocol, settings, first) ?? later(protocol, settings, first, crash());
}

function later(protocol: Protocol, settings: Settings, network: Report, crash: Report): Decided {
  const found = foundIn(protocol, settings, crash);
  return found ?? { kind: 'searched', network: gotIn(network), crash: gotIn(crash) };
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
