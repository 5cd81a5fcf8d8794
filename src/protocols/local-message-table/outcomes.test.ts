/**
 * Outcomes are exactly: every settled world of one order under a budget of faults, written `row copies/points`. A budget
 * of one does not force the fault, so the undisturbed outcome is always among them.
 */
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../engine/model.ts';
import { inFlight, type World } from '../../engine/world.ts';
import { outcomesOf, type Budget } from './outcomes.testing.ts';
import { read } from './read.ts';

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
    settings: {},
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
    title: '[LT-30] is only late when what no queue takes is returned',
    settings: { mandatory: 'on' },
    budget: { brokerLoses: 1 },
    ...once,
  },
  {
    title: '[LT-31] sends twice and stores once while the broker knows the id',
    settings: { 'broker-dedup': 'window' },
    budget: { relayCrash: 1, confirmLost: 1 },
    ...once,
  },
  {
    title: '[LT-31] stores twice once the window is over',
    settings: { 'broker-dedup': 'window' },
    budget: { relayCrash: 1, windowOver: 1 },
    ...twice,
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
    title: '[LT-35] changes nothing by an outage of the points database',
    settings: {},
    budget: { databaseDown: 1 },
    ...once,
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

  it.each([
    ['marker-first', ['SENT 1/0', 'SENT 1/1']],
    ['marker-after', ['SENT 1/1', 'SENT 1/2']],
  ])('[LT-35] is as a crash between a marker and its points: %s', (dedup, outcomes) => {
    expect(outcomesOf({ dedup }, { databaseDown: 1 }).outcomes).toEqual(outcomes);
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

  it('[LT-14] loses nothing that a durable broker keeps', () => {
    const budget = { brokerDrops: 2, confirmLost: 1 };
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

describe('what always holds in the local message table', { timeout: LONG_MS }, () => {
  it('[LT-1] has a committed order if and only if its row is there, unless they are two transactions', () => {
    const isWhole = (world: World): boolean => {
      const { orders, rows } = read(world).database;
      return Object.entries(orders).every(
        ([order, state]) =>
          (state === 'committed') === rows.some(({ tx, status }) => tx === order && status !== 'open'),
      );
    };
    const whole = cases.filter(({ settings }) => settings['row'] === undefined);
    expect(whole.flatMap(brokenBy(isWhole))).toEqual([]);
    const apart = cases.filter(({ settings }) => settings['row'] !== undefined);
    expect(apart.flatMap(brokenBy(isWhole))).not.toEqual([]);
  });

  it('[LT-2] adds no points without a committed order, unless the row is written first', () => {
    const isEarned = (world: World): boolean => {
      const { database, consumer } = read(world);
      return Object.entries(consumer.points).every(
        ([tx, { added }]) => added === 0 || database.orders[tx] === 'committed',
      );
    };
    const others = cases.filter(({ settings }) => settings['row'] !== 'row-first');
    expect(others.flatMap(brokenBy(isEarned))).toEqual([]);
    const inPassing = outcomesOf({ row: 'row-first', dedup: 'none' }, {});
    expect(inPassing.outcomes).toEqual(['SENT 1/1']);
    expect(inPassing.worlds.every(isEarned)).toBe(false);
  });

  it('[LT-3] adds points once at most with dedup in the same transaction', () => {
    expect(cases.flatMap(brokenBy((world) => pointsOf(world) <= 1, ['same-tx']))).toEqual([]);
    expect(cases.flatMap(brokenBy((world) => pointsOf(world) <= 1, ['none']))).not.toEqual([]);
  });

  it('[LT-5] marks a row as DONE only when the points are there, unless the marker is written first', () => {
    const isHonest = (world: World): boolean => statusOf(world) !== 'DONE' || pointsOf(world) >= 1;
    expect(cases.flatMap(brokenBy(isHonest))).toEqual([]);
    const at = (dedup: string) => outcomesOf({ confirm: 'consumer-ack', dedup }, { consumerCrash: 1 }).worlds;
    expect(at('marker-after').every(isHonest)).toBe(true);
    expect(at('marker-first').every(isHonest)).toBe(false);
  });

  it('[LT-6] says SENT truly with broker-ack, until something is lost behind its back', () => {
    const isTrue = (world: World): boolean => statusOf(world) !== 'SENT' || pointsOf(world) >= 1 || holdsCopy(world);
    const broken = cases.filter((one) => brokenBy(isTrue, ['none', 'same-tx'], ['broker-ack'])(one).length > 0);
    expect(broken.map(({ title }) => title.replace(/^(?:\[LT-\d+\] )+/, '').slice(0, 5))).toEqual([
      '[F8] ',
      '[F9] ',
      'marks', // first, in passing
      '[F10]',
      '[F16]',
    ]);
  });

  it('[LT-7] has a marker if and only if the points are there, with both in one transaction', () => {
    const isExact = (world: World): boolean => read(world).consumer.markers.includes('o1') === (pointsOf(world) === 1);
    expect(cases.flatMap(brokenBy(isExact, ['same-tx']))).toEqual([]);
    for (const dedup of ['marker-first', 'marker-after']) {
      expect(outcomesOf({ dedup }).worlds.every(isExact)).toBe(false);
    }
  });

  it('[LT-8] comes to rest in every run, with the points added unless something is lost', () => {
    for (const { settings, budget } of cases.filter(({ brokerAck }) => brokerAck !== null)) {
      expect(outcomesOf({ ...settings, confirm: 'broker-ack', dedup: 'same-tx' }, budget).isAcyclic()).toBe(true);
    }
    const safe = cases.filter(({ title }) => /\[F(?:[0-7]|1[1-5])\]/.test(title));
    const unpaid = safe.flatMap(({ settings, budget, title }) =>
      ['broker-ack', 'consumer-ack'].flatMap((confirm) =>
        outcomesOf({ ...settings, confirm, dedup: 'none' }, budget)
          .outcomes.filter((outcome) => outcome !== NO_ORDER && outcome.endsWith('/0'))
          .map((outcome) => `${title}: ${outcome}`),
      ),
    );
    expect(safe.length).toBeGreaterThan(8);
    expect(unpaid).toEqual([]);
  });
});

/** The cases, confirmations and kinds of dedup under which some reachable world breaks a promise. */
function brokenBy(
  keeps: (world: World) => boolean,
  dedups: readonly string[] = ['none', 'same-tx'],
  confirms: readonly string[] = ['broker-ack', 'consumer-ack'],
) {
  return ({ settings, budget, title, brokerAck }: Case): readonly string[] =>
    confirms.flatMap((confirm) =>
      dedups
        .filter(() => confirm === 'consumer-ack' || brokerAck !== null)
        .filter((dedup) => !outcomesOf({ ...settings, confirm, dedup }, budget).worlds.every(keeps))
        .map((dedup) => `${title} ${confirm} ${dedup}`),
    );
}

function pointsOf(world: World): number {
  return read(world).consumer.points['o1']?.added ?? 0;
}

function statusOf(world: World): string | undefined {
  return read(world).database.rows.find(({ tx }) => tx === 'o1')?.status;
}

/** A copy is with the broker, on its way to the consumer, or in its hands. */
function holdsCopy(world: World): boolean {
  const { topic, consumer } = read(world);
  const unconsumed = topic.orders.length > topic.consumed.orders;
  return unconsumed || consumer.inbox.length > 0 || inFlight(world, 'topic', 'consumer').length > 0;
}
