/** The tests' own `test`: an explorer on a fresh page that fails the test when the page complains about anything. */
import { expect, test as base, type BrowserContext, type Frame, type Page } from '@playwright/test';
import { Explorer } from './explorer.ts';

export { expect };

export interface Options {
  /** How many times slower than it is the processor shall be to every page. */
  readonly slowdown: number;
}

/** For tests of what moves, plays or is pressed while it does. */
export const WITH_MOTION = { contextOptions: { reducedMotion: 'no-preference' } } as const;

interface Fixtures {
  readonly explorer: Explorer;
  /** The same page in Chinese. */
  readonly zhExplorer: Explorer;
}

/** For pages that are to complain. */
export const troubledTest = base.extend<Options & Pick<Fixtures, 'explorer'>>({
  slowdown: [1, { option: true }],
  context: async ({ context, slowdown }, use) => {
    if (slowdown > 1) slowDown(context, slowdown);
    await use(context);
    // All that Playwright leaves standing in a page that it uses again.
    await context.clearPermissions();
  },
  explorer: async ({ page }, use) => use(new Explorer(page)),
});

export const test = troubledTest.extend<Fixtures>({
  page: async ({ page }, use) => {
    const complaints = listenTo(page);
    await use(page);
    expect(complaints, 'errors and warnings of the page').toEqual([]);
  },
  zhExplorer: async ({ page }, use) => use(new Explorer(page, { lang: 'zh' })),
});

/** Every page of the context, and every frame of another site, which has a process of its own. */
function slowDown(context: BrowserContext, rate: number): void {
  const throttle = async (target: Page | Frame): Promise<void> => {
    try {
      const session = await context.newCDPSession(target);
      await session.send('Emulation.setCPUThrottlingRate', { rate });
    } catch {
      // A frame of the same site shares its page's process, and what is gone already needs nothing.
    }
  };
  context.on('page', (page) => {
    void throttle(page);
    page.on('frameattached', (frame) => void throttle(frame));
    page.on('framenavigated', (frame) => void throttle(frame));
  });
}
/** Collects what must never happen: errors, warnings, dialogs, and requests to anybody else. */
export function listenTo(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    const isBlocked = message.text() === 'Service Worker registration blocked by Playwright';
    if (!isBlocked && (message.type() === 'error' || message.type() === 'warning')) complaints.push(message.text());
  });
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('requestfailed', (request) => {
    // What was still loading when somebody left the page.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (!isHere(request.url())) complaints.push(`request to ${request.url()}`);
  });
  return complaints;
}

function isHere(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return /^(?:data|blob|file|about):$/.test(protocol) || hostname === '127.0.0.1' || hostname === 'localhost';
}
