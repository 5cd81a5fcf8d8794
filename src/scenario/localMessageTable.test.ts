/**
 * The fault table of the local message table, row by row: the fault in link words, then nobody interferes. The end is
 * written `order row/points`, with the copies that were sent, without dedup and with it, for both confirmations.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nextStep } from '../engine/autoplay.ts';
import type { Settings } from '../engine/model.ts';
import { extend, lastFrame, replay, type Timeline } from '../engine/timeline.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { read } from '../protocols/local-message-table/read.ts';
import { replayWords } from './run.ts';
import { completeSettings } from './settings.ts';

const SENT = 'order.commit.wake.send.pub';
const AGAIN = 'poll.send.pub';
const POINTS_DIE = 'crash~points.restart~points';
const NO_RELAY = 'order.commit.crash~order.restart~order';

/** What is reached with `broker-ack` and with `consumer-ack`; the points without dedup, then with it. */
interface Row {
  readonly row: string;
  readonly settings: Settings;
  readonly run: string;
  readonly brokerAck: string | null;
  readonly consumerAck: string | null;
}

const line = (
  row: string,
  settings: Settings,
  run: string,
  brokerAck: string | null,
  consumerAck: string | null,
): Row => {
  return { row, settings, run, brokerAck, consumerAck };
};

const table: readonly Row[] = [
  line('F0', {}, 'order.commit', 'committed SENT · 1 · 1 → 1', 'committed DONE · 1 · 1 → 1'),
  line('F1', {}, 'order.crash~order', 'aborted absent · 0 · 0 → 0', 'aborted absent · 0 · 0 → 0'),
  line('F3', {}, NO_RELAY, 'committed SENT · 1 · 1 → 1', 'committed DONE · 1 · 1 → 1'),
  line(
    'F4',
    {},
    'order.commit.wake.crash~relay.restart~relay',
    'committed SENT · 1 · 1 → 1',
    'committed DONE · 1 · 1 → 1',
  ),
  line('F5', {}, 'order.commit.wake.send.drop~pub', 'committed SENT · 1 · 1 → 1', 'committed DONE · 1 · 1 → 1'),
  line(
    'F6',
    {},
    `${SENT}.ok.crash~relay.restart~relay.age.${AGAIN}`,
    'committed SENT · 2 · 2 → 1',
    'committed DONE · 2 · 2 → 1',
  ),
  line(
    'F7',
    {},
    `${SENT}.drop~ok.confirm-timeout.backoff.${AGAIN}`,
    'committed SENT · 2 · 2 → 1',
    'committed DONE · 2 · 2 → 1',
  ),
  line('F8', {}, 'order.commit.unroute.wake.send.pub', 'committed SENT · 1 · 0 → 0', 'committed DONE · 2 · 1 → 1'),
  line(
    'F9',
    { broker: 'lossy' },
    `${SENT}.ok.mark.crash~broker~machine.drop~msg.restart~broker`,
    'committed SENT · 1 · 0 → 0',
    'committed DONE · 2 · 1 → 1',
  ),
  line(
    'F10',
    { publish: 'after-mark' },
    'order.commit.wake.mark.crash~relay.restart~relay',
    'committed SENT · 0 · 0 → 0',
    'committed DONE · 1 · 1 → 1',
  ),
  line(
    'F11',
    { relays: '2', claim: 'none' },
    'order.commit.wake.age.poll',
    'committed SENT · 2 · 2 → 1',
    'committed DONE · 2 · 2 → 1',
  ),
  line(
    'F12',
    { relays: '2' },
    'order.commit.wake.age.poll',
    'committed SENT · 1 · 1 → 1',
    'committed DONE · 1 · 1 → 1',
  ),
  line(
    'F13',
    { relays: '2', claim: 'lease' },
    'order.commit.wake.age.lease.poll',
    'committed SENT · 2 · 2 → 1',
    'committed DONE · 2 · 2 → 1',
  ),
  line('F14', {}, `${SENT}.msg.${POINTS_DIE}`, 'committed SENT · 1 · 1 → 1', 'committed DONE · 1 · 1 → 1'),
  line('F15', {}, `${SENT}.msg.consume.${POINTS_DIE}`, 'committed SENT · 1 · 2 → 1', 'committed DONE · 1 · 2 → 1'),
  line(
    'F16',
    { ack: 'before-commit' },
    `${SENT}.msg.ack.${POINTS_DIE}`,
    'committed SENT · 1 · 0 → 0',
    'committed DONE · 2 · 1 → 1',
  ),
  line('F16', { ack: 'before-commit' }, `${SENT}.msg.ack.consume.${POINTS_DIE}`, null, 'committed DONE · 2 · 2 → 1'),
  line('F19', {}, `${SENT}.msg.ok.mark.consume`, 'committed SENT · 1 · 1 → 1', null),
  line('F20', {}, `${SENT}.ok.mark`, 'committed SENT · 1 · 1 → 1', null),
  line(
    'F22',
    { 'attempts-max': '3' },
    `order.commit.wake.crash~broker.send.pub.backoff.${AGAIN}.backoff.${AGAIN}`,
    'committed DEAD · 0 · 0 → 0',
    'committed DEAD · 0 · 0 → 0',
  ),
  line(
    'F23',
    { 'reconsume-max': '1', 'attempts-max': '1' },
    `${SENT}.msg.fail.retry.msg.fail`,
    'committed SENT · 1 · 0 → 0',
    'committed SENT · 1 · 0 → 0',
  ),
  line('F24', {}, `${SENT}.msg.refuse`, 'compensated DONE · 1 · 0 → 0', 'compensated DONE · 1 · 0 → 0'),
  line(
    'F28',
    { poll: 'by-cursor' },
    'order~x2.commit~o2.wake.send.pub.ok.mark.commit',
    'committed NEW · 1 · 0 → 0',
    'committed NEW · 1 · 0 → 0',
  ),
  line(
    'F29',
    { relays: '2', claim: 'none', 'min-age': 'from-insert' },
    'order.slow.age.commit.wake.poll',
    'committed SENT · 2 · 2 → 1',
    'committed DONE · 2 · 2 → 1',
  ),
  line('F30', { row: 'order-first' }, NO_RELAY, 'committed absent · 0 · 0 → 0', 'committed absent · 0 · 0 → 0'),
  line('F30', { row: 'row-first' }, NO_RELAY, 'aborted SENT · 1 · 1 → 1', 'aborted DONE · 1 · 1 → 1'),
  line(
    'F31',
    { database: 'async-replica' },
    `${SENT}.failover`,
    'aborted absent · 1 · 1 → 1',
    'aborted absent · 1 · 1 → 1',
  ),
];

