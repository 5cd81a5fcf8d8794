import type { Page } from '@playwright/test';
import { Explorer } from '../explorer.ts';
import { serve, type Served } from '../serve.ts';
import { expect, test } from '../test.ts';

interface Site {
  readonly name: string;
  /** Of the built site, from the folder of this file. */
  readonly folder: string;
  readonly switchTheme: (page: Page) => Promise<void>;
}

const SITES: readonly Site[] = [
  {
    name: 'VitePress',
    folder: 'vitepress/.vitepress/dist',
    switchTheme: (page) => page.locator('.VPNavBarAppearance').getByRole('switch').click(),
  },
  {
    name: 'Docusaurus',
    folder: 'docusaurus/build',
    switchTheme: (page) =>
      page
        .locator('.navbar')
        .getByRole('button', { name: /dark|light/i })
        .click(),
  },
];

for (const { name, folder, switchTheme } of SITES) {
  test.describe(`a ${name} site`, () => {
    let site: Served;

    test.beforeAll(async () => {
      site = await serve({ '/': { folder: `${import.meta.dirname}/${folder}` } });
    });

    test.afterAll(async () => site.close());

    test('[XS1] shows a run that Markdown links to as a picture, which leads to the run', async ({ page }) => {
      await page.goto(site.origin);
      const picture = page.getByRole('img', { name: 'The order service dies' });
      await expect(picture).toBeVisible();
      expect(await picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBeGreaterThan(300);
      const [opened] = await Promise.all([
        page.waitForEvent('popup', { timeout: 5_000 }).catch(() => page),
        picture.click(),
      ]);
      await new Explorer(opened).expectPosition(5);
    });

    test('[XS2] holds the element: stepped inside, told and asked from outside, as high as it wants to be', async ({
      page,
    }) => {
      await page.goto(site.origin);
      await page.evaluate(() => {
        Reflect.set(window, 'steps', []);
        document.addEventListener('halfway:step', (event) => {
          if (event instanceof CustomEvent) Reflect.get(window, 'steps').push(event.detail.at);
        });
      });
      const element = page.locator('halfway-explorer');
      await page.getByRole('button', { name: 'Step through it here' }).click();
      const embed = new Explorer(page, { place: page.frameLocator('halfway-explorer iframe') });
      await embed.next();
      await expect.poll(() => page.evaluate(() => Reflect.get(window, 'steps'))).toEqual([3]);
      await element.evaluate((it) => Reflect.get(it, 'ask').call(it, { type: 'halfway:goto', at: 6 }));
      await expect.poll(() => element.evaluate((it) => Reflect.get(it, 'state').at)).toBe(6);
      const inside = page.frameLocator('halfway-explorer iframe').getByRole('main');
      const frame = element.locator('iframe');
      await expect
        .poll(async () => {
          const [wanted, given] = [await inside.evaluate((it) => it.scrollHeight), (await frame.boundingBox())?.height];
          return Math.abs(wanted - (given ?? 0));
        })
        .toBeLessThanOrEqual(2);
    });

    test('[XS3] takes the theme of the site along, also when it is switched', async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(site.origin);
      await page.getByRole('button', { name: 'Step through it here' }).click();
      const html = page.frameLocator('halfway-explorer iframe').locator('html');
      await new Explorer(page, { place: page.frameLocator('halfway-explorer iframe') }).isReady();
      await expect(html).not.toHaveAttribute('data-theme', 'dark');
      // Docusaurus goes from the system's theme to light and then to dark.
      await expect(async () => {
        await switchTheme(page);
        await expect(html).toHaveAttribute('data-theme', 'dark', { timeout: 2_000 });
      }).toPass();
    });

    test('[XS4] is scrolled past with the wheel over the run', async ({ page }) => {
      await page.goto(site.origin);
      await page.getByRole('button', { name: 'Step through it here' }).click();
      const embed = new Explorer(page, { place: page.frameLocator('halfway-explorer iframe') });
      await embed.isReady();
      const box = await page.locator('halfway-explorer iframe').boundingBox();
      if (box === null) throw new Error('Expected the frame to be there.');
      await page.mouse.move(box.x + box.width / 2, Math.min(box.y + box.height / 2, 500));
      const before = await page.evaluate(() => window.scrollY);
      await page.mouse.wheel(0, 400);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before + 100);
    });
  });
}
