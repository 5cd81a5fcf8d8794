import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BROWSER_FLAGS, findBrowser } from './scripts/browser.ts';

const executablePath = findBrowser();

const LONG = '{src,scripts}/**/*.long.test.ts';

/** Files of one worker share their modules: most of the time would go into loading these anew. */
const inNode: TestProjectInlineConfiguration['test'] = {
  environment: 'node',
  isolate: false,
  maxWorkers: '100%',
  // Explorations take their time on a busy machine; a test that hangs still ends.
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'node',
          include: ['{src,scripts}/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.ts', LONG],
          ...inNode,
        },
      },
      {
        // The second tier: `npm run test:long`.
        test: { name: 'long', include: [LONG], ...inNode, testTimeout: 300_000 },
      },
      {
        plugins: [react()],
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // As end to end: a key or click that a browser did not answer is seen once in some hundred runs. It is printed.
          retry: 1,
          // A wait that gave up before its test does would fail by chance.
          expect: { poll: { timeout: 120_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: [...BROWSER_FLAGS], ...(executablePath === undefined ? {} : { executablePath }) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
