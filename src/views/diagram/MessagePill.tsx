import type { MessageLook } from '../../scene/packets.ts';
import { signOf } from '../../scene/packets.ts';
import './MessagePill.css';

/** The look of a message wherever it is: the number of its stage or the sign of its fate, and its short name. */
export function MessagePill({ look, count = 1 }: { readonly look: MessageLook; readonly count?: number }) {
  const sign = signOf(look);
  return (
    <span className={`pill pill-${look.fate}`} data-many={count > 1 ? '' : undefined} aria-hidden="true">
      {look.stage === null ? null : <span className="pill-stage">{look.stage}</span>}
      {sign === '' ? null : <span className="pill-sign">{sign}</span>}
      <span className="pill-label">{look.label}</span>
      {count > 1 ? <span className="pill-count">×{count}</span> : null}
    </span>
  );
}
