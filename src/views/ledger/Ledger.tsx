import { Suspense, useEffect, useRef } from 'react';
import { useExplorerText } from '../../i18n/useText.ts';
import { ledgerOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { followedOf } from '../orders/followed.ts';
import './Ledger.css';
import { hasStory, ledgerRows, ledgerTotals, type LedgerRow } from './ledgerModel.ts';
import { verdictLook } from './verdictLook.ts';
import { onDemand } from '../part/onDemand.tsx';

const VerdictStory = onDemand(() => import('../why/VerdictStory.tsx'), 'VerdictStory');

/** The two databases compared, one line per order; the one that is followed is open. */
export function Ledger() {
  const text = useExplorerText();
  const rows = ledgerRows(usePlayer(ledgerOf));
  const followed = usePlayer(followedOf);
  const open = rows.find(({ order }) => order === followed) ?? rows.at(-1);
  return (
    <div className="ledger">
      {rows.length === 0 ? <p className="ledger-empty">{text('ledger-empty')}</p> : null}
      <ul>
        {rows.map((row) => (row === open ? <Open key={row.order} row={row} /> : <Folded key={row.order} row={row} />))}
      </ul>
      {rows.length > 1 ? <Totals rows={rows} /> : null}
      {hasStory(rows) ? (
        <Suspense fallback={null}>
          <VerdictStory />
        </Suspense>
      ) : null}
    </div>
  );
}

/** Opens by following its order. */
function Folded({ row }: { readonly row: LedgerRow }) {
  const text = useExplorerText();
  const follow = usePlayer(({ follow: take }) => take);
  const { icon, tone } = verdictLook(row.verdict);
  return (
    <li className={`ledger-${tone}`}>
      <button type="button" className="ledger-folded" onClick={() => follow(row.order)}>
        <b>#{row.number}</b>
        <span className={`ledger-state-${row.state}`}>{text(`order-${row.state}`)}</span>
        <span className="ledger-relation" aria-hidden="true">
          {row.agrees ? '=' : '≠'}
        </span>
        <span>× {row.points}</span>
        <span className="ledger-verdict">
          <Icon name={icon} size={14} />
          {text(`verdict-${row.verdict}`)}
        </span>
      </button>
    </li>
  );
}

function Open({ row }: { readonly row: LedgerRow }) {
  const text = useExplorerText();
  const item = useRef<HTMLLIElement>(null);
  const { icon, tone } = verdictLook(row.verdict);
  useEffect(() => {
    item.current?.scrollIntoView({ block: 'nearest' });
  }, [row.order]);
  return (
    <li ref={item} className={`ledger-row ledger-${tone}`} aria-current="true">
      <div className="ledger-head">
        <span className="ledger-order">{text('ledger-order', { order: row.number })}</span>
        <Chip tone={tone} icon={icon}>
          {text(`verdict-${row.verdict}`)}
        </Chip>
      </div>
      <dl className="ledger-sides">
        <div>
          <dt>{text('ledger-order-database')}</dt>
          <dd className={`ledger-state-${row.state}`}>{text(`order-${row.state}`)}</dd>
        </div>
        <span className="ledger-relation" aria-hidden="true">
          {row.agrees ? '=' : '≠'}
        </span>
        <div>
          <dt>{text('ledger-points-database')}</dt>
          <dd>{text('ledger-points', { points: row.points })}</dd>
        </div>
      </dl>
      <p className="ledger-why">{text(`verdict-${row.verdict}-text`)}</p>
    </li>
  );
}

function Totals({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const text = useExplorerText();
  return (
    <p className="ledger-totals">
      {ledgerTotals(rows).map(({ verdict, count }) => {
        const { icon, tone } = verdictLook(verdict);
        return (
          <span key={verdict} className={`ledger-total ledger-${tone}`}>
            <Icon name={icon} size={14} />
            {count} {text(`verdict-${verdict}`)}
          </span>
        );
      })}
    </p>
  );
}
