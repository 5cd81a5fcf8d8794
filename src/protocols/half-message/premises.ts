/** What the forgettings of half messages take for granted, and the kinds of mishaps and repairs that leave it as it is. */
import type { Premise } from '../protocol.ts';
import { SAID } from '../shared/premises.ts';

export const REPLY_IS_AWAITED: Premise = {
  says: 'A reply that no producer waits for is ignored.',
  withstands: SAID,
};

export const NEVER_BEGUN: Premise = {
  says: 'An order that never began and that no producer has in hand never begins.',
  withstands: SAID,
};

export const PASSED: Premise = {
  says: 'No pass meets what lies behind the cursors; ops are written as they were buffered, and who sent a half message is for people.',
  withstands: SAID,
};

export const NOBODY_ASKS: Premise = {
  says: 'A half message behind the cursors that no message, check or producer names is named by nobody any more.',
  withstands: SAID,
};

export const OVER_STAYS_SO: Premise = {
  says: 'An order that is over stays so: rows, markers and queues change, and answers are given, as the rules say.',
  // A status of a send ends in a rollback, as an outcome may; an answer that never comes changes as little as UNKNOW.
  withstands: ['send-status', 'no-answer'],
};
