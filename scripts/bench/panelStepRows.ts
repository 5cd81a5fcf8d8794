/** The built page in Chromium: what each panel that is open adds to the main thread's work for one step. */
import type { CDPSession, Page } from '@playwright/test';
import { longLink } from './longRun.ts';
import { nextButton, type Site } from './pageRows.ts';
import { measured, percentile, type Row } from './row.ts';

const STEPS = 30;
/** One frame of a screen. */
const ADDS_AT_MOST_MS = 16;

export async function panelStepRows({ page, address }: Site): Promise<readonly Row[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('about:blank');
  await page.goto(`${address}?lang=en#${longLink(STEPS)}`);
  await nextButton(page).waitFor();
  const stage = page.getByRole('region', { name: 'Diagram', exact: true });
  await stage.hover();
  await stage.locator('.still').waitFor({ state: 'detached' });
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await close(page);
  const without = await workBySteps(page, client);
  const rows = [
    measured(`main thread per step of a run of ${STEPS}, no panel open, median`, percentile(without, 0.5), 'ms'),
  ];
  const panels = page.locator('.pane-rail button');
  const names = await panels.allInnerTexts();
  if (names.length < 7) throw new Error('Expected the rail to hold every panel.');
  for (const [at, name] of names.entries()) {
    await close(page);
    await panels.nth(at).click();
    await page.locator('.pane-side').waitFor();
    const added = (await workBySteps(page, client)).map((ms, step) => ms - (without[step] ?? 0));
    const what = `  what the panel ${name.replaceAll(/\s+/g, ' ')} adds to a step`;
    rows.push(
      measured(`${what}, 95th percentile of ${STEPS}`, percentile(added, 0.95), 'ms', { atMost: ADDS_AT_MOST_MS }),
    );
    rows.push(measured(`${what}, median`, percentile(added, 0.5), 'ms'));
  }
  await client.detach();
  await page.emulateMedia({ reducedMotion: null });
  return rows;
}

async function close(page: Page): Promise<void> {
  const side = page.locator('.pane-side');
  if (await side.isVisible()) await side.getByRole('button', { name: 'Close' }).first().click();
  await side.waitFor({ state: 'detached' });
}

/** Processor time of the main thread for each step, until everything that follows it has been painted. */
async function workBySteps(page: Page, client: CDPSession): Promise<readonly number[]> {
  const slider = page.getByRole('slider', { name: 'Position in the run' });
  const times: number[] = [];
  // The first round compiles what it needs; it is made and not counted.
  for (const isCounted of [false, true]) {
    await slider.fill('0');
    await painted(page);
    for (let step = 1; step <= STEPS; step += 1) {
      const before = await busyMs(client);
      await slider.press('ArrowRight');
      await painted(page);
      if (isCounted) times.push((await busyMs(client)) - before);
    }
    const reached = await slider.inputValue();
    if (reached !== String(STEPS)) throw new Error(`Expected to come to step ${STEPS}; came to ${reached}.`);
  }
  return times;
}

async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 4; frames += 1)
      await new Promise((begun) => requestAnimationFrame(() => setTimeout(begun)));
  });
}

async function busyMs(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  const busy = metrics.find(({ name }) => name === 'TaskDuration');
  if (busy === undefined) throw new Error('Expected the browser to count the main thread’s work.');
  return busy.value * 1_000;
}
