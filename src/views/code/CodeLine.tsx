import { memo } from 'react';
import type { ProcessId } from '../../engine/model.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CodeText } from './CodeText.tsx';
import type { LineView } from './codeModel.ts';
import type { CrashPlan } from './crashModel.ts';

export interface LineMoves {
  readonly onCrash: (points: readonly string[], processes: readonly ProcessId[]) => void;
  readonly nameOf: (process: ProcessId) => string;
}

interface LineProps {
  readonly line: LineView;
  readonly processes: readonly ProcessId[];
  /** How the run would come to it; null where it can't be the last. */
  readonly plan: CrashPlan | null;
  readonly moves: LineMoves;
}

/** One line: what it is to the run, its number and its text. Most of them are as they were when a step is taken. */
export const CodeLine = memo(function CodeLine({ line, processes, plan, moves }: LineProps) {
  return (
    <li className={classesOf(line)} data-line={line.key} aria-current={line.lit.length > 0 ? 'step' : undefined}>
      <Gutter line={line} processes={processes} plan={plan} moves={moves} />
      <span className="code-number" aria-hidden="true">
        {line.number ?? '−'}
      </span>
      <CodeText line={line} />
      <Says line={line} nameOf={moves.nameOf} />
    </li>
  );
}, isSameLine);

function isSameLine(one: LineProps, other: LineProps): boolean {
  const said = ({ line: { lit, died, ...line }, processes, plan }: LineProps): readonly unknown[] => [
    lit.join(),
    died.join(),
    processes.join(),
    plan?.kind,
    plan?.process,
    line.key,
    line.number,
    line.pieces,
    line.change,
    line.saysChange,
    line.hasRun,
    line.isCutOff,
  ];
  const others = said(other);
  return one.moves === other.moves && said(one).every((value, at) => value === others[at]);
}

function classesOf({ lit, died, hasRun, isCutOff, change }: LineView): string {
  const marks = [
    lit.length > 0 ? 'code-lit' : '',
    died.length > 0 ? 'code-died' : '',
    hasRun ? 'code-ran' : '',
    isCutOff ? 'code-cut-off' : '',
    change === 'none' ? '' : `code-${change}`,
  ];
  return marks.filter((mark) => mark !== '').join(' ');
}

function Gutter({ line, processes, plan, moves }: LineProps) {
  const text = useTopic('panels');
  if (plan === null || line.number === null) return <span className="code-gutter" />;
  const values = { process: moves.nameOf(plan.process), line: line.number };
  return (
    <button
      type="button"
      className="code-gutter"
      aria-label={text('code-crash', values)}
      title={text(plan.kind === 'here' ? 'code-crash-here' : 'code-crash-anew', values)}
      onClick={() => moves.onCrash(line.points, processes)}
    >
      <Icon name={line.died.length > 0 ? 'cross' : 'bolt'} size={12} />
    </button>
  );
}

/** What the colours say, in words. */
function Says({ line, nameOf }: { readonly line: LineView; readonly nameOf: LineMoves['nameOf'] }) {
  const text = useTopic('panels');
  const sayings = [
    ...line.died.map((process) => text('code-died-here', { process: nameOf(process) })),
    ...line.lit.map((process) => text('code-runs-here', { process: nameOf(process) })),
    ...(line.isCutOff ? [text('code-never-ran')] : []),
    ...(line.saysChange ? [text(line.change === 'removed' ? 'code-usual' : 'code-yours')] : []),
  ];
  if (sayings.length === 0) return null;
  return <span className="code-says">{sayings.join(' · ')}</span>;
}
