/**
 * The whole test command: every check and every test runner, one after the other, also after a failure. The last line is
 * `N passed, N failed` over all of them. A skipped test is a failure, and so is a runner that ran nothing.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';
import { ensureBrowser } from './browser.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly command: string;
  /** Counts the tests of a runner's report. Without one the stage is a single test, which the exit code decides. */
  readonly report?: { readonly file: string; readonly count: (json: unknown) => Count };
}

interface Outcome extends Count {
  readonly name: string;
  readonly seconds: number;
}

const REPORTS = 'test-results';
const STAGE_LIMIT_MS = 600_000;
const TAIL_LINES = 80;
const ONE_FAILURE: Count = { passed: 0, failed: 1 };

const STAGES: readonly Stage[] = [
  { name: 'types', command: 'tsc --noEmit' },
  { name: 'format', command: 'oxfmt --check' },
  { name: 'lint', command: 'oxlint --type-aware' },
  { name: 'dead code', command: 'knip' },
  vitest('node'),
  vitest('browser'),
  { name: 'build', command: 'vite build' },
  { name: 'build of the single file', command: 'vite build --mode single' },
  { name: 'size', command: 'size-limit' },
  { name: 'e2e', command: 'playwright test', report: { file: `${REPORTS}/e2e.json`, count: countPlaywright } },
];

async function main(): Promise<void> {
  // What an earlier run left must not pass for a result of this one.
  for (const folder of [REPORTS, 'dist', 'dist-single']) rmSync(folder, { recursive: true, force: true });
  mkdirSync(REPORTS);
  const outcomes = [await prepareBrowser()];
  for (const stage of STAGES) outcomes.push(await runStage(stage));
  console.log(table(outcomes));
  const passed = sum(outcomes.map((outcome) => outcome.passed));
  const failed = sum(outcomes.map((outcome) => outcome.failed));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** The runners below start the browser that is found here. */
async function prepareBrowser(): Promise<Outcome> {
  const start = performance.now();
  console.log('\n── browser and font');
  try {
    const path = await ensureBrowser();
    process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'] = path;
    console.log(path);
    return { name: 'browser and font', passed: 1, failed: 0, seconds: secondsSince(start) };
  } catch (error) {
    console.log(String(error));
    return { name: 'browser and font', ...ONE_FAILURE, seconds: secondsSince(start) };
  }
}

async function runStage({ name, command, report }: Stage): Promise<Outcome> {
  const start = performance.now();
  console.log(`\n── ${name}: ${command}`);
  const { code, output } = await execute(command);
  const count = settle(code, report === undefined ? undefined : readReport(report));
  const seconds = secondsSince(start);
  if (count.failed > 0) console.log(tail(output));
  const verdict = count.failed === 0 ? 'ok' : 'FAIL';
  console.log(`${verdict}: ${count.passed} of ${count.passed + count.failed} in ${seconds.toFixed(1)} s`);
  return { name, ...count, seconds };
}

/** What a stage counts for, given its exit code and its report: `undefined` without one, `null` if it is unreadable. */
function settle(code: number, reported: Count | null | undefined): Count {
  if (reported === undefined) return code === 0 ? { passed: 1, failed: 0 } : ONE_FAILURE;
  if (reported === null || reported.passed + reported.failed === 0) return ONE_FAILURE;
  return code !== 0 && reported.failed === 0 ? { passed: reported.passed, failed: 1 } : reported;
}

/** Runs a command of node_modules/.bin with this Node. It gets no input and a limit; its whole group dies with it. */
async function execute(command: string): Promise<{ code: number; output: string }> {
  const path = [resolve('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const env = { ...process.env, PATH: path, CI: 'true' };
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'], detached: true, env });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const limit = setTimeout(() => {
    chunks.push(Buffer.from(`\nStopped after ${STAGE_LIMIT_MS / 1000} s.\n`));
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, STAGE_LIMIT_MS);
  const code = await new Promise<number>((done) => {
    child.on('error', () => done(1));
    child.on('close', (exitCode) => done(exitCode ?? 1));
  });
  clearTimeout(limit);
  return { code, output: stripVTControlCharacters(Buffer.concat(chunks).toString('utf8')) };
}

function vitest(project: 'node' | 'browser'): Stage {
  const file = `${REPORTS}/${project}.json`;
  return {
    name: `vitest ${project}`,
    command: `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${file}`,
    report: { file, count: countVitest },
  };
}

function readReport({ file, count }: NonNullable<Stage['report']>): Count | null {
  if (!existsSync(file)) return null;
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.log(`${file}: ${String(error)}`);
    return null;
  }
}

function countVitest(json: unknown): Count {
  const { testResults } = v.parse(VitestReport, json);
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  // A file that cannot be imported fails without a test of its own.
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed, failed: tests.length - passed + broken };
}

const VitestReport = v.object({
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.object({ status: v.string() })) })),
});

function countPlaywright(json: unknown): Count {
  const { stats, errors } = v.parse(PlaywrightReport, json);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  errors: v.array(v.unknown()),
});

function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => row(outcome));
  const total = { name: 'all', passed: sum(outcomes.map((o) => o.passed)), failed: sum(outcomes.map((o) => o.failed)) };
  return ['', row({ ...total, seconds: sum(outcomes.map((outcome) => outcome.seconds)) }), ...rows, ''].join('\n');
}

function row({ name, passed, failed, seconds }: Outcome): string {
  const cells = [String(passed).padStart(6), String(failed).padStart(6), `${seconds.toFixed(1)} s`.padStart(9)];
  return `${failed === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(26)}${cells.join('')}`;
}

function tail(output: string): string {
  const lines = output.trimEnd().split('\n');
  const hidden = lines.length - TAIL_LINES;
  return hidden > 0 ? [`(${hidden} lines before)`, ...lines.slice(-TAIL_LINES)].join('\n') : lines.join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

await main();
