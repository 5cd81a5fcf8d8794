import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { durationText } from '../../scene/duration.ts';
import type { ExplainedRun } from './explainedRun.ts';
import { cellsOf, type Cell } from './rowText.ts';

interface RowsProps {
  readonly run: ExplainedRun;
  readonly at: number;
  readonly onGoTo: (row: number) => void;
}

/** Every line of the recording, and the step of the model that it is; a list with one place in the order of Tab. */
export function Rows({ run, at, onGoTo }: RowsProps) {
  const text = useTopic('recordingsPage');
  const lang = useLang();
  const list = useRef<HTMLOListElement>(null);
  const cells = useMemo(() => cellsOf(lang, run), [lang, run]);
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    current?.scrollIntoView({ block: 'nearest' });
    if (list.current?.contains(document.activeElement) === true) current?.focus({ preventScroll: true });
  }, [at]);
  const moves: { readonly [key: string]: number } = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    Home: 0,
    End: run.rows.length - 1,
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
                    <small>{run.linesRead[row]}</small>
                  </>
                )}
              </span>
              <CellView cell={recorded} />
              <CellView cell={model} />
            </button>
          </li>
        ))}
      </ol>
    </div>
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
