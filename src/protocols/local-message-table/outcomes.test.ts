/**
 * Outcomes are exactly: every settled world of one order under a budget of faults, written `row copies/points`. A budget
 * of one does not force the fault, so the undisturbed outcome is always among them.
 */
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../engine/model.ts';
import { outcomesOf, type Budget } from './outcomes.testing.ts';

const LONG_MS = 60_000;
const NO_ORDER = 'aborted, absent 0/0';

/** Expected outcomes: without deduplication, and with it in the same transaction. */
interface Expected {
  readonly none: readonly string[];
  readonly sameTx: readonly string[];
}

interface Case {
  readonly title: string;
  readonly settings: Settings;
  readonly budget: Budget;
  readonly brokerAck: Expected | null;
  readonly consumerAck: Expected | null;
}

const same = (...outcomes: readonly string[]): Expected => ({ none: outcomes, sameTx: outcomes });
const once = { brokerAck: same('SENT 1/1'), consumerAck: same('DONE 1/1') };
/** A second copy counts twice, unless it is recognised. */
const twice = {
  brokerAck: { none: ['SENT 1/1', 'SENT 2/2'], sameTx: ['SENT 1/1', 'SENT 2/1'] },
  consumerAck: { none: ['DONE 1/1', 'DONE 2/2'], sameTx: ['DONE 1/1', 'DONE 2/1'] },
};
/** What the broker loses is lost for ever, or sent again. */
const brokerLost = { brokerAck: same('SENT 1/0', 'SENT 1/1'), consumerAck: same('DONE 1/1', 'DONE 2/1') };

const cases: readonly Case[] = [
  { title: '[LT-9] [F0] ends well without a fault', settings: {}, budget: {}, ...once },
  {
    title: '[LT-10] [F1] leaves nothing behind when the local transaction aborts',
    settings: {},
    budget: { abort: 1 },
    brokerAck: same('SENT 1/1', NO_ORDER),
    consumerAck: same('DONE 1/1', NO_ORDER),
  },
  {
    title: '[LT-10] [LT-11] [F1] [F3] survives a crash of the order service before its commit and after it',
    settings: {},
    budget: { orderCrash: 1 },
    brokerAck: same('SENT 1/1', NO_ORDER),
    consumerAck: same('DONE 1/1', NO_ORDER),
  },
  { title: '[LT-11] [F5] is only late when a publish fails', settings: {}, budget: { publishFails: 1 }, ...once },
  {
    title: '[LT-11] [LT-12] [F4] [F6] sends twice at most when the relay dies',
    settings: {},
    budget: { relayCrash: 1 },
    ...twice,
  },
  { title: '[LT-13] [F7] sends twice when the confirm is lost', settings: {}, budget: { confirmLost: 1 }, ...twice },
  {
    title: '[LT-14] [F8] loses with broker-ack what the broker confirmed and never kept',
    settings: { broker: 'lossy' },
    budget: { brokerLoses: 1 },
    ...brokerLost,
  },
  {
    title: '[LT-14] [F9] loses with broker-ack what the broker kept and dropped',
    settings: { broker: 'lossy' },
    budget: { brokerDrops: 2 },
    ...brokerLost,
  },
  {
    title: '[LT-15] marks first and publishes then, as long as nobody dies',
    settings: { publish: 'after-mark' },
    budget: {},
    ...once,
  },
  {
    title: '[LT-15] [F10] marks first and never publishes when the relay dies',
    settings: { publish: 'after-mark' },
    budget: { relayCrash: 1 },
    brokerAck: same('SENT 0/0', 'SENT 1/1'),
    consumerAck: same('DONE 1/1'),
  },
  {
    title: '[LT-16] [F11] sends twice with two relays and no claim, without any fault',
    settings: { relays: '2', claim: 'none' },
    budget: {},
    ...twice,
  },
  { title: '[LT-16] [F12] sends once with two relays and a row lock', settings: { relays: '2' }, budget: {}, ...once },
  {
    title: '[LT-12] [LT-16] [F12] [F6] sends twice with a row lock when a relay dies',
    settings: { relays: '2' },
    budget: { relayCrash: 1 },
    ...twice,
  },
  {
    title: '[LT-16] [F13] sends twice with leases when one expires',
    settings: { relays: '2', claim: 'lease' },
    budget: { leaseExpires: 1 },
    ...twice,
  },
  {
    title: '[LT-17] [F14] [F15] adds points twice without dedup when the consumer dies after its commit',
    settings: {},
    budget: { consumerCrash: 1 },
    brokerAck: { none: ['SENT 1/1', 'SENT 1/2'], sameTx: ['SENT 1/1'] },
    consumerAck: { none: ['DONE 1/1', 'DONE 1/2'], sameTx: ['DONE 1/1'] },
  },
  {
    title: '[LT-18] [F16] loses with broker-ack what was acknowledged before the commit',
    settings: { ack: 'before-commit' },
    budget: { consumerCrash: 1 },
    brokerAck: same('SENT 1/0', 'SENT 1/1'),
    consumerAck: { none: ['DONE 1/1', 'DONE 2/1', 'DONE 2/2'], sameTx: ['DONE 1/1', 'DONE 2/1'] },
  },
  {
    title: '[LT-13] [F19] sends again when the confirmation of the consumer is lost',
    settings: {},
    budget: { replyLost: 1 },
    brokerAck: null,
    consumerAck: twice.consumerAck,
  },
  {
    title: '[LT-13] [F20] sends again when it does not wait long enough',
    settings: {},
    budget: { earlyResend: 1 },
    brokerAck: null,
    consumerAck: twice.consumerAck,
  },
  {
    title: '[LT-28] [F30] loses an order that is written before its row',
    settings: { row: 'order-first' },
    budget: { crashBetween: 1 },
    brokerAck: same('SENT 1/1', 'absent 0/0'),
    consumerAck: same('DONE 1/1', 'absent 0/0'),
  },
  {
    title: '[LT-28] [F30] invents points for an order whose row is written first',
    settings: { row: 'row-first' },
    budget: { crashBetween: 1 },
    brokerAck: same('SENT 1/1', 'aborted, SENT 1/1'),
    consumerAck: same('DONE 1/1', 'aborted, DONE 1/1'),
  },
];

