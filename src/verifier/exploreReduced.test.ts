import { describe, expect, it } from 'vitest';
import type { Step } from '../engine/step.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import {
  answered,
  CRASH,
  DROP,
  named,
  NO_FAULTS,
  ONE_EACH,
  SILENT,
  SMALL,
  UNASKED,
  verdictsOf,
  type Asked,
} from './explore.testing.ts';
import { propertiesOf } from './properties.ts';
import type { Finding } from './question.ts';
import { halfMessageEndOf, halfMessageVerdictsAfter } from './verdictsAfter.testing.ts';

const DUPLICATE = { ...NO_FAULTS, duplicate: 1 };

describe('a search that forgets what nothing reads', () => {
  const questions: readonly Asked[] = [
    { protocol: halfMessage, settings: SMALL, faults: NO_FAULTS },
    { protocol: halfMessage, settings: SMALL, faults: DROP },
    { protocol: halfMessage, settings: { ...SMALL, dedup: 'none' }, faults: DROP },
    { protocol: halfMessage, settings: { ...SMALL, checker: 'rollback-if-missing' }, faults: DROP },
    { protocol: halfMessage, settings: { ...SMALL, checker: 'commit-if-missing', version: '4.9' }, faults: NO_FAULTS },
    { protocol: halfMessage, settings: { ...SILENT, dedup: 'marker-first' }, faults: NO_FAULTS },
    { protocol: halfMessage, settings: { ...SILENT, 'check-max': '2' }, faults: NO_FAULTS },
    { protocol: halfMessage, settings: UNASKED, faults: ONE_EACH },
    { protocol: halfMessage, settings: { ...UNASKED, ack: 'before-commit' }, faults: CRASH },
    { protocol: halfMessage, settings: { ...UNASKED, flush: 'async' }, faults: CRASH },
    { protocol: localMessageTable, settings: { 'attempts-max': '1' }, faults: CRASH },
    { protocol: localMessageTable, settings: { 'attempts-max': '1', dedup: 'none' }, faults: DUPLICATE },
    { protocol: plainMq, settings: {}, faults: ONE_EACH },
    { protocol: plainMq, settings: { dedup: 'marker-after' }, faults: CRASH },
  ];
  it.each(questions.map(named))('[V6] gives the same verdicts and shortest lengths: $name', ({ asked }) => {
    const [whole, reduced] = [answered(asked), answered({ ...asked, reduction: 'exact' })];
    expect(verdictsOf(reduced).map(comparable)).toEqual(verdictsOf(whole).map(comparable));
    const [settles, wholeSettles] = [reduced, whole].map((one) => one.findings.find(({ id }) => id === 'settles'));
    expect(settles?.run?.length ?? 0).toBeLessThanOrEqual(wholeSettles?.run?.length ?? 0);
    expect([whole.reduction, reduced.reduction]).toEqual(['none', 'exact']);
    expect(reduced.states).toBeLessThanOrEqual(whole.states);
  });

  it.each(
    [
      ...questions.filter(({ protocol }) => protocol === halfMessage),
      { protocol: halfMessage, settings: UNASKED, faults: DROP, orders: 2 },
      { protocol: halfMessage, settings: { ...SMALL, checker: 'fenced' }, faults: CRASH },
      { protocol: halfMessage, settings: { ...SILENT, ack: 'before-commit' }, faults: CRASH },
      { protocol: halfMessage, settings: { ...SILENT, dedup: 'marker-first' }, faults: CRASH },
      { protocol: halfMessage, settings: { ...SMALL, 'send-retry': 'on' }, faults: DROP },
    ].map(named),
  )('[V28] gives the same verdicts to those who ask about promises: $name', ({ asked }) => {
    const [exact, reduced] = (['exact', 'promises'] as const).map((reduction) => answered({ ...asked, reduction }));
    const promises = exact?.findings.filter(({ kind }) => kind !== 'sometimes') ?? [];
    const verdictOf = ({ id, verdict }: Finding): string => `${id} ${verdict}`;
    expect(reduced?.findings.map(verdictOf)).toEqual(promises.map(verdictOf));
    expect(reduced?.states).toBeLessThanOrEqual(exact?.states ?? 0);
    for (const { id, run } of reduced?.findings ?? []) {
      const shortest = promises.find((one) => one.id === id)?.run ?? null;
      expect(run === null).toBe(shortest === null);
      if (run === null) continue;
      expect(run.length).toBeGreaterThanOrEqual(id === 'settles' ? 0 : (shortest?.length ?? 0));
      expect(brokenAfter(asked.settings, run)).toContain(id);
    }
  });

  it.each(
    [
      { protocol: halfMessage, settings: {}, faults: ONE_EACH },
      { protocol: halfMessage, settings: { 'check-max': '30' }, faults: ONE_EACH },
      { protocol: halfMessage, settings: {}, faults: ONE_EACH, orders: 2 },
    ].map(named),
  )('[V42] decides every promise at the settings that people use: $name', ({ asked }) => {
    const { complete, findings } = answered({ ...asked, reduction: 'for-promises' });
    expect([complete, findings.map(({ verdict }) => verdict)]).toEqual([true, findings.map(() => 'holds')]);
  });

  it.each([
    { settings: { 'check-back': 'off' }, faults: DROP, broken: ['no-lost 5', 'settles 6'] },
    { settings: { 'check-back': 'off' }, faults: CRASH, broken: ['no-lost 5', 'settles 6'] },
  ])(
    '[V42] finds what is broken there, as a run of the whole model: $settings $faults',
    ({ settings, faults, broken }) => {
      const { findings } = answered({ protocol: halfMessage, settings, faults, reduction: 'uncounted' });
      const found = findings.flatMap(({ id, run }) => (run === null ? [] : [{ id, run }]));
      expect(found.map(({ id, run }) => `${id} ${run.length}`)).toEqual(broken);
      for (const { id, run } of found) expect(brokenAfter(settings, run)).toContain(id);
    },
  );

  it('[V43] asks what is not known to survive a forgetting of the whole space alone', () => {
    const survivors = propertiesOf(halfMessage).filter(({ survives }) => survives.includes('uncounted'));
    expect(survivors.map(({ kind }) => kind)).not.toContain('sometimes');
  });

  it('[V7] finds runs that the whole model replays to the same end', () => {
    const settings = { ...SMALL, dedup: 'none' };
    const { findings } = answered({ protocol: halfMessage, settings, faults: DROP, reduction: 'exact' });
    const run = findings.find(({ id }) => id === 'no-duplicate')?.run ?? [];
    expect(halfMessageVerdictsAfter(settings, run)).toEqual(['duplicated']);
  });
});

/** A run that does not settle may end before steps that touch dead parts alone, such as persisting a cursor. */
function comparable({ id, verdict, steps }: ReturnType<typeof verdictsOf>[number]) {
  return { id, verdict, steps: id === 'settles' ? null : steps };
}

/** The promises that a run has broken when it ends, or that it will not keep by itself any more. */
function brokenAfter(settings: Asked['settings'], run: readonly Step[]): readonly string[] {
  const { world, lines } = halfMessageEndOf(settings, run);
  return propertiesOf(halfMessage)
    .filter((property) => !(property.looksAt === 'ledger' ? property.test(lines) : property.test(world)))
    .map(({ id }) => id);
}
