/**
 * One budget of 1 that all kinds of mishaps share is the union of the searches with one kind each. So what crashes and lost or
 * doubled messages can do is answered first, then each kind is asked alone: at first without those, which mostly ends, then
 * beside them. What was not asked to the end is left out by name.
 */
import type { Search } from './explore.ts';
import type { Finding, Report } from './question.ts';

export interface KindAsked {
  readonly kind: string;
  /** Whether crashes and lost or doubled messages are left out of these runs, although the question has them. */
  readonly isAlone: boolean;
  /** The search for what is still open or holds; null where this kind has nothing left to ask. */
  readonly search: (undecided: readonly Finding[]) => Search | null;
}

/** `leftOut`: the kinds that are not asked at all. */
export function kindByKind(first: Search, kinds: readonly KindAsked[], leftOut: readonly string[]): Search {
  let current = first;
  let asking: KindAsked | null = null;
  let known: Report | null = null;
  let waiting = kinds;
  let open: readonly string[] = [...new Set([...kinds.map(({ kind }) => kind), ...leftOut])];
  let alone: readonly string[] = [];
  let isOver = false;
  const reported = (): Report => {
    const report = known === null || !isOver ? current.report() : known;
    // a count is of what was searched to its end
    const { states, generated, depth } = known ?? report;
    return {
      ...(known === null || isOver ? report : { ...withKind(known, report, asking), states, generated, depth }),
      leftOut: open,
      alone,
      asking: isOver ? null : (asking?.kind ?? null),
    };
  };
  const noteEnd = ({ kind, isAlone }: KindAsked): void => {
    open = open.filter((one) => one !== kind);
    alone = [...alone.filter((one) => one !== kind), ...(isAlone ? [kind] : [])];
  };
  /** The next kind; false where there is none. */
  const goOn = (): boolean => {
    const last = current.report();
    const before = known?.findings.filter(({ run }) => run === null) ?? [];
    const isAskedAll = before.every(({ id }) => last.findings.some((finding) => finding.id === id));
    if (asking !== null && isAskedAll && last.findings.every(({ verdict }) => verdict !== 'unknown')) noteEnd(asking);
    known = known === null ? last : withKind(known, last, asking);
    const undecided = known.findings.filter(({ run }) => run === null);
    for (const [index, next] of waiting.entries()) {
      const search = undecided.length === 0 ? null : next.search(undecided);
      if (search === null) continue;
      current = search;
      asking = next;
      waiting = waiting.slice(index + 1);
      return true;
    }
    waiting = [];
    return false;
  };
  return {
    advance: (states) => {
      if (isOver) return false;
      if (current.advance(states)) return true;
      isOver = !goOn();
      return !isOver;
    },
    progress: () => current.progress(),
    report: reported,
    stop: () => {
      current.stop();
      waiting = [];
    },
  };
}

/** What has a run stays as it is; a run that a kind adds decides; that a kind adds none changes nothing. */
function withKind(known: Report, later: Report, asked: KindAsked | null): Report {
  const findings = known.findings.map((finding): Finding => {
    const again = later.findings.find(({ id }) => id === finding.id);
    if (finding.run !== null || again === undefined || again.run === null) return finding;
    if (asked === null) return again;
    return finding.verdict === 'unknown' ? { ...again, takes: asked.kind } : { ...again, needs: asked.kind };
  });
  return {
    ...known,
    states: known.states + later.states,
    generated: known.generated + later.generated,
    depth: Math.max(known.depth, later.depth),
    findings,
  };
}
