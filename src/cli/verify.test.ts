import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { protocols } from '../protocols/registry.ts';
import { verifyCommand } from './verify.ts';
import { readLink } from '../scenario/link.ts';

const SMALL = 'v2/half-message?set=check-max~1.reconsume-max~0.check-back~off';

function answered(...args: readonly string[]) {
  const { status, out, complaint } = verifyCommand.run([...args, '--json']);
  return { status, complaint, report: out === '' ? null : JSON.parse(out) };
}

beforeAll(loadAllTexts);

describe('the command verify', () => {
  it('[C47] has a budget for each kind of mishap, names those that it left out, and says so in words', () => {
    const lossy = 'v2/plain-mq?set=broker~lossy';
    const { status, report } = answered(lossy, '--faults', 'unroutable=1', '--property', 'no-lost');
    expect(status).toBe(1);
    const leftOut = ['consumer-fails', 'points-database-down', 'points-database-repaired'];
    expect(report).toMatchObject({ faults: { crash: 0, unroutable: 1 }, persons: 0, leftOut });
    const { out } = verifyCommand.run([lossy, '--property', 'no-lost', '--lang', 'en']);
    expect(out).toContain(
      'Left out: Message unroutable, Consumption fails, Points database down, Points database repaired.',
    );
    const all = answered(lossy, '--faults', 'others=1', '--persons', '1', '--property', 'no-phantom');
    expect(all.report).toMatchObject({ faults: { others: 1 }, persons: 1, leftOut: [], complete: true });
  });

  it.each([
    { faults: 'crash=1,crash=1', complaint: 'each fault once' },
    { faults: 'nonsense=1', complaint: 'faults that the protocol has' },
  ])('[C47] refuses $faults', ({ faults, complaint }) => {
    const printed = verifyCommand.run(['v2/plain-mq', '--faults', faults]);
    expect([printed.status, printed.complaint]).toEqual([2, expect.stringContaining(complaint)]);
  });

  it('[C47] refuses a fault that cannot happen: the benchmark has no crash', () => {
    const { status, complaint } = answered('v2/two-phase-commit?set=semantics~benchmark', '--faults', 'crash=1');
    expect([status, complaint]).toEqual([2, expect.stringContaining('has no “crash”')]);
  });

  it('[C40] prints the exact counts of the benchmark', () => {
    const { status, report } = answered('v2/two-phase-commit?set=semantics~benchmark.participants~5');
    expect(status).toBe(0);
    expect(report).toMatchObject({
      protocol: 'two-phase-commit',
      orders: 1,
      states: 8_832,
      generated: 58_146,
      depth: 17,
    });
    expect(report).toMatchObject({ complete: true, reduced: false, faults: { crash: 0, drop: 0, duplicate: 0 } });
    expect([report.seconds, report.bytesPerState].every((value) => value > 0)).toBe(true);
  });

  it('[C41] exits with 1 where a promise is broken, with the shortest run as a link that opens', () => {
    const { status, report } = answered(SMALL, '--faults', 'drop=1', '--property', 'no-lost');
    const [finding, ...others] = report.properties;
    expect([status, others]).toEqual([1, []]);
    expect(finding).toMatchObject({ id: 'no-lost', kind: 'always', verdict: 'violated', loopsFrom: null });
    const { scenario, problem } = readLink(protocols, finding.counterexample);
    expect([scenario.steps.length, problem]).toEqual([finding.steps, null]);
  });

  it('[C42] says unknown at a bound, and exits with 0', () => {
    const { status, report } = answered('v2/half-message', '--max-states', '100', '--property', 'no-lost');
    expect([status, report.complete, report.properties[0].verdict]).toEqual([0, false, 'unknown']);
  });

  it('[C42] is complete where the space is as large as the bound, and not where it has one state more', () => {
    const link = 'v2/two-phase-commit?set=semantics~benchmark.participants~3';
    expect(answered(link, '--max-states', '288').report).toMatchObject({ complete: true, states: 288 });
    expect(answered(link, '--max-states', '287').report).toMatchObject({ complete: false, stoppedBy: 'states' });
  });

  it('[C48] takes a run that breaks what is asked about, as it is one of those that are looked for', () => {
    const run = 'v2/plain-mq?do=order.commit.crash~order';
    const { status, report } = answered(run, '--faults', 'crash=1', '--property', 'no-lost');
    expect([status, report.properties[0].verdict]).toEqual([1, 'violated']);
  });

  it.each([
    { option: ['--max-depth', '4'], stoppedBy: 'depth' },
    { option: ['--max-memory', '1'], stoppedBy: 'memory' },
  ])('[C45] stops where it is told to: $option', ({ option, stoppedBy }) => {
    const { status, report } = answered('v2/half-message', ...option, '--property', 'no-phantom');
    expect([status, report.complete, report.stoppedBy]).toEqual([0, false, stoppedBy]);
    expect(report.properties[0].verdict).toBe('unknown');
  });

  it('[C46] asks about promises alone: with all faults at once, and two orders, to the end', () => {
    const small = 'v2/half-message?set=check-max~1.reconsume-max~1';
    const { status, report } = answered(small, '--orders', '2', '--faults', 'crash=1,drop=1', '--promises');
    expect([status, report.complete, report.reduction]).toEqual([0, true, 'promises']);
    expect(report.properties.map(({ kind }: { kind: string }) => kind)).not.toContain('sometimes');
  });

  it('[C43] gives the same verdicts with fewer states when asked to reduce', () => {
    const faults = ['--faults', 'crash=1,drop=1,duplicate=1'];
    const [whole, reduced] = [answered(SMALL, ...faults), answered(SMALL, ...faults, '--reduce')];
    const verdicts = ({ report }: typeof whole) => report.properties.map(({ verdict }: { verdict: string }) => verdict);
    expect(verdicts(reduced)).toEqual(verdicts(whole));
    expect([reduced.report.reduced, reduced.report.states < whole.report.states]).toEqual([true, true]);
  });

  it.each([
    { args: ['v2/half-message', '--faults', 'flood=1'], says: 'flood=1' },
    { args: ['v2/half-message', '--property', 'no-luck'], says: 'no-luck' },
    { args: ['v2/half-message', '--orders', '0'], says: '0' },
    { args: ['v2/half-message', '--max-depth', 'deep'], says: 'deep' },
    { args: ['v2/half-message', '--promises', '--property', 'ever-late'], says: 'ever-late' },
    { args: ['v2/plain-mq?do=order.commit', '--property', 'no-lost'], says: 'leave aside' },
    { args: [], says: '0' },
    { args: ['v2/plain-mq', '--property', 'no-lost', '--property', 'settles'], says: 'twice' },
    { args: ['v2/plain-mq', '--reduce', '--promises'], says: 'not both' },
  ])('[C44] refuses what it cannot read: $args', ({ args, says }) => {
    const { status, complaint, report } = answered(...args);
    expect([status, report]).toEqual([2, null]);
    expect(complaint).toContain(says);
  });
});
