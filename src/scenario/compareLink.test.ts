import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../engine/engine.ts';
import { picksArbitrary, randomRun } from '../engine/runs.testing.ts';
import { protocols } from '../protocols/registry.ts';
import { FAULT_IDS } from '../protocols/shared/faults.ts';
import { lastMomentOf, readComparison, writeComparison } from './compareLink.ts';
import { sideRun, type Side } from './comparison.ts';
import { contendersOf } from './matrix.ts';
import { chanceOf, mutate } from './mutations.testing.ts';
import { LINK_MAX } from './problem.ts';
import { ledgerAtEnd, shippedAddresses } from './shipped.testing.ts';
import { defaultSettings } from './settings.ts';

const LINK = /^[a-z0-9\-._~=&?/]+$/;
const PLAIN = 'v2/compare?a=half-message&b=plain-mq&fault=ack-lost';

const newest = shippedAddresses('compare-v2');
const shipped = newest.map(({ address }) => address);

function open(text: string) {
  const { comparison, problem } = readComparison(protocols, text);
  const sides = ([comparison.a, comparison.b] as const).map(({ protocol, steps }) =>
    steps === null ? protocol.id : `${protocol.id} ${steps.length}`,
  );
  return { sides, fault: comparison.fault, at: comparison.at, side: problem?.side, kind: problem?.problem.kind };
}

function rewritten(text: string): string {
  const { comparison, problem } = readComparison(protocols, text);
  expect(problem).toBeNull();
  return writeComparison(comparison);
}

