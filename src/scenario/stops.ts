/**
 * Six named runs that stop once before their turning point, and ask what will happen next. Texts of a stop are
 * `<id>-ask`, `-a`, `-b`, `-c` and `-why`; two of the answers are what people really expect.
 */
import type { Verdict } from '../protocols/protocol.ts';

export interface Stop {
  readonly id: string;
  readonly protocol: string;
  /** A named run of the library. */
  readonly scenario: string;
  /** The position before its turning point, which is the step after it. */
  readonly at: number;
  readonly right: 'a' | 'b' | 'c';
  /** What that step shows, and the right answer says. */
  readonly shows: { readonly noted: string } | { readonly sent: string } | { readonly verdict: Verdict };
}

export const STOPS = [
  {
    id: 'who-tells',
    protocol: 'half-message',
    scenario: 'crash-after-local-commit',
    at: 6,
    right: 'c',
    shows: { sent: 'checkTransactionState' },
  },
  {
    id: 'missing-row',
    protocol: 'half-message',
    scenario: 'check-while-running-rollback',
    at: 7,
    right: 'b',
    shows: { sent: 'endTransaction' },
  },
  {
    id: 'last-check',
    protocol: 'half-message',
    scenario: 'check-always-unknown',
    at: 20,
    right: 'c',
    shows: { noted: 'discarded' },
  },
  {
    id: 'again',
    protocol: 'half-message',
    scenario: 'consumer-crash-no-dedup',
    at: 11,
    right: 'a',
    shows: { verdict: 'duplicated' },
  },
  {
    id: 'between',
    protocol: 'plain-mq',
    scenario: 'crash-between',
    at: 3,
    right: 'b',
    shows: { verdict: 'lost' },
  },
  {
    id: 'in-doubt',
    protocol: 'two-phase-commit',
    scenario: 'blocked',
    at: 7,
    right: 'c',
    shows: { verdict: 'blocked' },
  },
] as const satisfies readonly Stop[];

export type StopId = (typeof STOPS)[number]['id'];
