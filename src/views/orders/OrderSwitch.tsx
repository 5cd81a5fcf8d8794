import { useId } from 'react';
import { useExplorerText } from '../../i18n/useText.ts';
import { ledgerOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { orderNumber, verdictLook } from '../ledger/verdictLook.ts';
import { wholeSession } from '../wholeSession.ts';
import { followedOf, ordersOf } from './followed.ts';
import './OrderSwitch.css';

/** One cell per order, with the mark of its verdict, in as many rows as they need; nothing while there is one order. */
export function OrderSwitch() {
  const session = usePlayer(wholeSession);
  const text = useExplorerText();
  const name = useId();
  const orders = ordersOf(session);
  if (orders.length < 2) return null;
  const followed = followedOf(session);
  const verdicts = new Map(ledgerOf(session).map(({ order, verdict }) => [order, verdict]));
  return (
    <fieldset className="order-switch">
      <legend className="ui-unseen">{text('story-order')}</legend>
      {orders.map((order) => {
        const verdict = verdicts.get(order);
        const look = verdict === undefined ? null : verdictLook(verdict);
        const said = verdict === undefined ? '' : `: ${text(`verdict-${verdict}`)}`;
        return (
          <label
            key={order}
            className={look === null ? '' : `ledger-${look.tone}`}
            title={`#${orderNumber(order)}${said}`}
          >
            <input
              type="radio"
              name={name}
              checked={order === followed}
              aria-label={`#${orderNumber(order)}${said}`}
              onChange={() => session.follow(order)}
            />
            <span aria-hidden="true">
              {orderNumber(order)}
              <Icon name={look?.icon ?? 'dot'} size={12} />
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
