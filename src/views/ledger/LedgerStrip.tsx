import { useExplorerText } from '../../i18n/useText.ts';
import { ledgerOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { followedOf } from '../orders/followed.ts';
import { ledgerRows, ledgerTotals, type LedgerRow } from './ledgerModel.ts';
import { verdictLook } from './verdictLook.ts';
import './LedgerStrip.css';

/**
 * The ledger beside Next: what the two databases say of the order that is followed, and what becomes of the others. It has
 * one shape on every screen, and a screen reader reads all of it.
 */
export function LedgerStrip() {
  const text = useExplorerText();
  const rows = ledgerRows(usePlayer(ledgerOf));
  const followed = usePlayer(followedOf);
  const shown = rows.find(({ order }) => order === followed) ?? rows.at(-1) ?? null;
  return (
    <section className="ledger-strip" aria-label={text('ledger-title')}>
      {shown === null ? <p className="ledger-strip-empty">{text('ledger-empty')}</p> : null}
      <ul>
        {rows.map((row) => (row === shown ? <Shown key={row.order} row={row} /> : <Other key={row.order} row={row} />))}
      </ul>
      {rows.length > 1 ? <Others rows={rows.filter((row) => row !== shown)} /> : null}
    </section>
  );
}

function Shown({ row }: { readonly row: LedgerRow }) {
  const text = useExplorerText();
  const { icon, tone } = verdictLook(row.verdict);
  return (
    <li className={`ledger-strip-row ledger-${tone}`} title={text(`verdict-${row.verdict}-text`)}>
      <b>{text('ledger-order', { order: row.number })}</b>
      <Chip tone={tone} icon={icon}>
        {text(`verdict-${row.verdict}`)}
      </Chip>
      <span className="ledger-strip-side">
        <small>{text('ledger-order-database')}</small>
        <span className={`ledger-state-${row.state}`}>{text(`order-${row.state}`)}</span>
      </span>
      <span className="ledger-relation" aria-hidden="true">
        {row.agrees ? '=' : '≠'}
      </span>
      <span className="ledger-strip-side">
        <small>{text('ledger-points-database')}</small>
        <span>{text('ledger-points', { points: row.points })}</span>
      </span>
    </li>
  );
}

/** Only said: there is room for one. */
function Other({ row: { number, verdict } }: { readonly row: LedgerRow }) {
  const text = useExplorerText();
  return (
    <li className="ui-unseen">
      {text('ledger-order', { order: number })}: {text(`verdict-${verdict}`)}
    </li>
  );
}

/** How many of the others stand how; a press opens all of them. */
function Others({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const text = useExplorerText();
  const openPanel = usePlayer(({ openPanel: open }) => open);
  return (
    <button type="button" className="ledger-strip-others" onClick={() => openPanel('ledger')}>
      <span>{text('ledger-others', { count: rows.length })}</span>
      {ledgerTotals(rows).map(({ verdict, count }) => {
        const { icon, tone } = verdictLook(verdict);
        return (
          <span key={verdict} className={`ledger-total ledger-${tone}`} title={text(`verdict-${verdict}`)}>
            <Icon name={icon} size={13} />
            {count}
            <span className="ui-unseen">{text(`verdict-${verdict}`)}</span>
          </span>
        );
      })}
    </button>
  );
}
