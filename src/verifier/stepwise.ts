/** Explores exactly as far as that is quick; where it is not enough, only what matters to the promises still open. */
import type { Search } from './explore.ts';
import type { Finding, Report } from './question.ts';

/** `more`: the search for what the first one leaves open, given its report; null where there is nothing more to do. */
export function stepwise(first: Search, more: (report: Report) => Search | null): Search {
  let known: Report | null = null;
  let second: Search | null = null;
  return {
    advance: (states) => {
      if (known === null) {
        if (first.advance(states)) return true;
        known = first.report();
        second = more(known);
      }
      return second?.advance(states) ?? false;
    },
    progress: () => (second ?? first).progress(),
    report: () => {
      if (known === null) return first.report();
      return second === null ? known : joined(known, second.report());
    },
  };
}

/** What the first search has decided stays so; complete is what has decided everything. */
function joined({ findings: earlier }: Report, later: Report): Report {
  const findings = earlier.map((finding): Finding => {
    const again = later.findings.find(({ id }) => id === finding.id);
    return finding.verdict === 'unknown' ? (again ?? finding) : finding;
  });
  const isComplete = later.complete && findings.every(({ verdict }) => verdict !== 'unknown');
  return { ...later, complete: isComplete, findings };
}
