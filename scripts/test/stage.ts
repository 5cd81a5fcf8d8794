/** One stage of a tier: a command, and what it counts for. */
import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { readReport, type Report, type Results } from './reports.ts';

export interface Stage {
  readonly name: string;
  readonly command: string;
  /** Counts the tests of a runner's report. Without one the stage is a single test, which the exit code decides. */
  readonly report?: Report;
}

export interface Outcome extends Results {
  readonly name: string;
  readonly seconds: number;
}

const STAGE_LIMIT_MS = 2_400_000;
const TAIL_LINES = 80;
const ONE_SUCCESS: Results = { passed: 1, failed: 0, tests: [] };
const ONE_FAILURE: Results = { passed: 0, failed: 1, tests: [] };

export async function runStage({ name, command, report }: Stage): Promise<Outcome> {
  const start = performance.now();
  console.log(`\n── ${name}: ${command}`);
  const { code, output } = await execute(command);
  const results = settle(code, report === undefined ? undefined : readReport(report));
  if (results.failed > 0) console.log(tail(output));
  return finish({ name, start, results });
}

/** A stage that is a function: it succeeds, or throws. */
export async function runHere(name: string, work: () => Promise<string>): Promise<Outcome> {
  const start = performance.now();
  console.log(`\n── ${name}`);
  try {
    console.log(await work());
    return finish({ name, start, results: ONE_SUCCESS });
  } catch (error) {
    console.log(String(error));
    return finish({ name, start, results: ONE_FAILURE });
  }
}

interface Finished {
  readonly name: string;
  readonly start: number;
  readonly results: Results;
}

function finish({ name, start, results }: Finished): Outcome {
  const seconds = (performance.now() - start) / 1000;
  const verdict = results.failed === 0 ? 'ok' : 'FAIL';
  console.log(`${verdict}: ${results.passed} of ${results.passed + results.failed} in ${seconds.toFixed(1)} s`);
  return { name, ...results, seconds };
}

/** What a stage counts for, given its exit code and its report: `undefined` without one, `null` if it is unreadable. */
function settle(code: number, reported: Results | null | undefined): Results {
  if (reported === undefined) return code === 0 ? ONE_SUCCESS : ONE_FAILURE;
  if (reported === null || reported.passed + reported.failed === 0) return ONE_FAILURE;
  return code !== 0 && reported.failed === 0 ? { ...reported, failed: 1 } : reported;
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

function tail(output: string): string {
  const lines = output.trimEnd().split('\n');
  const hidden = lines.length - TAIL_LINES;
  return hidden > 0 ? [`(${hidden} lines before)`, ...lines.slice(-TAIL_LINES)].join('\n') : lines.join('\n');
}
