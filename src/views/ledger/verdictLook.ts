/** How an order and its verdict are shown wherever both are named. */
import type { Verdict } from '../../protocols/protocol.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/Icon.tsx';

/** Without its letter: `1` for `o1`. */
export function orderNumber(order: string): string {
  return order.replace(/^o(?=\d)/, '');
}

/** How a verdict looks: a shape first, a colour second. */
export function verdictLook(verdict: Verdict): { readonly icon: IconName; readonly tone: ChipTone } {
  switch (verdict) {
    case 'pending':
      return { icon: 'half', tone: 'half' };
    case 'consistent':
      return { icon: 'check', tone: 'good' };
    case 'late':
      return { icon: 'clock', tone: 'good' };
    case 'lost':
      return { icon: 'cross', tone: 'bad' };
    case 'phantom':
      return { icon: 'question', tone: 'bad' };
    case 'duplicated':
      return { icon: 'copies', tone: 'bad' };
    case 'parked':
      return { icon: 'pause', tone: 'check' };
    case 'blocked':
      return { icon: 'lock', tone: 'bad' };
  }
}
