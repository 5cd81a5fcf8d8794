/** What every end-to-end run has in common: the first tier, the second one, and the first one on a slow processor. */
import { join } from 'node:path';
import type { PlaywrightTestConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../scripts/browser.ts';
import type { Options } from './test.ts';

const ROOT = join(import.meta.dirname, '..');
/** Decides how long a failure takes on a busy machine, not whether a test passes. */
const PATIENCE_MS = 120_000;
/** Another port lets two working copies run at the same time. */
const port = Number(process.env['HALFWAY_PORT'] ?? 41_730);
/** Where the runs find the built site. */
export const address = `http://127.0.0.1:${port}/`;

interface Run {
  /** Of the report. */
  readonly name: string;
  /** Below `e2e`. */
  readonly folder?: string;
  readonly ignored?: string[];
  readonly slowdown?: number;
  /** For a test. */
  readonly limitMs?: number;
}

export function configured({
  name,
  folder = '',
  ignored,
  slowdown = 1,
  limitMs = PATIENCE_MS,
}: Run): PlaywrightTestConfig<Options> {
  const executablePath = findBrowser();
  return {
    testDir: join(ROOT, 'e2e', folder),
    ...(ignored === undefined ? {} : { testIgnore: ignored }),
    outputDir: join(ROOT, 'test-results', `of-${name}`),
    fullyParallel: true,
    forbidOnly: true,
    // Named where the tests' sums are printed, and failed from the fourth on: `scripts/test/reports.ts`.
    retries: slowdown > 1 ? 0 : 1,
    workers: 2,
    timeout: limitMs * slowdown,
    // A wait that gave up before its test does would fail by chance.
    expect: { timeout: limitMs * slowdown },
    reporter: [['list'], ['json', { outputFile: join(ROOT, 'test-results', `${name}.json`) }]],
    use: {
      baseURL: address,
      browserName: 'chromium',
      launchOptions: { args: [...BROWSER_FLAGS], ...(executablePath === undefined ? {} : { executablePath }) },
      screenshot: 'only-on-failure',
      // It would answer what a test holds back or takes away; `offline.spec.ts` lets it.
      serviceWorkers: 'block',
      // A page that has been here before loads in a third of the time. The slow run has a new one for every test.
      reuseContext: slowdown === 1,
      // Where nothing moves, drawing frames is most of the work; what is about motion asks for it (`WITH_MOTION`).
      contextOptions: { reducedMotion: 'reduce' },
      slowdown,
    },
    // Not `npx vite preview`: stopping that leaves the server alive.
    webServer: {
      command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
      cwd: ROOT,
      url: address,
      reuseExistingServer: false,
      timeout: 60_000,
    },
  };
}
