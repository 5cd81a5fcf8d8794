import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { PRESET_IDS } from '../load/presets.ts';
import { runCommandLine } from './run.ts';

const Latency = v.looseObject({ p50: v.number(), p95: v.number(), p99: v.number(), max: v.number() });

beforeAll(loadAllTexts);

/** What the README promises. */
const Json = v.looseObject({
  seed: v.number(),
  protocols: v.array(
    v.looseObject({
      id: v.string(),
      settings: v.record(v.string(), v.union([v.string(), v.number()])),
      offeredPerS: v.number(),
      completedPerS: v.number(),
      goodputPerS: v.number(),
      refused: v.number(),
      unfinished: v.number(),
      buyerMs: Latency,
      pointsMs: Latency,
      backlog: v.strictObject({ max: v.number(), end: v.number() }),
      utilisation: v.record(v.string(), v.number()),
      bottleneck: v.string(),
      capacityPerS: v.number(),
      littlesLawError: v.number(),
      drainMs: v.nullable(v.number()),
      ledger: v.looseObject({ consistent: v.number() }),
    }),
  ),
});

const Check = v.object({
  check: v.strictObject({
    model: v.string(),
    closedFormMs: v.number(),
    simulatedMs: v.number(),
    standardDeviationMs: v.number(),
    exactRecursionDifferenceMs: v.number(),
  }),
});

const SHORT = 'v2/load?curve=0~300_4~300';

describe('load', () => {
  it('[C60] prints the figures of a link, protocol by protocol', () => {
    const { status, out } = runCommandLine(['load', `${SHORT}&p=half-message.call&set=network~0.5.rows~10`, '--json']);
    const { protocols } = v.parse(Json, JSON.parse(out));
    expect(status).toBe(0);
    expect(protocols.map(({ id }) => id)).toEqual(['half-message', 'call']);
    expect(protocols[0]?.settings).toEqual({ network: 0.5, rows: 10 });
    expect(protocols[0]?.ledger.consistent).toBeGreaterThan(1_000);
  });

  it('[C60] runs a preset by name, and the steady one without any', () => {
    const steady = v.parse(Json, JSON.parse(runCommandLine(['load', '--json']).out));
    expect(steady.protocols).toHaveLength(4);
    const far = v.parse(Json, JSON.parse(runCommandLine(['load', '--preset', 'far-away', '--json']).out));
    expect(far.protocols[0]).toMatchObject({ id: 'two-phase-commit', bottleneck: 'points-connections' });
    expect(runCommandLine(['load', '--preset', 'nothing'])).toMatchObject({
      status: 2,
      out: '',
      complaint: expect.stringContaining(PRESET_IDS[3]),
    });
  });

  it.each([
    ['mm1,lambda=80,mu=100', 50],
    ['md1,lambda=80,mu=100', 30],
    ['dd1,lambda=80,mu=100', 10],
    ['mmc,lambda=150,mu=100,servers=2', 22.857],
  ])('[C61] runs a pool alone: %s', (text, closedFormMs) => {
    const { check } = v.parse(
      Check,
      JSON.parse(runCommandLine(['load', '--textbook', `${text},orders=50000`, '--json']).out),
    );
    expect(check.closedFormMs).toBeCloseTo(closedFormMs, 3);
    expect(check.exactRecursionDifferenceMs).toBeLessThan(1e-6);
    expect(Math.abs(check.simulatedMs - check.closedFormMs)).toBeLessThan(
      Math.max(4 * check.standardDeviationMs, 1e-9),
    );
  });

  it.each<readonly [args: readonly string[], complaint: string]>([
    [['--textbook', 'mm2,lambda=1,mu=2'], 'one of mm1, md1, mmc, mm1k, dd1'],
    [['--textbook', 'mm1,lambda=80'], 'lambda and mu above 0'],
    [['--textbook', 'mm1,lambda=200,mu=100'], 'a load of 2.000'],
    [[SHORT, '--preset', 'peak'], 'one link or one --preset'],
  ])('[C62] answers bad options with one sentence: %o', (args, complaint) => {
    expect(runCommandLine(['load', ...args])).toMatchObject({
      status: 2,
      out: '',
      complaint: expect.stringContaining(complaint),
    });
  });

  it.each([
    ['https://example.org/', 'no link to a load'],
    [`${SHORT}&p=half-message.half-message`, 'stands twice'],
    ['v2/load?curve=', 'should be “seconds~orders per second”'],
    ['v2/load?curve=0~0_10~0', 'every rate is 0'],
    [`${SHORT}&set=consumers~0`, 'consumers in set= should be a number from 1'],
    [`${SHORT}&fault=earthquake~1~2`, 'should be “fault~from second~to second”'],
  ])('[C63] answers a bad link with one sentence, and runs what is left of it: %s', (link, complaint) => {
    const printed = runCommandLine(['load', link, '--json']);
    expect(printed).toMatchObject({ status: 2, complaint: expect.stringContaining(complaint) });
    expect(v.parse(Json, JSON.parse(printed.out)).protocols.length).toBeGreaterThan(0);
  });
});