describe('the outcomes of the local message table', { timeout: LONG_MS }, () => {
  it.each(cases)('$title', ({ settings, budget, brokerAck, consumerAck }) => {
    const found = (confirm: string): Expected => ({
      none: outcomesOf({ ...settings, confirm, dedup: 'none' }, budget).outcomes,
      sameTx: outcomesOf({ ...settings, confirm, dedup: 'same-tx' }, budget).outcomes,
    });
    if (brokerAck !== null) expect(found('broker-ack')).toEqual(brokerAck);
    if (consumerAck !== null) expect(found('consumer-ack')).toEqual(consumerAck);
  });

  it('[LT-19] [F17] loses with the marker first, and with consumer-ack the row claims DONE', () => {
    const at = (confirm: string) => outcomesOf({ confirm, dedup: 'marker-first' }, { consumerCrash: 1 }).outcomes;
    expect(at('broker-ack')).toEqual(['SENT 1/0', 'SENT 1/1']);
    expect(at('consumer-ack')).toEqual(['DONE 1/0', 'DONE 1/1']);
  });

  it('[LT-20] [F18] adds points twice with the marker last, although dedup is on', () => {
    const at = (confirm: string) => outcomesOf({ confirm, dedup: 'marker-after' }, { consumerCrash: 1 }).outcomes;
    expect(at('broker-ack')).toEqual(['SENT 1/1', 'SENT 1/2']);
    expect(at('consumer-ack')).toEqual(['DONE 1/1', 'DONE 1/2']);
  });

  it.each(cases)('[LT-4] changes by dedup how often, never whether: $title', ({ settings, budget, ...expected }) => {
    for (const confirm of ['broker-ack', 'consumer-ack']) {
      if (expected[confirm === 'broker-ack' ? 'brokerAck' : 'consumerAck'] === null) continue;
      const { outcomes } = outcomesOf({ ...settings, confirm, dedup: 'none' }, budget);
      const credited = outcomes.map((outcome) => outcome.replace(/\/[1-9]\d*/, '/1'));
      const recognised = outcomesOf({ ...settings, confirm, dedup: 'same-tx' }, budget).outcomes;
      expect(recognised).toEqual([...new Set(credited)].sort());
    }
  });

  it('[LT-14] offers no way to lose a confirmed message with a durable broker', () => {
    const budget = { brokerLoses: 1, brokerDrops: 2, confirmLost: 1 };
    const { outcomes, worlds } = outcomesOf({ dedup: 'same-tx' }, budget);
    expect(outcomes).toEqual(['SENT 1/1', 'SENT 2/1']);
    expect(worlds.length).toBeGreaterThan(100);
  });

  it('[LT-29] keeps points at one under several crashes, and nothing but dedup does', () => {
    const budget = { relayCrash: 1, consumerCrash: 1 };
    const points = (dedup: string) =>
      new Set(outcomesOf({ dedup }, budget).outcomes.map((outcome) => Number(outcome.split('/')[1])));
    expect(points('same-tx')).toEqual(new Set([1]));
    expect(points('none')).toEqual(new Set([1, 2, 3, 4]));
  });

  it('[LT-29] loses with broker-ack on a lossy broker, and never with consumer-ack', () => {
    const budget = { brokerLoses: 1, confirmLost: 1, replyLost: 1 };
    const at = (confirm: string) => outcomesOf({ confirm, dedup: 'same-tx', broker: 'lossy' }, budget).outcomes;
    expect(at('broker-ack')).toEqual(['SENT 1/0', 'SENT 1/1', 'SENT 2/1']);
    expect(at('consumer-ack')).toEqual(['DONE 1/1', 'DONE 2/1', 'DONE 3/1', 'DONE 4/1']);
  });
});
