import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { durationText } from '../../scene/duration.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { ExplainedRun } from './explainedRun.ts';
import { ROW_STATUS } from './rowStatus.ts';
import type { Cell, RowCells } from './rowText.ts';
import './Rows.css';

interface RowsProps {
  readonly run: ExplainedRun;
  readonly cells: readonly RowCells[];
  readonly at: number;
  readonly onGoTo: (row: number) => void;
}

/** Every line of the recording, and the step of the model that it is; a list with one place in the order of Tab. */
export function Rows({ run, cells, at, onGoTo }: RowsProps) {
  const text = useTopic('recordingsPage');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    current?.scrollIntoView({ block: 'nearest' });
    if (list.current?.contains(document.activeElement) === true) current?.focus({ preventScroll: true });
  }, [at]);
  const moves: { readonly [key: string]: number } = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
  };
  const key = (event: KeyboardEvent): void => {
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onGoTo(to);
  };
  return (
    <div className="rows">
      <div className="rows-head" aria-hidden="true">
        <span />
        <span />
        <b>{text('rows-recorded')}</b>
        <b>{text('rows-model')}</b>
      </div>
      <ol ref={list} aria-label={text('rows-label')}>
        {cells.map(({ kind, recorded, model }, row) => (
          <li key={row}>
            <button
              type="button"
              tabIndex={row === at ? 0 : -1}
              aria-current={row === at ? 'true' : undefined}
              className={`rows-row rows-${kind}`}
              onClick={() => onGoTo(row)}
              onKeyDown={key}
            >
              <span className="rows-time">
                {kind === 'hidden' ? null : (
                  <>
                    {durationText(run.timesMs[row] ?? 0)}
                    <small>{text('row-line', { line: run.linesRead[row] ?? 0 })}</small>
                  </>
                )}
              </span>
              <Status kind={kind} />
              <CellView cell={recorded} />
              <CellView cell={model} />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What became of the line. */
function Status({ kind }: { readonly kind: RowCells['kind'] }) {
  const text = useTopic('recordingsPage');
  const { icon, tone, text: key } = ROW_STATUS[kind];
  return (
    <span className={`rows-status rows-status-${tone}`}>
      <Icon name={icon} size={14} />
      {text(key)}
    </span>
  );
}

function CellView({ cell: { said, code } }: { readonly cell: Cell }) {
  return (
    <span className="rows-cell">
      <span>{said}</span>
      {code === '' ? null : <code>{code}</code>}
    </span>
  );
}
