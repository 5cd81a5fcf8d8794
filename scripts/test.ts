/**
 * `npm test` and, with `long` as its argument, the second tier: every check and every test runner, one after the other, also
 * after a failure. The last line is `N passed, N failed` over all of them. A skipped test is a failure, and so is a runner
 * that ran nothing.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.ts';
import { readPlaywright, readVitest, sum, type TimedTest } from './test/reports.ts';
import { runHere, runStage, type Outcome, type Stage } from './test/stage.ts';

const REPORTS = 'test-results';
const SLOWEST = 10;

const BUILDS: readonly Stage[] = [
  { name: 'build', command: 'vite build' },
  { name: 'build of the single file', command: 'vite build --mode single' },
];

/** What the package has beside the site. */
const PACKAGED: readonly Stage[] = [
  { name: 'build of the commands', command: 'vite build --mode cli' },
  { name: 'types of the element', command: 'tsc -p tsconfig.types.json' },
];

const TIERS: Readonly<Record<'quick' | 'long', readonly Stage[]>> = {
  quick: [
    { name: 'types', command: 'tsc --noEmit' },
    { name: 'format', command: 'oxfmt --check' },
    { name: 'lint', command: 'oxlint --type-aware' },
    { name: 'dead code', command: 'knip' },
    vitest('node'),
    vitest('browser'),
    ...BUILDS,
    { name: 'size', command: 'size-limit' },
    playwright('e2e', 'playwright.config.ts'),
  ],
  long: [
    vitest('long'),
    { name: 'code samples', command: 'node scripts/code.ts compile' },
    ...BUILDS,
    ...PACKAGED,
    playwright('e2e-long', 'e2e/long'),
    { name: 'documentation sites', command: 'node scripts/sites.ts' },
  ],
};

async function main(stages: readonly Stage[]): Promise<void> {
  // What an earlier run left must not pass for a result of this one.
  for (const folder of [REPORTS, 'dist', 'dist-single', 'dist-cli', 'dist-types'])
    rmSync(folder, { recursive: true, force: true });
  mkdirSync(REPORTS);
  const outcomes = [await runHere('browser and font', prepareBrowser)];
  for (const stage of stages) outcomes.push(await runStage(stage));
  console.log(table(outcomes));
  console.log(slowest(outcomes));
  for (const { file, title } of secondTries(outcomes)) console.log(`Only on its second try: ${file}  ${title}`);
  for (const { figures = [] } of outcomes.flatMap(({ tests }) => tests))
    for (const figure of figures) console.log(figure);
  const passed = sum(outcomes.map((outcome) => outcome.passed));
  const failed = sum(outcomes.map((outcome) => outcome.failed));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** The runners start the browser that is found here. */
async function prepareBrowser(): Promise<string> {
  const path = await ensureBrowser();
  process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'] = path;
  return path;
}

function vitest(project: 'node' | 'browser' | 'long'): Stage {
  const file = `${REPORTS}/${project}.json`;
  return {
    name: `vitest ${project}`,
    command: `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${file}`,
    report: { file, read: readVitest },
  };
}

/** The configuration writes the report of this name. */
function playwright(name: 'e2e' | 'e2e-long', configuration: string): Stage {
  return {
    name,
    command: `playwright test --config ${configuration}`,
    report: { file: `${REPORTS}/${name}.json`, read: readPlaywright },
  };
}

function table(outcomes: readonly Outcome[]): string {
  const [passed, failed, seconds] = (['passed', 'failed', 'seconds'] as const).map((key) =>
    sum(outcomes.map((outcome) => outcome[key])),
  );
  const rows = outcomes.map((outcome) => row(outcome));
  return ['', row({ name: 'all', passed: passed ?? 0, failed: failed ?? 0, seconds: seconds ?? 0 }), ...rows].join(
    '\n',
  );
}

function row({ name, passed, failed, seconds }: Omit<Outcome, 'tests'>): string {
  const cells = [String(passed).padStart(6), String(failed).padStart(6), `${seconds.toFixed(1)} s`.padStart(9)];
  return `${failed === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(26)}${cells.join('')}`;
}

function slowest(outcomes: readonly Outcome[]): string {
  const tests = outcomes.flatMap((outcome) => outcome.tests);
  const first = tests.toSorted((one, other) => other.seconds - one.seconds).slice(0, SLOWEST);
  const lines = first.map(({ title, file, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${file}  ${title}`);
  return ['\nThe slowest tests:', ...lines, ''].join('\n');
}

function secondTries(outcomes: readonly Outcome[]): readonly TimedTest[] {
  return outcomes.flatMap(({ tests }) => tests).filter(({ isSecondTry }) => isSecondTry);
}

const [tier = 'quick', ...others] = process.argv.slice(2);
if ((tier !== 'quick' && tier !== 'long') || others.length > 0) {
  console.error(`Expected nothing or “long”, not “${process.argv.slice(2).join(' ')}”.`);
  process.exit(2);
}
await main(TIERS[tier]);
