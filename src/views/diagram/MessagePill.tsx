import { signOf, type MessageLook } from '../../scene/packets.ts';
import './MessagePill.css';

/**
 * The look of a message wherever it is: the number of its stage or the sign of its fate, and its short name. Number, sign,
 * count and a name that was cut are drawn by the style sheet, so that the text of a button is only a part of its name.
 */
export function MessagePill({ look, count = 1 }: { readonly look: MessageLook; readonly count?: number }) {
  const sign = signOf(look);
  return (
    <span className={`pill pill-${look.fate}`} data-count={count > 1 ? `×${count}` : undefined}>
      {look.stage === null ? null : <span className="pill-stage" data-mark={look.stage} />}
      {sign === '' ? null : <span className="pill-sign" data-mark={sign} />}
      {look.label.endsWith('…') ? (
        <span className="pill-label" data-mark={look.label} />
      ) : (
        <span className="pill-label">{look.label}</span>
      )}
    </span>
  );
}
