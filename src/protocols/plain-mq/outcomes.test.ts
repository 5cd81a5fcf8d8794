import { describe, expect, it } from 'vitest';
import type { Settings } from '../../engine/model.ts';
import { ledger } from './ledger.ts';
import { outcomesOf, type Budget } from './outcomes.testing.ts';
import { read } from './read.ts';

const FIRST = { order: 'publish-then-commit' };
const LOSSY = { broker: 'lossy' };
const RETRY = { retry: 'on' };
const NO_DEDUP = { dedup: 'none' };

type Row = readonly [given: Settings, budget: Budget, outcomes: readonly string[]];

/** With deduplication and without it, where that changes nothing. */
const either = ([given, budget, outcomes]: Row): readonly Row[] => [
  [given, budget, outcomes],
  [{ ...given, ...NO_DEDUP }, budget, outcomes],
];

const phantoms = (given: Settings, budget: Budget) =>
  outcomesOf(given, budget).worlds.filter((world) => ledger(world).some(({ verdict }) => verdict === 'phantom'));

describe('commit, then publish', () => {
  it('[PM-1] ends in agreement without a fault, the order always first', () => {
    const { outcomes, worlds } = outcomesOf({});
    expect(outcomes).toEqual(['✓ 1/1']);
    expect(
      worlds.filter(
        (world) => read(world).consumer.points['o1'] !== undefined && read(world).orders['o1'] !== 'committed',
      ),
    ).toEqual([]);
  });

  it.each([
    { producerCrash: 1, databaseFailure: 1, publishFails: 1 },
    { producerCrash: 1, confirmLost: 1, consumerCrash: 1 },
  ])('[PM-2] never invents: %o', (budget) => {
    expect(phantoms({ ...RETRY, ...NO_DEDUP }, budget)).toEqual([]);
  });

  it.each(
    (
      [
        [{}, { producerCrash: 1 }, ['✓ 0/0', '✓ 1/1', '✗ 0/0']],
        [{}, { publishFails: 1 }, ['✓ 0/0', '✓ 1/1']],
        [RETRY, { publishFails: 1 }, ['✓ 1/1']],
        [{}, { brokerLoses: 1 }, ['✓ 1/0', '✓ 1/1']],
        [LOSSY, { brokerLoses: 1 }, ['✓ 1/0', '✓ 1/1']],
        [{}, { databaseFailure: 1 }, ['✓ 1/1', '✗ 0/0']],
      ] as const
    ).flatMap((row) => either(row)),
  )('[PM-3] loses, with deduplication and without it: %o %o', (given, budget, outcomes) => {
    expect(outcomesOf(given, budget).outcomes).toEqual(outcomes);
  });

  it('[PM-15] [PM-16] loses nothing with mandatory and retries, and doubles nothing with a broker that knows ids', () => {
    const returned = { ...RETRY, mandatory: 'on' };
    expect(outcomesOf(returned, { brokerLoses: 1 }).outcomes).toEqual(['✓ 1/1']);
    expect(outcomesOf({ ...FIRST, mandatory: 'on' }, { brokerLoses: 1 }).outcomes).toEqual(['✓ 1/1', '✗ 0/0']);
    const knowing = { ...RETRY, ...NO_DEDUP, 'broker-dedup': 'window' };
    expect(outcomesOf(knowing, { confirmLost: 1 }).outcomes).toEqual(['✓ 1/1']);
  });

  it.each([
    [{}, ['✓ 1/1']],
    [NO_DEDUP, ['✓ 1/1']],
    [{ ...RETRY, ...NO_DEDUP }, ['✓ 1/1', '✓ 2/2']],
    [RETRY, ['✓ 1/1', '✓ 2/1']],
  ] as const)('[PM-4] gives up or doubles when a confirm is lost: %o', (given, outcomes) => {
    expect(outcomesOf(given, { confirmLost: 1 }).outcomes).toEqual(outcomes);
  });
});

describe('publish, then commit', () => {
  it('[PM-5] ends in agreement without a fault, but may add points before the order', () => {
    expect(outcomesOf(FIRST).outcomes).toEqual(['✓ 1/1']);
    const early = phantoms(FIRST, {});
    expect(new Set(early.map((world) => read(world).orders['o1']))).toEqual(new Set(['open']));
  });

  it.each(
    (
      [
        [FIRST, { producerCrash: 1 }, ['✓ 1/1', '✗ 0/0', '✗ 1/1']],
        [FIRST, { databaseFailure: 1 }, ['✓ 1/1', '✗ 1/1']],
        [FIRST, { confirmLost: 1 }, ['✓ 1/1', '✗ 1/1']],
        [FIRST, { publishFails: 1 }, ['✓ 1/1', '✗ 0/0']],
        [FIRST, { brokerLoses: 1 }, ['✓ 1/0', '✓ 1/1']],
      ] as const
    ).flatMap((row) => either(row)),
  )('[PM-6] invents, with deduplication and without it: %o %o', (given, budget, outcomes) => {
    expect(outcomesOf(given, budget).outcomes).toEqual(outcomes);
  });

  it('[PM-7] publishes inside the open transaction', () => {
    const published = outcomesOf(FIRST).worlds.filter((world) => read(world).publishes.length > 0);
    expect(new Set(published.map((world) => read(world).orders['o1']))).toEqual(new Set(['open']));
  });
});

describe('the consumer', () => {
  const consumers: readonly (readonly [Settings, readonly string[]])[] = [
    [{ dedup: 'none' }, ['✓ 1/1', '✓ 1/2']],
    [{ dedup: 'same-tx' }, ['✓ 1/1']],
    [{ dedup: 'marker-first' }, ['✓ 1/0', '✓ 1/1']],
    [{ dedup: 'marker-after' }, ['✓ 1/1', '✓ 1/2']],
    [{ ack: 'before-commit' }, ['✓ 1/0', '✓ 1/1']],
  ];
  it.each(consumers)('[PM-8] fails alike after both orders: %o', (given, outcomes) => {
    expect(outcomesOf(given, { consumerCrash: 1 }).outcomes).toEqual(outcomes);
    expect(outcomesOf({ ...given, ...FIRST }, { consumerCrash: 1 }).outcomes).toEqual(outcomes);
  });

  it.each([
    [{}, ['✓ 1/1']],
    [NO_DEDUP, ['✓ 1/1']],
    [{ dedup: 'marker-first' }, ['✓ 1/0', '✓ 1/1']],
    [{ dedup: 'marker-after' }, ['✓ 1/1', '✓ 1/2']],
  ] as const)('[PM-17] waits for its database, and begins anew: %o', (given, outcomes) => {
    expect(outcomesOf(given, { databaseDown: 1 }).outcomes).toEqual(outcomes);
  });
});
