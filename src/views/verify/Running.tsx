import { useTopic } from '../../i18n/useTopic.ts';
import { Button } from '../../ui/Button.tsx';
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
  const soFar =
    report === null
      ? text('answer-waiting')
      : text('answer-running', { states: report.states, depth: report.depth - 1 });
  return (
    <div className="running">
      <progress aria-label={text('answer-progress')} {...place} />
      <p>
        {done === undefined ? null : `${text('table-progress', { at: done.at + 1, count: done.count })} · `}
        {kind === null ? soFar : text('answer-asking', { kind })}
      </p>
      <Button onClick={onCancel}>{text('verify-cancel')}</Button>
    </div>
  );
}
