/** What can be wrong with a link: values that a text is made of, never texts of the link itself beyond a short word. */
import type { Refusal } from '../engine/enabled.ts';

export const LINK_MAX = 4_096;
export const STEPS_MAX = 300;

export type LinkProblem =
  | { readonly kind: 'not-a-link' }
  /** Longer than `max` characters; the words up to there were replayed. */
  | { readonly kind: 'too-long'; readonly length: number; readonly max: number }
  | { readonly kind: 'newer-version'; readonly version: number; readonly newest: number }
  | { readonly kind: 'unknown-protocol'; readonly protocol: string; readonly known: readonly string[] }
  | { readonly kind: 'unknown-fault'; readonly fault: string; readonly known: readonly string[] }
  | { readonly kind: 'unknown-setting'; readonly name: string; readonly known: readonly string[] }
  | {
      readonly kind: 'invalid-setting';
      readonly name: string;
      readonly value: string;
      readonly expected: ExpectedValue;
      readonly used: string;
    }
  /** Named more than once; `used` is the last value that could be read. */
  | { readonly kind: 'repeated-setting'; readonly name: string; readonly used: string }
  /** `step` counts from 1. Everything before it was replayed. */
  | { readonly kind: 'bad-step'; readonly step: number; readonly word: string; readonly reason: StepReason }
  | { readonly kind: 'too-many-steps'; readonly steps: number; readonly max: number }
  /** The world after `step` steps is not the one that the link was made in. */
  | { readonly kind: 'checksum-differs'; readonly step: number; readonly came: string; readonly expected: string }
  | { readonly kind: 'at-out-of-range'; readonly at: string; readonly steps: number };

export type ExpectedValue =
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number };

export type StepReason =
  /** Not a word of the grammar. */
  | { readonly code: 'malformed' }
  /** No possible step has this name; `refusal` says why when the engine knows, `possible` some of what could come. */
  | { readonly code: 'not-possible'; readonly refusal: Refusal | null; readonly possible: readonly string[] }
  /** Several different possible steps have this name. */
  | { readonly code: 'ambiguous'; readonly matches: readonly string[] };

/** A short, harmless quotation of what came in a link. */
export function quote(text: string): string {
  const harmless = text.replaceAll(/[^a-z0-9~._-]/g, '?');
  return harmless.length > QUOTE_MAX ? `${harmless.slice(0, QUOTE_MAX)}...` : harmless;
}

const QUOTE_MAX = 48;
