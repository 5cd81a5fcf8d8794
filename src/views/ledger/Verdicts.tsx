import { useText } from '../../i18n/useText.ts';
import { ledgerOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { orderNumber, verdictLook } from './verdictLook.ts';
import './Verdicts.css';

/** The verdicts alone, for where there is no room for the ledger. */
export function Verdicts() {
  const text = useText();
  return (
    <ul className="verdicts" aria-label={text('ledger-title')}>
      {usePlayer(ledgerOf).map(({ order, verdict }) => (
        <li key={order}>
          <span>{text('ledger-order', { order: orderNumber(order) })}</span>
          <Chip {...verdictLook(verdict)}>{text(`verdict-${verdict}`)}</Chip>
        </li>
      ))}
    </ul>
  );
}
