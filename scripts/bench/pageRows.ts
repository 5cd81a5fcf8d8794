/** The built page in Chromium: from a click on Next until the new step is painted, and what a visit loads. */
import { gzipSync } from 'node:zlib';
import type { Browser, Locator, Page, Response } from '@playwright/test';
import { longLink } from './longRun.ts';
import { measured, percentile, type Row } from './row.ts';
import { within } from './within.ts';

/** Where the page is served, with a slash at the end. */
export interface Site {
  readonly browser: Browser;
  readonly page: Page;
  readonly address: string;
}

const CLICKS = 55;
const RUNS = [
  { steps: 60, atMost: 16 },
  { steps: 1_000, atMost: 33 },
] as const;

/** A cheap phone: Next answers before anybody feels that it was slow. */
const SLOW = { steps: 60, times: 6, atMost: 100 } as const;

export async function clickRows(site: Site): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { steps, atMost } of RUNS) {
    const times = await clickTimes(site, steps);
    const painted = times.map((time) => time.paintedMs);
    const followed = times.map((time) => time.followedMs);
    const name = `from a click to the painted frame, run of ${steps.toLocaleString('en')} steps`;
    rows.push(measured(`${name}, 95th percentile of ${times.length}`, percentile(painted, 0.95), 'ms', { atMost }));
    rows.push(measured(`${name}, median`, percentile(painted, 0.5), 'ms'));
    rows.push(measured('  until the panels beside the stage have followed, median', percentile(followed, 0.5), 'ms'));
  }
  const slow = await clickTimes(site, SLOW.steps, SLOW.times);
  rows.push(
    measured(
      `  with the processor ${SLOW.times} times slower, run of ${SLOW.steps} steps, 95th percentile of ${slow.length}`,
      percentile(
        slow.map((time) => time.paintedMs),
        0.95,
      ),
      'ms',
      { atMost: SLOW.atMost },
    ),
  );
  return rows;
}

/** Whatever it says: where the run has ended, it tells so. */
export function nextButton(page: Page): Locator {
  return page.locator('.transport-next').first();
}

interface ClickTime {
  /** Until the frame is painted that shows the step on the stage, in its sentence and on the timeline. */
  readonly paintedMs: number;
  /** Until the frame is painted in which the panels tell of it too, with the wait for the screen's rhythm. */
  readonly followedMs: number;
}

async function clickTimes({ page, address }: Site, steps: number, slowdown = 1): Promise<readonly ClickTime[]> {
  await page.goto('about:blank');
  await page.goto(`${address}?lang=en&view=happened#${longLink(Math.min(steps, LINK_STEPS))}`);
  const next = nextButton(page);
  await next.waitFor();
  await page.locator('.happened').waitFor();
  const stage = page.getByRole('region', { name: 'Diagram', exact: true });
  await stage.hover();
  await stage.locator('.still').waitFor({ state: 'detached' });
  await lengthen(page, next, steps);
  const slider = page.getByRole('slider', { name: 'Position in the run' });
  // Rounds that repeat are one click, so the same stretch is gone through until there are enough.
  const throughTheEnd = async (): Promise<readonly ClickTime[]> => {
    const times: ClickTime[] = [];
    while (times.length < CLICKS) {
      await slider.fill(String(steps - CLICKS));
      const more = await timedClicks(next, CLICKS - times.length);
      if (more.length === 0) throw new Error('Expected Next to lead on.');
      times.push(...more);
    }
    return times;
  };
  // The first clicks compile what they need; they are made and not counted.
  await throughTheEnd();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times = await throughTheEnd();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return times;
}

/** No link holds more, so the rest is clicked together. */
const LINK_STEPS = 200;

/** Takes steps until the run has as many: what is due, or a crash and a restart where it has come to rest. */
async function lengthen(page: Page, next: Locator, steps: number): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Position in the run' });
  const handle = await slider.elementHandle();
  const clicked = next.evaluate(
    async (button, { wanted, range }) => {
      const nextFrame = async (): Promise<unknown> => new Promise((begun) => requestAnimationFrame(begun));
      const have = (): number => (range instanceof HTMLInputElement ? Number(range.value) : wanted);
      const whatIf = (): HTMLElement | undefined =>
        [...document.querySelectorAll<HTMLElement>('.whatif button')].find(({ textContent }) =>
          /^(?:Crash|Restart)/.test(textContent),
        );
      for (let tries = 0; have() < wanted && tries < 3 * wanted; tries += 1) {
        const isAtRest = button instanceof HTMLButtonElement && button.disabled;
        // What is offered instead follows after the paint.
        if (isAtRest) {
          await nextFrame();
          await nextFrame();
        }
        const pressed = isAtRest ? whatIf() : button;
        if (pressed instanceof HTMLElement) pressed.click();
        if (tries % 20 === 0) await nextFrame();
        else await Promise.resolve();
      }
    },
    { wanted: steps, range: handle },
  );
  await within(PATIENCE_S, `the page to take ${steps} steps`, clicked);
  const reached = Number(await slider.inputValue());
  if (reached !== steps) throw new Error(`Expected a run of ${steps} steps in the page; got ${reached}.`);
}

