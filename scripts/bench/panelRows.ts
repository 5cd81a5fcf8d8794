/** The page while the verifier searches: how long a reader waits for an answer, and whether the page stays smooth. */
import type { Site } from './pageRows.ts';
import { measured, type Row } from './row.ts';
import { within } from './within.ts';

const FRAMES_PER_SECOND = 50;
const ANSWER_MS = 300;

interface Asked {
  readonly what: string;
  readonly link: string;
  readonly atMost?: number;
}

const ASKED: readonly Asked[] = [
  { what: 'plain messaging loses an order', link: 'v2/plain-mq', atMost: ANSWER_MS },
  {
    what: 'half messages without check-back lose an order',
    link: 'v2/half-message?set=check-back~off',
    atMost: ANSWER_MS,
  },
  { what: 'half messages lose no order', link: 'v2/half-message' },
];

export async function panelRows(site: Site): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { what, link, atMost } of ASKED) {
    const { ms, framesPerSecond } = await answered(site, link);
    rows.push(measured(`from the click to the answer: ${what}`, ms, 'ms', atMost === undefined ? {} : { atMost }));
    if (atMost !== undefined) continue;
    rows.push(measured('frames per second meanwhile', framesPerSecond, '', { atLeast: FRAMES_PER_SECOND }));
  }
  return rows;
}

/** Asks the first question of the panel, counting the frames until its answer is there. */
async function answered({ page, address }: Site, link: string): Promise<{ ms: number; framesPerSecond: number }> {
  await page.goto('about:blank');
  await page.goto(`${address}?lang=en&view=verify#${link}`);
  const button = page.getByRole('button', { name: 'Verify', exact: true });
  await button.waitFor();
  // The worker has loaded and compiled what it needs by the time a reader has read the question.
  await page.waitForTimeout(READING_MS);
  const answer = button.evaluate(async (element) => {
    const begun = performance.now();
    let frames = 0;
    if (element instanceof HTMLElement) element.click();
    while (document.querySelector('.answer') === null) {
      await new Promise((frame) => requestAnimationFrame(frame));
      frames += 1;
    }
    const ms = performance.now() - begun;
    return { ms, framesPerSecond: (frames / ms) * 1_000 };
  });
  return within(ANSWER_WITHIN_S, `an answer to ${link}`, answer);
}

const READING_MS = 1_500;
/** A search takes seconds. */
const ANSWER_WITHIN_S = 180;