/** F0 to F32. */
const ROWS = Array.from({ length: 33 }, (_, number) => `F${number}`);

describe('the fault table of the local message table', { timeout: 30_000 }, () => {
  it('[F0] has a test here for every row of the table, or SPEC.md says why not', () => {
    const [own, spec] = ['localMessageTable.test.ts', '../protocols/local-message-table/SPEC.md'].map((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8'),
    );
    const tested = [...(own ?? '').matchAll(/it\('(?<rows>(?:\[F\d+\] )+)/g)].flatMap(
      ({ groups }) => groups?.['rows']?.match(/F\d+/g) ?? [],
    );
    const excused = [...(spec ?? '').matchAll(/^\| (?<row>F\d+),/gm)].map(({ groups }) => groups?.['row']);
    const known = new Set([...table.map(({ row }) => row), ...tested, ...excused]);
    expect(ROWS.filter((row) => !known.has(row))).toEqual([]);
    expect(excused).toEqual(['F32']);
  });

  it.each(table)('[$row] ends as the table says: $run', ({ settings, run, brokerAck, consumerAck }) => {
    if (brokerAck !== null) expect(endOf({ ...settings, confirm: 'broker-ack' }, run)).toBe(brokerAck);
    if (consumerAck !== null) expect(endOf({ ...settings, confirm: 'consumer-ack' }, run)).toBe(consumerAck);
  });

  it('[F2] makes two orders of a request that is made again, one credit each', () => {
    const timeline = played({ dedup: 'none' }, 'order.commit.order.commit');
    const ledger = localMessageTable.ledger(lastFrame(timeline).world, timeline.engine.model.settings);
    expect(ledger.map(({ order, points, verdict }) => `${order} ${points} ${verdict}`)).toEqual([
      'o1 1 consistent',
      'o2 1 consistent',
    ]);
  });

  it('[F17] [F18] ends with markers outside the transaction as the table says', () => {
    const run = `${SENT}.msg.consume.${POINTS_DIE}`;
    const at = (confirm: string, dedup: string) => endAt({ confirm, dedup }, run);
    expect(at('broker-ack', 'marker-first')).toEqual({ end: 'committed SENT', copies: 1, points: 0 });
    expect(at('consumer-ack', 'marker-first')).toEqual({ end: 'committed DONE', copies: 1, points: 0 });
    expect(at('broker-ack', 'marker-after')).toEqual({ end: 'committed SENT', copies: 1, points: 2 });
    expect(at('consumer-ack', 'marker-after')).toEqual({ end: 'committed DONE', copies: 1, points: 2 });
  });

  it('[F19] [F20] ends with two copies where the confirmation is lost or not awaited', () => {
    const lost = `${SENT}.msg.ok.mark.consume.reply.drop~done`;
    for (const run of [lost, `${SENT}.ok.mark.overdue`]) {
      expect(endOf({ confirm: 'consumer-ack' }, run)).toBe('committed DONE · 2 · 2 → 1');
    }
  });

  it('[F21] counts a late duplicate twice whose marker is gone', () => {
    const doubled = `${SENT}.drop~ok.msg.consume`;
    const again = `confirm-timeout.backoff.${AGAIN}`;
    const none = endAt({ dedup: 'none' }, `${doubled}.${again}`);
    const purged = endAt({ dedup: 'same-tx' }, `${doubled}.purge.${again}`);
    expect([none.points, purged.points, purged.copies]).toEqual([2, 2, 2]);
  });

  it('[F25] [F26] [F27] delivers two events of an order in the wrong order', () => {
    const retried = 'order.commit.wake.send.drop~pub.cancel.wake';
    const claimed = 'order.commit.wake.cancel.wake.age~x2.poll.send~relay-b.pub';
    for (const [relays, run] of [
      ['1', retried],
      ['2', claimed],
    ] as const) {
      const points = (tombstone: string) => endAt({ relays, tombstone, dedup: 'same-tx' }, run).points;
      expect([points('off'), points('on')]).toEqual([1, 0]);
      const { topic } = read(lastFrame(played({ relays }, run)).world);
      expect(topic.orders.map(({ event }) => event ?? 'create')).toEqual(['cancel', 'create']);
    }
  });
});

/** `order row · copies · points without dedup → points with it`. */
function endOf(settings: Settings, run: string): string {
  const none = endAt({ ...settings, dedup: 'none' }, run);
  const sameTx = endAt({ ...settings, dedup: 'same-tx' }, run);
  expect([sameTx.end, sameTx.copies]).toEqual([none.end, none.copies]);
  return `${none.end} · ${none.copies} · ${none.points} → ${sameTx.points}`;
}

function endAt(settings: Settings, run: string) {
  const timeline = played(settings, run);
  const { database, consumer } = read(lastFrame(timeline).world);
  const row = database.rows.find(({ tx, event }) => tx === 'o1' && event === undefined);
  const records = timeline.frames.flatMap((frame) => frame.records);
  const accepted = records.filter(
    (record) => record.kind === 'noted' && (record.what === 'message-stored' || record.what === 'confirmed-not-kept'),
  );
  return {
    end: `${database.orders['o1'] ?? 'none'} ${row?.status ?? 'absent'}`,
    copies: accepted.length,
    points: consumer.points['o1']?.added ?? 0,
  };
}

const STEPS_MAX = 300;

/** The words, then whatever comes by itself until nothing changes any more. */
function played(given: Settings, run: string): Timeline {
  const settings = completeSettings(localMessageTable, given);
  const { engine, steps, problem } = replayWords(localMessageTable, settings, run.split('.'));
  expect(problem).toBeNull();
  let { timeline } = replay(engine, steps);
  for (let count = 0; count < STEPS_MAX; count += 1) {
    const step = nextStep(timeline);
    const extended = step === null ? null : extend(timeline, step);
    if (extended === null) return timeline;
    if (!extended.ok) throw new Error(`Expected autoplay to take a possible step; got ${JSON.stringify(step)}.`);
    ({ timeline } = extended);
  }
  throw new Error(`Expected the run to come to rest within ${STEPS_MAX} steps.`);
}
