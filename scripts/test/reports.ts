/** What the runners' reports say: how many tests passed and failed, and how long each of them took. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export interface TimedTest {
  readonly title: string;
  readonly file: string;
  readonly seconds: number;
  /** It failed once and then passed. */
  readonly isSecondTry?: boolean;
  /** What it has measured and nothing is held against. */
  readonly figures?: readonly string[];
}

export interface Results extends Count {
  readonly tests: readonly TimedTest[];
}

export interface Report {
  readonly file: string;
  readonly read: (json: unknown) => Results;
}

/** `null` if there is no report, or none that can be read. */
export function readReport({ file, read }: Report): Results | null {
  if (!existsSync(file)) return null;
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.log(`${file}: ${String(error)}`);
    return null;
  }
}

export function readVitest(json: unknown): Results {
  const { testResults } = v.parse(VitestReport, json);
  const results = testResults.flatMap((file) => file.assertionResults);
  const passed = results.filter((test) => test.status === 'passed').length;
  // A file that cannot be imported fails without a test of its own.
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      title: fullName,
      file: basename(name),
      seconds: (duration ?? 0) / 1000,
    })),
  );
  return { passed, failed: results.length - passed + broken, tests };
}

const VitestReport = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(
        v.object({ fullName: v.string(), status: v.string(), duration: v.nullish(v.number()) }),
      ),
    }),
  ),
});

/**
 * So many tests of a run may need a second try. Twice in some five hundred a click was not answered until the test's time was
 * up, and never again in sixty tries of the same two tests under load; what fails more often than that is a fault.
 */
const SECOND_TRIES_MAX = 3;

export function readPlaywright(json: unknown): Results {
  const { stats, errors, suites } = v.parse(PlaywrightReport, json);
  const forgiven = stats.flaky <= SECOND_TRIES_MAX ? stats.flaky : 0;
  const failed = stats.unexpected + stats.flaky - forgiven + stats.skipped + errors.length;
  return { passed: stats.expected + forgiven, failed, tests: suites.flatMap(testsOf) };
}

interface Suite {
  readonly file: string;
  readonly specs: readonly Spec[];
  readonly suites?: readonly Suite[] | undefined;
}

const Spec = v.object({
  title: v.string(),
  tests: v.array(
    v.object({
      status: v.string(),
      results: v.array(v.object({ duration: v.number() })),
      annotations: v.optional(v.array(v.object({ type: v.string(), description: v.optional(v.string(), '') })), []),
    }),
  ),
});
type Spec = v.InferOutput<typeof Spec>;

const Suite: v.GenericSchema<unknown, Suite> = v.object({
  file: v.string(),
  specs: v.array(Spec),
  suites: v.optional(v.array(v.lazy(() => Suite))),
});

const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  errors: v.array(v.unknown()),
  suites: v.array(Suite),
});

/** The type of an annotation by which an end-to-end test says what it has measured. */
export const FIGURE = 'figure';

function testsOf({ file, specs, suites = [] }: Suite): readonly TimedTest[] {
  const own = specs.map(({ title, tests }) => ({
    title,
    file: basename(file),
    seconds: sum(tests.flatMap(({ results }) => results.map(({ duration }) => duration / 1000))),
    isSecondTry: tests.some(({ status }) => status === 'flaky'),
    figures: tests.flatMap(({ annotations }) =>
      annotations.filter(({ type }) => type === FIGURE).map(({ description }) => description),
    ),
  }));
  return [...own, ...suites.flatMap(testsOf)];
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
