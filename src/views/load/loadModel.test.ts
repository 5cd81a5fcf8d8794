import { describe, expect, it } from 'vitest';
import { lastFrame } from '../../engine/timeline.ts';
import { TOO_SLOW } from '../../load/deadlines.testing.ts';
import { programFor } from '../../load/lab.ts';
import { measuresOf } from '../../load/measures.ts';
import type { LoadResult } from '../../load/messages.ts';
import { logOf, notableOf, orderIn, type End } from '../../load/notable.ts';
import { planOf } from '../../load/plan.ts';
import { presetOf } from '../../load/presets.ts';
import { seriesOf } from '../../load/series.ts';
import { simulate } from '../../load/simulate.ts';
import { peak, type ComparedId, type LoadScenario } from '../../load/settings.ts';
import { protocols } from '../../protocols/registry.ts';
import { csvOf, disturbances, levelAtMs, runOf, sharedOf, stageAt } from './loadModel.ts';

const SCENARIO: LoadScenario = {
  ...presetOf('peak'),
  curve: peak(600, { perS: 2_000, fromS: 2, toS: 5 }, 12),
};

function resultOf(id: ComparedId): LoadResult {
  const program = programFor(id, protocols);
  const simulation = simulate(planOf(program, SCENARIO), SCENARIO);
  return {
    measures: measuresOf(id, program, simulation),
    series: seriesOf(simulation),
    log: logOf(simulation.run),
    program,
    isCoarse: false,
  };
}

const results = [resultOf('half-message'), resultOf('call')];
const shared = sharedOf(results, SCENARIO);

describe('the load page', () => {
  it('[LM1] has one scale for all columns, which nothing exceeds', () => {
    for (const { series } of results) {
      expect(Math.max(...series.pointsPerS)).toBeLessThanOrEqual(shared.perS);
      expect(Math.max(...series.backlog)).toBeLessThanOrEqual(shared.waiting);
    }
    expect(shared.horizonMs).toBeGreaterThanOrEqual(12_000);
  });

  it('[LM2] fills the topic while the peak lasts, and drains it afterwards; of calls it is the door', () => {
    const topic = (id: number, atMs: number) => {
      const result = results[id];
      if (result === undefined) throw new Error('Expected a result.');
      return stageAt(result, SCENARIO.numbers, shared, atMs).boxes;
    };
    const filling = topic(0, 4_000).find((box) => box.id === 'topic');
    const draining = topic(0, 6_000).find((box) => box.id === 'topic');
    expect(filling?.changePerS).toBeGreaterThan(400);
    expect(draining?.changePerS).toBeLessThan(-400);
    expect(topic(0, 4_000).map(({ id, isBottleneck }) => [id, isBottleneck])).toEqual([
      ['orders', false],
      ['topic', false],
      ['points', true],
    ]);
    expect(topic(1, 4_500).map(({ id }) => id)).toEqual(['door', 'orders', 'points']);
    expect(topic(1, 4_500)[0]?.count).toBeGreaterThan(500);
  });

  it('[LM3] conserves orders: what came is what got its points, in every column', () => {
    for (const { measures, series } of results) {
      const arrived = series.offeredPerS.reduce((sum, perS) => sum + (perS * series.stepMs) / 1_000, 0);
      expect(Math.round(arrived)).toBeLessThanOrEqual(measures.orders);
      expect(measures.ledger.consistent).toBe(measures.orders);
    }
  });

  it('[LM4] marks the peak on the clock, and writes the curves as a table', () => {
    expect(disturbances(SCENARIO)).toEqual([{ kind: 'peak', fromMs: 2_000, toMs: 5_000 }]);
    // The peak is over at second 5, and takes some seconds to run off; of a steady load there is nothing to say.
    const levelMs = levelAtMs(results, SCENARIO) ?? 0;
    expect(levelMs).toBeGreaterThan(6_000);
    expect(levelMs).toBeLessThan(shared.horizonMs);
    expect(levelAtMs(results, presetOf('steady'))).toBeNull();
    const [head = '', ...lines] = csvOf(results, SCENARIO).split('\n');
    expect(head.split(',')).toHaveLength(22);
    expect(head).toContain('half-message points_p99_ms');
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([22]));
  });

  it('[LM10] opens a run that ends as the order did, with the fault of the load where that ends so', () => {
    const crash = presetOf('order-dies').faults;
    const verdict = (id: string, end: End, faults = crash): string | undefined => {
      const protocol = protocols.find((known) => known.id === id);
      return protocol === undefined ? undefined : runOf(protocol, { end, missed: null }, faults)?.verdict;
    };
    for (const { id } of protocols) expect(verdict(id, 'consistent')).toBe('consistent');
    expect(verdict('plain-mq', 'lost')).toBe('lost');
    expect(verdict('half-message', 'late', presetOf('too-many-checks').faults)).toBe('late');
    // Nothing ends so by these faults, and a refused order stands in no ledger.
    expect(verdict('half-message', 'phantom')).toBeUndefined();
    expect(verdict('half-message', 'refused')).toBeUndefined();
  });

  it.each(TOO_SLOW)(
    '[LM11] opens an order that has waited for too long as the run in which that happens: %s, %s',
    (id, delay, scenario) => {
      const protocol = protocols.find((known) => known.id === id);
      if (protocol === undefined) throw new Error(`Expected a protocol ${id}.`);
      const log = logOf(simulate(planOf(programFor(id, protocols), scenario), scenario).run);
      const late = notableOf(log).find(({ kind }) => kind === 'missed');
      expect(late?.missed).toBe(delay);
      const ends = new Set<End>();
      for (let order = 1; order <= log.end.length; order += 1) {
        const found = orderIn(log, order);
        if (found === null || found.missed === null || ends.has(found.end)) continue;
        ends.add(found.end);
        const run = runOf(protocol, found, []);
        const fired = run?.timeline.frames.some(({ step }) => step?.kind === 'fire' && step.delay === delay);
        const lines =
          run === null ? [] : protocol.ledger(lastFrame(run.timeline).world, run.timeline.engine.model.settings);
        const isOrdered = lines.some(({ state }) => state === 'committed');
        expect([fired, isOrdered ? run?.verdict : 'refused']).toEqual([true, found.end]);
      }
      expect(ends.size).toBe(1);
    },
  );

  it('[LM5] has single orders to open: one in the middle, the slowest, and any by its number', () => {
    const [first, second] = results.map(({ log }) => log);
    if (first === undefined || first === null || second === undefined || second === null)
      throw new Error('Expected orders one by one.');
    expect(notableOf(first).map(({ kind }) => kind)).toEqual(['usual', 'slowest']);
    const [usual, slowest] = notableOf(second);
    expect(slowest?.pointsMs ?? 0).toBeGreaterThanOrEqual(usual?.pointsMs ?? Infinity);
    const count = first.end.length;
    const all = Array.from({ length: count }, (_, index) => orderIn(first, index + 1));
    expect(all.filter((order) => order?.end === 'consistent').length).toBe(results[0]?.measures.ledger.consistent);
    expect(all.at(usual === undefined ? 0 : usual.order - 1)).toEqual(
      expect.objectContaining({ order: usual?.order, end: 'consistent' }),
    );
    expect([orderIn(first, 0), orderIn(first, count + 1), orderIn(first, -1)]).toEqual([null, null, null]);
  });
});
