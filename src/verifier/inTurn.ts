/** Searches one after the other, each for what those before it have left open. */
import type { Search } from './explore.ts';
import type { Finding, Report } from './question.ts';

/** A search for some of what is open; null where it would not help. */
export type Next = (open: readonly Finding[]) => Search | null;

export function inTurn(first: Search, others: readonly Next[]): Search {
  let current = first;
  let waiting = others;
  let known: Report | null = null;
  const reported = (): Report => (known === null ? current.report() : joined(known, current.report()));
  /** The next search that helps; false where there is none. */
  const goOn = (): boolean => {
    known = reported();
    const open = known.findings.filter(({ verdict }) => verdict === 'unknown');
    for (const [index, next] of waiting.entries()) {
      const search = open.length === 0 ? null : next(open);
      if (search === null) continue;
      current = search;
      waiting = waiting.slice(index + 1);
      return true;
    }
    waiting = [];
    return false;
  };
  return {
    advance: (states) => current.advance(states) || (waiting.length > 0 && goOn()),
    progress: () => current.progress(),
    report: reported,
    stop: () => {
      current.stop();
      waiting = [];
    },
  };
}

/** What is known stays so. */
function joined({ findings: known }: Report, later: Report): Report {
  const findings = known.map((finding): Finding => {
    const again = later.findings.find(({ id }) => id === finding.id);
    return finding.verdict === 'unknown' ? (again ?? finding) : finding;
  });
  const isDecided = findings.every(({ verdict }) => verdict !== 'unknown');
  return { ...later, complete: later.complete && isDecided, findings };
}