/**
 * A click at the very beginning of a frame, until that frame is painted: what a reader waits for, without the wait for the
 * screen's own rhythm, which is the same for every page. It counts the main thread's work, from the event to the end of the
 * frame's paint, and whatever it was made to do before it could answer. At the end of the run there are no more.
 */
async function timedClicks(button: Locator, clicks: number): Promise<readonly ClickTime[]> {
  const timed = button.evaluate(timesOfClicks, { count: clicks, patienceMs: PANEL_PATIENCE_MS });
  return within(PATIENCE_S, `${clicks} clicks on Next to be painted`, timed);
}

/** Minutes for what takes seconds on a slow machine. */
const PATIENCE_S = 180;
/** For the panel that tells of one step. */
const PANEL_PATIENCE_MS = 20_000;

interface Clicks {
  readonly count: number;
  readonly patienceMs: number;
}

/** Runs in the page. */
async function timesOfClicks(element: Element, { count, patienceMs }: Clicks): Promise<readonly ClickTime[]> {
  const nextFrame = async (): Promise<unknown> => new Promise((begun) => requestAnimationFrame(begun));
  const paint = async (): Promise<void> => {
    const { port1, port2 } = new MessageChannel();
    await new Promise((seen) => {
      port1.addEventListener('message', seen);
      port1.start();
      port2.postMessage(null);
    });
  };
  const log = document.querySelector('.happened');
  if (log === null) throw new Error('Expected the panel that tells what happened to be open.');
  const times: ClickTime[] = [];
  for (let done = 0; done < count && !element.matches(':disabled'); done += 1) {
    const said = element.textContent;
    const told = new Promise<void>((changed, fail) => {
      // A step that the panel does not tell of would be waited for, for ever.
      const late = setTimeout(() => {
        fail(new Error(`Expected the panel to change after click ${done + 1} on “${said}”.`));
      }, patienceMs);
      const observer = new MutationObserver(() => {
        clearTimeout(late);
        observer.disconnect();
        changed();
      });
      observer.observe(log, { childList: true, subtree: true, characterData: true });
    });
    await nextFrame();
    const begun = performance.now();
    if (element instanceof HTMLElement) element.click();
    await paint();
    const paintedMs = performance.now() - begun;
    await told;
    await nextFrame();
    await paint();
    times.push({ paintedMs, followedMs: performance.now() - begun });
    // A reader does not click in every frame; the acting of the step goes on meanwhile.
    for (let frames = 0; frames < 3; frames += 1) await nextFrame();
  }
  return times;
}

/** Everything that the browser fetches for a reader who does nothing, whatever the gates call it. */
export async function loadRows({ browser, address }: Site): Promise<readonly Row[]> {
  const visits = [
    { name: 'a visit', query: '?lang=zh', atMost: 165 },
    { name: 'an embed', query: '?lang=zh&embed=1', atMost: 150 },
  ];
  const rows: Row[] = [];
  for (const { name, query, atMost } of visits) {
    const files = await scriptsOf(browser, `${address}${query}`);
    const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    rows.push(
      measured(`JavaScript that ${name} loads in all, ${files.length} files, gzip`, bytes / 1_000, 'kB', { atMost }),
    );
  }
  return rows;
}

/** Long enough for what might come late. */
const QUIET_MS = 10_000;

/** The scripts that a first visit fetches. */
async function scriptsOf(browser: Browser, address: string): Promise<readonly Buffer[]> {
  // Nothing is remembered in a new context.
  const context = await browser.newContext();
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js') && response.ok()) responses.push(response);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(QUIET_MS);
  const files = new Map(await Promise.all(responses.map(async (each) => [each.url(), await each.body()] as const)));
  await context.close();
  return [...files.values()];
}
