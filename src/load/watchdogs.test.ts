import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { TOO_SLOW } from './deadlines.testing.ts';
import { operationsOf } from './graph.ts';
import { figuresOf, programFor } from './lab.ts';
import { bareProgram, pointsAtMs } from './lone.testing.ts';
import { NUMBERS, type LoadScenario } from './settings.ts';
import { DEADLINES } from './watchPlan.ts';
import { tooLate, type Watchdog } from './watchdogs.ts';

/** In words: who waits from where to where, what the buyer hears, and what follows. */
function told(id: (typeof TOO_SLOW)[number][0]): readonly string[] {
  const { watchdogs, operations } = programFor(id, protocols);
  const nameOf = (at: number): string => operations.find((operation) => operation.id === at)?.name ?? '?';
  return watchdogs.map(
    ({ delay, from, until, hears, gives, reaction, cancels, afterwards }: Watchdog) =>
      `${delay}: ${nameOf(from)} – ${nameOf(until)}, ${hears ?? 'knows'}, gives ${gives.join('+')}, ` +
      `sends ${reaction.map(({ name, gives: all }) => `${name} (${all.join('+')})`).join('+')}, ` +
      `${cancels ? 'gives up' : 'goes on'}, ${afterwards ?? 'over'}`,
  );
}

describe('deadlines', () => {
  it('[LX1] are the timers that a clean run arms and disarms, and what follows is the run in which one fires', () => {
    const ids = new Set(TOO_SLOW.map(([id]) => id));
    expect([...ids].flatMap((id) => told(id))).toEqual([
      'sendMsgTimeout: placeOrder – sendResult, failed, gives order-thread, sends , goes on, asks',
      'transactionTimeOut: halfMessage – endTransaction, knows, gives , ' +
        'sends transactionCheckInterval ()+checkTransactionState ()+checkLocalTransaction (), goes on, asks-on',
      'publishTimeout: publishDelay – confirm, answered, gives order-thread, sends , goes on, over',
      'confirmTimeout: publishDelay – confirm, knows, gives , sends , goes on, again',
      'voteTimeout: placeOrder – decide, failed, gives order-thread, ' +
        'sends order-db.abort (order-connection+order-row)+points-db.abort (points-connection), gives up, over',
    ]);
  });

  it('[LX2] are as long as in the protocol until a reader changes them', () => {
    const watchdogs = TOO_SLOW.flatMap(([id]) => programFor(id, protocols).watchdogs);
    for (const { delay, engineMs } of watchdogs)
      expect([delay, NUMBERS[DEADLINES[delay] ?? 'seed'].initial]).toEqual([delay, engineMs]);
    const table = protocols.find(({ id }) => id === 'local-message-table');
    if (table === undefined) throw new Error('Expected the message table.');
    const { timeline } = tooLate(table, 'confirmTimeout');
    const rests = timeline.frames.flatMap(({ timers }) => timers.filter(({ delay }) => delay === 'backoff'));
    expect(rests[0]?.delayMs).toBe(NUMBERS.backoff.initial);
  });

  it.each(TOO_SLOW)('[LX3] alone, with the engine’s times, goes on as the engine does: %s, %s', (id, delay) => {
    const protocol = protocols.find((known) => known.id === id);
    if (protocol === undefined) throw new Error(`Expected the protocol ${id}.`);
    const operations = operationsOf(protocol, tooLate(protocol, delay).timeline);
    const there = operations.find(({ pointsThere }) => pointsThere);
    // Without an order there are no points.
    expect(there === undefined).toBe(['sendMsgTimeout', 'voteTimeout'].includes(delay));
    if (there !== undefined) expect(pointsAtMs(bareProgram(operations))).toBe(there.timeMs);
  });

  it.each(TOO_SLOW)(
    '[LX4] pass when everybody waits, with what follows in the ledger: %s, %s',
    (id, delay, scenario) => {
      const [figures] = figuresOf({ ...scenario, compared: [id] }, protocols);
      if (figures === undefined) throw new Error('Expected figures.');
      const { timedOut, duplicates, ledger, orders, unfinished, checks } = figures;
      expect(timedOut).toBeGreaterThan(300);
      expect(unfinished).toBe(0);
      // Whoever heard that it failed has no order; all others have their points, once.
      const isBrokenOff = delay === 'sendMsgTimeout' || delay === 'voteTimeout';
      expect(ledger.refused).toBe(isBrokenOff ? timedOut : 0);
      expect(ledger.consistent).toBe(orders - ledger.refused);
      // A half message without an order is asked about; a row without a confirm is published again, and recognised.
      if (id === 'half-message') expect(checks.asked).toBeGreaterThan(0);
      if (id === 'local-message-table') expect(duplicates).toBeGreaterThan(orders);
      else if (delay !== 'transactionTimeOut') expect(duplicates).toBe(0);
    },
  );

  it.each(TOO_SLOW)('[LX5] do not pass where there are none, or where they are long: %s, %s', (id, delay, scenario) => {
    const name = DEADLINES[delay];
    if (name === undefined) throw new Error(`Expected a number for ${delay}.`);
    // Of no age at all, everything is asked about.
    const none = delay === 'transactionTimeOut' ? 500_000 : 0;
    const runs = [none, 600_000].map((ms) => {
      // A broker that is slow to answer is slow to settle, too.
      const numbers = { ...scenario.numbers, 'check-age': 600_000, [name]: ms };
      const lasting: LoadScenario = { ...scenario, compared: [id], numbers };
      return figuresOf(lasting, protocols)[0];
    });
    for (const run of runs) expect([run?.timedOut, run?.duplicates, run?.ledger.refused]).toEqual([0, 0, 0]);
    expect(runs[0]?.buyerMs).toEqual(runs[1]?.buyerMs);
  });
});
