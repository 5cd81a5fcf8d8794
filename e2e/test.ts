/** The tests' own `test`: an explorer on a fresh page that fails the test when the page complains about anything. */
import { expect, test as base, type Page } from '@playwright/test';
import { Explorer } from './explorer.ts';

export { expect };

interface Fixtures {
  readonly explorer: Explorer;
  /** The same page in Chinese. */
  readonly zhExplorer: Explorer;
}

export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const complaints = listenTo(page);
    await use(page);
    expect(complaints, 'errors and warnings of the page').toEqual([]);
  },
  explorer: async ({ page }, use) => use(new Explorer(page)),
  zhExplorer: async ({ page }, use) => use(new Explorer(page, { lang: 'zh' })),
});

/** Collects what must never happen: errors, warnings, dialogs, and requests to anybody else. */
export function listenTo(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
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
