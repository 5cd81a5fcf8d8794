import { useTopic } from '../../i18n/useTopic.ts';
import { Button } from '../../ui/Button.tsx';
import { isDecidedIn } from '../../player/inquiry.ts';
import type { Report } from '../../verifier/question.ts';
import './Running.css';

interface RunningProps {
  /** What is known of the question that runs; null before the first news. */
  readonly report: Report | null;
  /** How many of several questions have been answered. Of one question nobody knows how far it will have to go. */
  readonly done?: { readonly at: number; readonly count: number };
  /** The kind of mishap that is tried while everything else is answered; null while nothing is. */
  readonly kind?: string | null;
  readonly onCancel: () => void;
}

/** How far the search has come, and the way to end it. */
export function Running({ report, done, kind = null, onCancel }: RunningProps) {
  const text = useTopic('verify');
  const place = done === undefined ? {} : { value: done.at, max: done.count };
  return (
    <div className="running">
      <progress aria-label={text('answer-progress')} {...place} />
      <p>
        {done === undefined ? null : `${text('table-progress', { at: done.at + 1, count: done.count })} · `}
        {kind === null ? <SoFar report={report} isOne={done === undefined} /> : text('answer-asking', { kind })}
      </p>
      <Button onClick={onCancel}>{text('verify-cancel')}</Button>
    </div>
  );
}

/** What one question has come to: a run that was found is asked once more, with messages that are fast. */
function SoFar({ report, isOne }: Pick<RunningProps, 'report'> & { readonly isOne: boolean }) {
  const text = useTopic('verify');
  if (report === null) return text('answer-waiting');
  if (isOne && isDecidedIn(report)) return text('answer-timing');
  if (report.looked !== undefined) return text('answer-looking', { states: report.states, looked: report.looked });
  return text('answer-running', { states: report.states, depth: report.depth - 1 });
}