describe('the address of a comparison', () => {
  it('[L60] names both sides and the fault; settings at their defaults and the start are left out', () => {
    expect(rewritten('v2/compare')).toBe(
      'v2/compare?a=half-message&b=local-message-table&fault=order-dies-after-commit',
    );
    expect(rewritten(`${PLAIN}&at=0`)).toBe(PLAIN);
    expect(
      rewritten('v2/compare?at=4&fault=none&b=half-message.version~4.9.check-max~15&a=half-message.dedup~none'),
    ).toBe('v2/compare?a=half-message.dedup~none&b=half-message.version~4-9&fault=none&at=4');
  });

  it('[L60] holds the steps of a side that goes its own way, and no fault where both do', () => {
    const own = 'a=half-message&ado=order.half&b=plain-mq';
    expect(rewritten(`v2/compare?${own}&bdo=order.commit&fault=ack-lost`)).toBe(`v2/compare?${own}&bdo=order.commit`);
    expect(rewritten(`v2/compare?${own}&fault=ack-lost&at=2`)).toBe(`v2/compare?${own}&fault=ack-lost&at=2`);
  });

  it('[L60] takes at most 200 characters for any two columns of the table under any of its faults', () => {
    const contenders = contendersOf(protocols);
    for (const a of contenders) {
      for (const b of contenders) {
        for (const fault of FAULT_IDS) {
          const sides = { a: { ...a, steps: null }, b: { ...b, steps: null }, fault };
          const link = writeComparison({ ...sides, at: lastMomentOf(sides) });
          expect(link).toMatch(LINK);
          expect(link.length).toBeLessThanOrEqual(200);
        }
      }
    }
  });

  it('[L61] opens what was written, also after what apps do to it', () => {
    const manglings: readonly ((link: string) => string)[] = [
      (link) => `https://example.org/halfway/?lang=zh#${link}`,
      (link) => `${link}&appinstall=0&__proto__=x`,
      (link) => encodeURIComponent(encodeURIComponent(`#${link}`)),
      (link) => ` ${link.toUpperCase()}\u200b. `,
    ];
    fc.assert(
      fc.property(
        sideArbitrary,
        sideArbitrary,
        fc.constantFrom(...FAULT_IDS),
        fc.nat(60),
        fc.constantFrom(...manglings),
        (a, b, fault, position, mangle) => {
          const sides = { a, b, fault: a.steps !== null && b.steps !== null ? FAULT_IDS[1] : fault };
          const comparison = { ...sides, at: Math.min(position, lastMomentOf(sides)) };
          const link = writeComparison(comparison);
          expect(link).toMatch(LINK);
          expect(readComparison(protocols, mangle(link))).toEqual({ comparison, problem: null });
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('[L62] keeps what can be read of a wrong one, and says what was wrong and on which side', () => {
    const standard = { sides: ['half-message', 'local-message-table'], fault: 'order-dies-after-commit', at: 0 };
    expect(open('nonsense')).toEqual({ ...standard, side: null, kind: 'not-a-link' });
    expect(open('v2/half-message')).toEqual({ ...standard, side: null, kind: 'not-a-link' });
    expect(open('v9/compare')).toEqual({ ...standard, side: null, kind: 'newer-version' });
    expect(open('v2/compare?b=paxos.speed~9&bdo=order')).toEqual({ ...standard, side: 'b', kind: 'unknown-protocol' });
    expect(open('v2/compare?a=plain-mq.speed~9')).toMatchObject({ side: 'a', kind: 'unknown-setting' });
    expect(open('v2/compare?a=plain-mq.retry~maybe')).toMatchObject({ side: 'a', kind: 'invalid-setting' });
    expect(open('v2/compare?ado=order.half.explode')).toMatchObject({
      sides: ['half-message 2', 'local-message-table'],
      side: 'a',
      kind: 'bad-step',
    });
    expect(open('v2/compare?fault=meteor')).toEqual({ ...standard, fault: 'none', side: null, kind: 'unknown-fault' });
    expect(open(`${PLAIN}&at=999`)).toMatchObject({ fault: 'ack-lost', side: null, kind: 'at-out-of-range' });
    expect(open(`${PLAIN}&at=999`).at).toBeGreaterThan(10);
  });

  it('[L63] reads no more than 300 steps a side and 4,096 characters, and writes no more', () => {
    const many = `v2/compare?ado=order.${'dup~half.drop~half.'.repeat(170)}`;
    expect(open(many)).toMatchObject({ sides: ['half-message 300', 'local-message-table'], kind: 'too-many-steps' });
    expect(open(`${PLAIN}&ado=order.half.${'x'.repeat(5_000)}`)).toMatchObject({ side: null, kind: 'too-long' });
    const { comparison } = readComparison(protocols, many);
    const written = writeComparison({ ...comparison, b: comparison.a });
    expect(written.length).toBeGreaterThan(LINK_MAX - 20);
    expect(written.length).toBeLessThanOrEqual(LINK_MAX);
    expect(open(written)).toMatchObject({ kind: undefined });
  });

  it('[L64] opens every one that was ever shipped', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(12);
    for (const link of shipped) expect(rewritten(link)).toBe(link);
    const older = shippedAddresses('compare-v1').map(({ address }) => address);
    expect(older.map(rewritten)).toEqual(shipped.slice(0, older.length));
  });

  it.each([...shippedAddresses('compare-v1'), ...newest])('[L66] still ends both sides as shipped: $address', (one) => {
    const { a, b, fault } = readComparison(protocols, one.address).comparison;
    const ends = [a, b].map((side) => ledgerAtEnd(side.protocol, sideRun(side, fault).timeline));
    expect(ends).toEqual(one.ends);
  });

  it('[L65] never throws, whatever was done to it; what is kept is written as one that opens without a problem', () => {
    const chance = chanceOf(20_261_125);
    const checked = new Set<string>();
    for (let count = 0; count < 1_500; count += 1) {
      const { comparison } = readComparison(protocols, mutate(shipped, chance));
      const written = writeComparison(comparison);
      if (checked.has(written)) continue;
      checked.add(written);
      expect(written).toMatch(LINK);
      expect(rewritten(written)).toBe(written);
    }
    expect(checked.size).toBeGreaterThan(100);
  }, 60_000);
});

const sideArbitrary: fc.Arbitrary<Side> = fc
  .record({ contender: fc.constantFrom(...contendersOf(protocols)), picks: fc.option(picksArbitrary(20)) })
  .map(({ contender: { protocol, settings }, picks }) => {
    const steps = picks === null ? [] : randomRun(createEngine(protocol.model(settings)), picks).steps;
    return {
      protocol,
      settings: { ...defaultSettings(protocol), ...settings },
      steps: steps.length === 0 ? null : steps,
    };
  });
