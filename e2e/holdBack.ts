import type { Page } from '@playwright/test';

/** Lets what matches arrive only when the answer is called. */
export async function holdBack(page: Page, url: string): Promise<() => void> {
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(url, async (route) => {
    await arrived;
    await route.continue();
  });
  return () => arrive();
}
