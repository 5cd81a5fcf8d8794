import type { ProcessId } from '../../engine/model.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CodeText } from './CodeText.tsx';
import type { LineView } from './codeModel.ts';
import type { CrashPlan } from './crashModel.ts';

export interface LineMoves {
  readonly planFor: (points: readonly string[], processes: readonly ProcessId[]) => CrashPlan | null;
  readonly onCrash: (points: readonly string[], processes: readonly ProcessId[]) => void;
  readonly nameOf: (process: ProcessId) => string;
}

interface LineProps {
  readonly line: LineView;
  readonly processes: readonly ProcessId[];
  readonly moves: LineMoves;
}

/** One line: what it is to the run, its number and its text. */
export function CodeLine({ line, processes, moves }: LineProps) {
  return (
    <li className={classesOf(line)} data-line={line.key} aria-current={line.lit.length > 0 ? 'step' : undefined}>
      <Gutter line={line} processes={processes} moves={moves} />
      <span className="code-number" aria-hidden="true">
        {line.number ?? '−'}
      </span>
      <CodeText line={line} />
      <Says line={line} nameOf={moves.nameOf} />
    </li>
  );
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

function Gutter({ line, processes, moves }: LineProps) {
  const text = useTopic('panels');
  const plan = line.points.length === 0 ? null : moves.planFor(line.points, processes);
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
