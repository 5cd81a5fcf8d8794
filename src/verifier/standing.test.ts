import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { answered, NO_FAULTS, ONE_EACH, type Asked } from './explore.testing.ts';
import { comparedEverywhere, comparedOnWalks } from './standing.testing.ts';

const PATIENCE_MS = 120_000;
const PAIRS = 1_500;
const SMALL = { 'check-max': '1', 'reconsume-max': '0' };
/** The same where the producer does not report by itself. */
const SILENT = { ...SMALL, report: 'off' };
const CRASH = { ...NO_FAULTS, crash: 1 };

function named(asked: Asked) {
  const set = Object.entries(asked.settings).map(([name, value]) => `${name}~${value}`);
  return { name: [asked.protocol.id, ...set, `${asked.orders ?? 1} orders`].join(' '), asked };
}

const HALF_MESSAGE: readonly Asked[] = [
  { settings: SMALL, faults: ONE_EACH },
  { settings: SMALL, faults: ONE_EACH, orders: 2 },
  { settings: { 'check-max': '2' }, faults: ONE_EACH },
  { settings: { ...SMALL, dedup: 'none' }, faults: ONE_EACH },
  { settings: { ...SMALL, dedup: 'marker-first' }, faults: ONE_EACH },
  { settings: { ...SILENT, ack: 'before-commit' }, faults: ONE_EACH },
  { settings: { ...SILENT, dedup: 'marker-first' }, faults: ONE_EACH },
  { settings: { ...SMALL, checker: 'rollback-if-missing', 'send-retry': 'on' }, faults: ONE_EACH },
  { settings: { ...SMALL, checker: 'fenced', version: '4.9' }, faults: ONE_EACH },
  { settings: { ...SMALL, 'check-back': 'off' }, faults: ONE_EACH, orders: 2 },
  { settings: { ...SMALL, report: 'off' }, faults: { crash: 1, drop: 2, duplicate: 2 } },
].map((asked) => ({ protocol: halfMessage, ...asked }));

const OTHERS: readonly Asked[] = [
  { protocol: halfMessage, settings: { ...SMALL, checker: 'commit-if-missing' }, faults: ONE_EACH },
  { protocol: halfMessage, settings: { ...SMALL, producers: '2' }, faults: ONE_EACH, orders: 2 },
  { protocol: halfMessage, settings: { ...SMALL, immunity: 'long' }, faults: ONE_EACH },
  { protocol: halfMessage, settings: { ...SMALL, flush: 'async' }, faults: CRASH },
  { protocol: localMessageTable, settings: { 'attempts-max': '1', confirm: 'consumer-ack' }, faults: ONE_EACH },
  { protocol: localMessageTable, settings: { 'attempts-max': '1', dedup: 'none' }, faults: ONE_EACH },
  { protocol: plainMq, settings: { retry: 'on' }, faults: ONE_EACH, orders: 2 },
];

describe('a reduced space stands for the whole one', { timeout: PATIENCE_MS }, () => {
  it.each([...HALF_MESSAGE, ...OTHERS].map(named))(
    '[V25] step by step, both ways, where it is exact: $name',
    ({ asked }) => {
      const { visited, mismatches } = comparedOnWalks(asked, 'exact', PAIRS);
      expect(mismatches).toEqual([]);
      expect(visited).toBeGreaterThan(PAIRS / 2);
    },
  );

  it.each(HALF_MESSAGE.map(named))('[V26] for those who ask about promises: $name', ({ asked }) => {
    const { visited, mismatches } = comparedOnWalks(asked, 'promises', PAIRS);
    expect(mismatches).toEqual([]);
    expect(visited).toBeGreaterThan(PAIRS / 2);
  });

  const SMALL_SPACES: readonly Asked[] = [
    { settings: SILENT, faults: NO_FAULTS },
    { settings: { ...SILENT, checker: 'fenced' }, faults: NO_FAULTS },
    { settings: { ...SILENT, ack: 'before-commit' }, faults: NO_FAULTS },
    { settings: { ...SMALL, 'check-back': 'off', dedup: 'marker-first' }, faults: { ...CRASH, drop: 1 } },
  ].map((asked) => ({ protocol: halfMessage, ...asked }));
  it.each(SMALL_SPACES.map(named))('[V27] everywhere, where the whole is small: $name', ({ asked }) => {
    const { states } = answered(asked);
    for (const reduction of ['exact', 'promises'] as const) {
      const { visited, mismatches } = comparedEverywhere(asked, reduction);
      expect(mismatches).toEqual([]);
      expect(visited).toBeGreaterThanOrEqual(states);
    }
  });

  it('[V27] everywhere, with a crash and a consumer that can lose what is stored', () => {
    const asked = { protocol: halfMessage, settings: { ...SILENT, ack: 'before-commit' }, faults: CRASH };
    const { visited, mismatches } = comparedEverywhere(asked, 'promises');
    expect(mismatches).toEqual([]);
    expect(visited).toBeGreaterThan(70_000);
  });
});
