/** What the verifier needs of every protocol and a run does not; apart from the protocols, because most readers only watch. */
import type { Settings } from '../engine/model.ts';
import { forgettings as halfMessageForgettings } from './half-message/forgettings.ts';
import { properties as halfMessageProperties } from './half-message/properties.ts';
import { promiseForgettings } from './half-message/promiseForgettings.ts';
import { properties as localMessageTableProperties } from './local-message-table/properties.ts';
import { properties as plainMqProperties } from './plain-mq/properties.ts';
import { rowMishaps as halfMessageRowMishaps } from './half-message/rowMishaps.ts';
import { timeouts as halfMessageTimeouts } from './half-message/timeouts.ts';
import { rowMishaps as localMessageTableRowMishaps } from './local-message-table/rowMishaps.ts';
import { timeouts as localMessageTableTimeouts } from './local-message-table/timeouts.ts';
import { rowMishaps as plainMqRowMishaps } from './plain-mq/rowMishaps.ts';
import { timeouts as plainMqTimeouts } from './plain-mq/timeouts.ts';
import { uncounted } from './half-message/uncounted.ts';
import type { Argued, PropertySpec, RowMishap, Timeout, UncountedSpace } from './protocol.ts';
import { forgetDeliveries } from './shared/forgettings.ts';
import { rowMishaps as twoPhaseCommitRowMishaps } from './two-phase-commit/rowMishaps.ts';
import { timeouts as twoPhaseCommitTimeouts } from './two-phase-commit/timeouts.ts';

interface Inquiry {
  /** Promises and questions beside those that every ledger answers. */
  readonly properties: readonly PropertySpec[];
  /** The delays that only wait for a message. */
  readonly timeouts: readonly Timeout[];
  /** What the table of safeguards asks about beside crashes and lost or doubled messages. */
  readonly rowMishaps: readonly RowMishap[];
  /** What nothing will ever read: verdicts stay, and so do shortest runs, but for dead steps at the end of one that never settles. */
  readonly forgettings: (settings: Settings) => readonly Argued[];
  /** The same for those who only ask whether a promise can be broken; null where that makes no difference. */
  readonly promiseForgettings: ((settings: Settings) => readonly Argued[]) | null;
  /** The same without counting equal things; null where that is not argued. */
  readonly uncounted: (settings: Settings, isTrusting: boolean) => UncountedSpace | null;
}

const COUNTED = { uncounted: () => null };

const INQUIRIES: ReadonlyMap<string, Inquiry> = new Map([
  [
    'half-message',
    {
      properties: halfMessageProperties,
      timeouts: halfMessageTimeouts,
      rowMishaps: halfMessageRowMishaps,
      forgettings: halfMessageForgettings,
      promiseForgettings,
      uncounted,
    },
  ],
  [
    'local-message-table',
    {
      properties: localMessageTableProperties,
      timeouts: localMessageTableTimeouts,
      rowMishaps: localMessageTableRowMishaps,
      forgettings: forgetDeliveries,
      promiseForgettings: null,
      ...COUNTED,
    },
  ],
  [
    'plain-mq',
    {
      properties: plainMqProperties,
      timeouts: plainMqTimeouts,
      rowMishaps: plainMqRowMishaps,
      forgettings: forgetDeliveries,
      promiseForgettings: null,
      ...COUNTED,
    },
  ],
  [
    'two-phase-commit',
    {
      properties: [],
      timeouts: twoPhaseCommitTimeouts,
      rowMishaps: twoPhaseCommitRowMishaps,
      forgettings: () => [],
      promiseForgettings: null,
      ...COUNTED,
    },
  ],
]);

const NOTHING: Inquiry = {
  properties: [],
  timeouts: [],
  rowMishaps: [],
  forgettings: () => [],
  promiseForgettings: null,
  ...COUNTED,
};

/** A protocol that is not listed has no properties or timeouts of its own, and nothing of its worlds may be forgotten. */
export function inquiryOf(protocol: string): Inquiry {
  return INQUIRIES.get(protocol) ?? NOTHING;
}
