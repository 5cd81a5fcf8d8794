import { useText } from '../../i18n/useText.ts';
import { ledgerOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Chip } from '../../ui/Chip.tsx';
import './Ledger.css';
import { ledgerRows, verdictLook, type LedgerRow } from './ledgerModel.ts';

/** The two databases compared, one line per order. Always on screen: it judges what the stage shows. */
export function Ledger() {
  const text = useText();
  const rows = ledgerRows(usePlayer(ledgerOf));
  return (
    <section className="ledger" aria-labelledby="ledger-title">
      <h2 id="ledger-title" className="panel-title">
        {text('ledger-title')}
      </h2>
      {rows.length === 0 ? <p className="ledger-empty">{text('ledger-empty')}</p> : null}
      <ul>
        {rows.map((row) => (
          <Row key={row.order} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { readonly row: LedgerRow }) {
  const text = useText();
  const { icon, tone } = verdictLook(row.verdict);
  return (
    <li className={`ledger-row ledger-${tone}`}>
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
