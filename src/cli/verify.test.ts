import { describe, expect, it } from 'vitest';
import { protocols } from '../protocols/registry.ts';
import { verifyCommand } from './verify.ts';
import { readLink } from '../scenario/link.ts';

const SMALL = 'v1/half-message?set=check-max~1.reconsume-max~0.check-back~off';

function answered(...args: readonly string[]) {
  const { status, out, complaint } = verifyCommand.run([...args, '--json']);
  return { status, complaint, report: out === '' ? null : JSON.parse(out) };
}

describe('the command verify', () => {
  it('[C40] prints the exact counts of the benchmark', () => {
    const { status, report } = answered('v1/two-phase-commit?set=semantics~benchmark.participants~5');
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
    const { status, report } = answered('v1/half-message', '--max-states', '100', '--property', 'no-lost');
    expect([status, report.complete, report.properties[0].verdict]).toEqual([0, false, 'unknown']);
  });

  it.each([
    { option: ['--max-depth', '4'], stoppedBy: 'depth' },
    { option: ['--max-memory', '1'], stoppedBy: 'memory' },
  ])('[C45] stops where it is told to: $option', ({ option, stoppedBy }) => {
    const { status, report } = answered('v1/half-message', ...option, '--property', 'no-phantom');
    expect([status, report.complete, report.stoppedBy]).toEqual([0, false, stoppedBy]);
    expect(report.properties[0].verdict).toBe('unknown');
  });

  it('[C46] asks about promises alone: with all faults at once, and two orders, to the end', () => {
    const small = 'v1/half-message?set=check-max~1.reconsume-max~1';
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
    { args: ['v1/half-message', '--faults', 'flood=1'], says: 'flood=1' },
    { args: ['v1/half-message', '--property', 'no-luck'], says: 'no-luck' },
    { args: ['v1/half-message', '--orders', '0'], says: '0' },
    { args: ['v1/half-message', '--max-depth', 'deep'], says: 'deep' },
    { args: ['v1/half-message', '--promises', '--property', 'ever-late'], says: 'ever-late' },
    { args: [], says: '0' },
  ])('[C44] refuses what it cannot read: $args', ({ args, says }) => {
    const { status, complaint, report } = answered(...args);
    expect([status, report]).toEqual([2, null]);
    expect(complaint).toContain(says);
  });
});
