/** The marks of fate: shape first, colour second. The page's style sheet says the same. */
import type { Fate } from '../protocols/protocol.ts';
import type { Colour } from './theme.ts';

export interface FateStyle {
  readonly ink: Colour;
  readonly fill: Colour;
  readonly border: Colour;
  /** SVG dash pattern; null for an unbroken line. */
  readonly dash: string | null;
  /** A second edge behind it. */
  readonly isDoubled: boolean;
  readonly isStruck: boolean;
}

export function fateStyle(fate: Fate): FateStyle {
  switch (fate) {
    case 'half':
      return { ink: 'half', fill: 'half-soft', border: 'half', dash: '4 2.5', isDoubled: false, isStruck: false };
    case 'visible':
      return { ink: 'visible', fill: 'visible-soft', border: 'visible', dash: null, isDoubled: false, isStruck: false };
    case 'copy':
      return { ink: 'check', fill: 'check-soft', border: 'check', dash: '4 2.5', isDoubled: true, isStruck: false };
    case 'settled':
      return { ink: 'muted', fill: 'sunken', border: 'line', dash: null, isDoubled: false, isStruck: false };
    case 'rolled-back':
      return { ink: 'bad', fill: 'bad-soft', border: 'bad', dash: '1.5 2.5', isDoubled: false, isStruck: true };
    case 'parked':
      return { ink: 'ink', fill: 'panel', border: 'ink', dash: null, isDoubled: false, isStruck: false };
    case 'plain':
      return { ink: 'ink', fill: 'panel', border: 'edge', dash: null, isDoubled: false, isStruck: false };
  }
}

/** The sign of a fate, so that it is never told by colour alone. */
export function glyphOf(fate: Fate): string {
  switch (fate) {
    case 'half':
      return '◐';
    case 'visible':
      return '●';
    case 'copy':
      return '◑';
    case 'settled':
      return '✓';
    case 'rolled-back':
      return '✕';
    case 'parked':
      return '‖';
    case 'plain':
      return '';
  }
}
