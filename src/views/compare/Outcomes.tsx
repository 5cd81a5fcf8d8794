import { memo, startTransition, useEffect, useMemo, useState } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { piecemeal } from '../../player/piecemeal.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { FAULT_IDS, type FaultId } from '../../protocols/shared/faults.ts';
import { SIDES, type Comparison, type Sides } from '../../scenario/comparison.ts';
import { cellOf, contendersOf, watchLink, type MatrixCell } from '../../scenario/matrix.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { useWatch } from '../frame/useWatch.ts';
import { verdictLook } from '../ledger/verdictLook.ts';
import './Outcomes.css';
import { cellNote, columnGroups, placesOf, sideFor, type ColumnView } from './outcomesModel.ts';

interface OutcomesProps {
  readonly protocols: readonly Protocol[];
  /** What is compared now. */
  readonly sides: Sides;
  /** Compares something else, from the start. */
  readonly onCompare: (change: Partial<Comparison>) => void;
  /** Leads back to the stages. */
  readonly onWatch: () => void;
}

/** What becomes of every protocol and setting under every fault. Each cell was really played, and opens its run. */
export const Outcomes = memo(function Outcomes({ protocols, sides, onCompare, onWatch }: OutcomesProps) {
  const lang = useLang();
  const text = useTopic('compare');
  const contenders = useMemo(() => contendersOf(protocols), [protocols]);
  const groups = columnGroups(contenders, sides, lang);
  const columns = groups.flatMap((group) => group.columns);
  const cells = useCells(contenders);
  const total = FAULT_IDS.length * contenders.length;
  return (
    <section className="outcomes" aria-labelledby="outcomes-title">
      <h3 id="outcomes-title">{text('outcomes-title')}</h3>
      <p className="outcomes-intro">{text('outcomes-intro')}</p>
      <div className="outcomes-bar">
        <Button icon="play" onClick={onWatch}>
          {text('outcomes-to-stages')}
        </Button>
        {cells.length < total ? <span>{text('outcomes-computing', { done: cells.length, total })}</span> : null}
      </div>
      <div className="outcomes-scroll">
        <table>
          <thead>
            <tr>
              <th rowSpan={2} scope="col" className="outcomes-corner">
                {text('outcomes-fault')}
              </th>
              {groups.map(({ protocol, name, columns: own }) => (
                <th key={protocol} colSpan={own.length} scope="colgroup">
                  {name}
                </th>
              ))}
            </tr>
            <tr>
              {columns.map((column) => (
                <ColumnHead key={column.key} column={column} onCompare={onCompare} />
              ))}
            </tr>
          </thead>
          <tbody>
            {FAULT_IDS.map((fault, row) => (
              <tr key={fault} className={fault === sides.fault ? 'outcomes-current' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={fault === sides.fault}
                    aria-label={text('outcomes-compare', { fault: text(`fault-${fault}`) })}
                    onClick={() => onCompare({ fault })}
                  >
                    {text(`fault-${fault}`)}
                  </button>
                </th>
                {columns.map(({ key, sides: shownOn }, index) => (
                  <Cell
                    key={key}
                    fault={fault}
                    cell={cells[row * columns.length + index]}
                    isShown={fault === sides.fault && shownOn.length > 0}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
});

type Contenders = ReturnType<typeof contendersOf>;

/** A cell, and its run from just before the fault on. */
type WatchedCell = MatrixCell & { readonly watch: string };

/** The cells so far, row by row: they are played in the background. */
function useCells(contenders: Contenders): readonly WatchedCell[] {
  const [done, setDone] = useState<{ readonly of: Contenders; readonly cells: readonly WatchedCell[] }>();
  useEffect(() => {
    const cells: WatchedCell[] = [];
    return piecemeal(
      placesOf(contenders).map(({ contender, fault }) => () => {
        cells.push({ ...cellOf(contender, fault), watch: watchLink(contender, fault) });
      }),
      // Never before the stages, which are drawn at leisure as well.
      () => startTransition(() => setDone({ of: contenders, cells: [...cells] })),
    );
  }, [contenders]);
  return done?.of === contenders ? done.cells : [];
}

function ColumnHead({ column, onCompare }: { readonly column: ColumnView } & Pick<OutcomesProps, 'onCompare'>) {
  const text = useTopic('compare');
  const { name, settings, sides, contender } = column;
  return (
    <th scope="col">
      <span>{settings}</span>
      <span className="outcomes-put">
        {SIDES.map((side) => (
          <button
            key={side}
            type="button"
            aria-pressed={sides.includes(side)}
            aria-label={text('outcomes-put', { side: text(`compare-side-${side}`), column: name })}
            onClick={() => onCompare({ [side]: sideFor(contender) })}
          >
            {text('outcomes-put-short', { side: text(`compare-side-${side}`) })}
          </button>
        ))}
      </span>
    </th>
  );
}

interface CellProps {
  readonly fault: FaultId;
  readonly cell: WatchedCell | undefined;
  readonly isShown: boolean;
}

function Cell({ fault, cell, isShown }: CellProps) {
  const lang = useLang();
  const text = useText();
  const watch = useWatch();
  if (cell === undefined) return <td className="outcomes-coming">…</td>;
  const note = cellNote(cell, fault, lang);
  const isWithout = fault !== 'none' && !cell.strikes;
  return (
    <td className={isShown ? 'outcomes-shown' : ''}>
      <a href={`#${cell.watch}`} className={isWithout ? 'outcomes-without' : ''} onClick={watch}>
        <Chip {...verdictLook(cell.verdict)}>{text(`verdict-${cell.verdict}`)}</Chip>
        {note === null ? null : <small>{note}</small>}
      </a>
    </td>
  );
}
