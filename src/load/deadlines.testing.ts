/** Loads under which deadlines pass. */
import { presetOf } from './presets.ts';
import { steady, type ComparedId, type LoadScenario, type Numbers } from './settings.ts';

const base = presetOf('steady');

function slow(numbers: Partial<Numbers>, perS = 600): LoadScenario {
  return { ...base, curve: steady(perS, 12), numbers: { ...base.numbers, ...numbers } };
}

/** One writer of the broker is too slow for all of them; recovery, checks and polls come often enough to be seen. */
const BROKER: Partial<Numbers> = { append: 2, 'check-every': 2_000, 'check-age': 500, 'poll-every': 700 };

/** Many orders want few rows, so their transactions last long. */
const ROWS: Partial<Numbers> = {
  rows: 20,
  'order-work': 40,
  'order-cores': 64,
  threads: 4_000,
  connections: 4_000,
  'check-every': 1_000,
  'check-age': 500,
  'check-threads': 8,
};

/** A load for each protocol that has one, in which somebody waits for too long. */
export const TOO_SLOW: readonly (readonly [ComparedId, string, LoadScenario])[] = [
  ['half-message', 'sendMsgTimeout', slow({ ...BROKER, threads: 2_000, 'send-timeout': 400 })],
  ['half-message', 'transactionTimeOut', slow(ROWS)],
  ['plain-mq', 'publishTimeout', slow({ ...BROKER, threads: 2_000, 'publish-timeout': 400 })],
  ['local-message-table', 'confirmTimeout', slow({ ...BROKER, append: 60, 'confirm-timeout': 50, backoff: 900 })],
  ['two-phase-commit', 'voteTimeout', slow({ rows: 8, threads: 600, connections: 300, 'vote-timeout': 250 }, 560)],
];
