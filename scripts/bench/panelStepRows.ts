/** The built page in Chromium: what each panel that is open adds to the main thread's work for one step. */
import type { CDPSession, Page } from '@playwright/test';
import { longLink } from './longRun.ts';
import { nextButton, type Site } from './pageRows.ts';
import { measured, percentile, type Row } from './row.ts';
import { within } from './within.ts';

const STEPS = 30;
/** A page that is not drawn would be waited for, for ever. */
const PATIENCE_S = 60;
/** One frame of a screen. */
const ADDS_AT_MOST_MS = 16;

/** Rounds through the run that count; the median of them per step leaves out what falls into one by chance. */
const ROUNDS = 3;

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
  const panels = page.locator('.pane-rail button');
  const names = await panels.allInnerTexts();
  if (names.length < 7) throw new Error('Expected the rail to hold every panel.');
  await close(page);
  const first = await roundsThrough(page, client);
  const open: (readonly Round[])[] = [];
  for (let at = 0; at < names.length; at += 1) {
    await close(page);
    await panels.nth(at).click();
    await page.locator('.pane-side').waitFor();
    open.push(await roundsThrough(page, client));
  }
  // The page is compiled further while it is measured: without a panel at both ends.
  await close(page);
  const without = [...first, ...(await roundsThrough(page, client))];
  await client.detach();
  await page.emulateMedia({ reducedMotion: null });
  return [
    measured(`main thread per step of a run of ${STEPS}, no panel open, median`, percentile(usual(without), 0.5), 'ms'),
    ...names.flatMap((name, at) => addedRows(name.replaceAll(/\s+/g, ' '), open[at] ?? [], without)),
  ];
}

function addedRows(name: string, open: readonly Round[], without: readonly Round[]): readonly Row[] {
  const bare = usual(without);
  const added = usual(open).map((ms, step) => ms - (bare[step] ?? 0));
  const what = `  what the panel ${name} adds to a step`;
  return [
    measured(`${what}, 95th percentile of ${STEPS}`, percentile(added, 0.95), 'ms', { atMost: ADDS_AT_MOST_MS }),
    measured(`${what}, median`, percentile(added, 0.5), 'ms'),
    measured(`${what}, mean of all rounds, with all that falls into them`, mean(open) - mean(without), 'ms'),
  ];
}

/** Processor time of the main thread for each step of the run, in milliseconds. */
type Round = readonly number[];

/** Per step the median of the rounds. */
function usual(rounds: readonly Round[]): Round {
  return Array.from({ length: STEPS }, (_, step) =>
    percentile(
      rounds.map((round) => round[step] ?? 0),
      0.5,
    ),
  );
}

function mean(rounds: readonly Round[]): number {
  const all = rounds.flat();
  return all.reduce((sum, ms) => sum + ms, 0) / all.length;
}

async function close(page: Page): Promise<void> {
  const side = page.locator('.pane-side');
  if (await side.isVisible()) await side.getByRole('button', { name: 'Close' }).first().click();
  await side.waitFor({ state: 'detached' });
}

/** Each step is counted until everything that follows it has been painted. */
async function roundsThrough(page: Page, client: CDPSession): Promise<readonly Round[]> {
  const slider = page.getByRole('slider', { name: 'Position in the run' });
  const rounds: Round[] = [];
  // The first round compiles what it needs; it is made and not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times: number[] = [];
    await slider.fill('0');
    await slider.focus();
    await painted(page);
    for (let step = 1; step <= STEPS; step += 1) {
      const before = await busyMs(client);
      // A key alone: to look for the slider anew goes through every element of the page, which no reader pays.
      await page.keyboard.press('ArrowRight');
      await painted(page);
      times.push((await busyMs(client)) - before);
    }
    const reached = await slider.inputValue();
    if (reached !== String(STEPS)) throw new Error(`Expected to come to step ${STEPS}; came to ${reached}.`);
    if (round > 0) rounds.push(times);
  }
  return rounds;
}

async function painted(page: Page): Promise<void> {
  const frames = page.evaluate(async () => {
    for (let drawn = 0; drawn < 4; drawn += 1)
      await new Promise((begun) => requestAnimationFrame(() => setTimeout(begun)));
  });
  await within(PATIENCE_S, 'four frames of the page', frames);
}

async function busyMs(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  const busy = metrics.find(({ name }) => name === 'TaskDuration');
  if (busy === undefined) throw new Error('Expected the browser to count the main thread’s work.');
  return busy.value * 1_000;
}
