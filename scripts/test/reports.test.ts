import { describe, expect, it } from 'vitest';
import { FIGURE, readPlaywright } from './reports.ts';

describe('the report of the end-to-end tests', () => {
  it('counts what passed on its second try, and names it', () => {
    const { passed, failed, tests } = readPlaywright(report({ expected: 2, flaky: 1 }));
    expect({ passed, failed }).toEqual({ passed: 3, failed: 0 });
    expect(tests.filter(({ isSecondTry }) => isSecondTry).map(({ title }) => title)).toEqual(['late']);
  });

  it('passes on what a test has measured', () => {
    const { tests } = readPlaywright(report({ expected: 2, flaky: 1 }));
    expect(tests.flatMap(({ figures = [] }) => figures)).toEqual(['quick: 98', 'late: 98']);
  });

  it('fails all of them when there are too many', () => {
    expect(readPlaywright(report({ expected: 2, flaky: 4 }))).toMatchObject({ passed: 2, failed: 4 });
  });

  it('fails what was skipped, what failed and what could not be loaded', () => {
    expect(readPlaywright(report({ expected: 2, unexpected: 1, skipped: 1, errors: ['no such file'] }))).toMatchObject({
      passed: 2,
      failed: 3,
    });
  });
});

function report({
  errors = [],
  ...stats
}: { readonly errors?: readonly string[] } & Readonly<Record<string, unknown>>) {
  const annotations = (title: string) => [{ type: 'skip' }, { type: FIGURE, description: `${title}: 98` }];
  const test = (title: string, status: string) => ({
    title,
    tests: [{ status, results: [{ duration: 1_500 }], annotations: annotations(title) }],
  });
  return {
    stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
    errors,
    suites: [{ file: 'a.spec.ts', specs: [test('quick', 'expected'), test('late', 'flaky')] }],
  };
}
