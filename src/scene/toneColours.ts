import type { Tone } from '../protocols/protocol.ts';
import type { Colour } from './theme.ts';

/** The colours of a status. */
export function toneColours(tone: Tone): { readonly ink: Colour; readonly fill: Colour; readonly border: Colour } {
  switch (tone) {
    case 'plain':
      return { ink: 'ink', fill: 'panel', border: 'edge' };
    case 'good':
      return { ink: 'visible', fill: 'visible-soft', border: 'visible' };
    case 'half':
      return { ink: 'half', fill: 'half-soft', border: 'half' };
    case 'check':
      return { ink: 'check', fill: 'check-soft', border: 'check' };
    case 'bad':
      return { ink: 'bad', fill: 'bad-soft', border: 'bad' };
  }
}
