/**
 * A run that was found may take a message that is slower than a timeout. So after the search, what such a run breaks is asked
 * once more of a world in which messages are faster, and the finding says what came of it. The run stays the one that was found.
 */
import type { Step } from '../engine/step.ts';
import type { Search } from './explore.ts';
import type { Finding, Report } from './question.ts';

type Run = readonly Step[];

export function withSlowness(
  search: Search,
  isSlow: (run: Run) => boolean,
  askFast: (finding: Finding) => Search,
): Search {
  /** What the search has answered, once it is over. */
  let answer: Report | null = null;
  let current: Search | null = null;
  let waiting: readonly Finding[] = [];
  let isStopped = false;
  const note = (id: string, slowness: Finding['slowness']): void => {
    if (answer !== null) answer = { ...answer, findings: answer.findings.map((one) => noted(one, id, slowness)) };
  };
  const askNext = (): boolean => {
    const [next] = waiting;
    current = next === undefined || isStopped ? null : askFast(next);
    return current !== null;
  };
  const begin = (): boolean => {
    const report = search.report();
    waiting = report.findings.filter(({ verdict, run }) => verdict === 'violated' && run !== null && isSlow(run));
    answer = report;
    for (const { id } of waiting) note(id, 'taken');
    return askNext();
  };
  return {
    advance: (states) => {
      if (answer === null) return search.advance(states) || begin();
      if (current === null) return false;
      if (current.advance(states)) return true;
      const { id = '' } = waiting[0] ?? {};
      const verdict = current.report().findings[0]?.verdict;
      // A run in which messages are fast says that nothing depends on that.
      if (verdict !== 'unknown' && verdict !== undefined) note(id, verdict === 'holds' ? 'needed' : undefined);
      waiting = waiting.slice(1);
      return askNext();
    },
    progress: () => (current ?? search).progress(),
    report: () => answer ?? search.report(),
    stop: () => {
      isStopped = true;
      search.stop();
      current?.stop();
    },
  };
}

function noted(finding: Finding, id: string, slowness: Finding['slowness']): Finding {
  if (finding.id !== id) return finding;
  const { slowness: _before, ...rest } = finding;
  return slowness === undefined ? rest : { ...rest, slowness };
}
