/** What forgettings take for granted. */
import type { Argued, Forgetting, Premise } from '../protocol.ts';

export function presuming(premise: Premise, forgettings: readonly Forgetting[]): readonly Argued[] {
  return forgettings.map((forget) => ({ premise, forget }));
}

export const READ_AT_START: Premise = {
  says: 'Whether a role was started anew is read at its start alone.',
  withstands: 'every-kind',
};

/** They end a send or a check otherwise; whatever they say is said of what the producer has in hand or was asked about. */
export const SAID = [
  'send-status',
  'no-permission',
  'permission-restored',
  'put-fails',
  'no-answer',
  'wrong-answer',
  'wrong-outcome',
  'look-up-fails',
] as const;

/** Of each protocol those that change nothing at the consumer, and of nothing that was delivered. */
export const CONSUMED_STAYS_SO: Premise = {
  says: 'What is consumed is read by nobody, and a message in hand is consumed.',
  withstands: [...SAID, 'failover', 'position-lost', 'row-always-fails', 'unroutable', 'row-replayed', 'row-mended'],
};
