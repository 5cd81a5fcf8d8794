/** The load lab as built, in Chromium: how much script a frame needs while it plays, and how fast the worker is there. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { writeLoad } from '../../src/load/link.ts';
import type { LoadRequest } from '../../src/load/messages.ts';
import { presetOf } from '../../src/load/presets.ts';
import { steady, type LoadScenario } from '../../src/load/settings.ts';
import type { Site } from './pageRows.ts';
import { measured, missing, percentile, type Row } from './row.ts';
import { scriptByFrameMs, sumMs, tasksOf, traced, untilPaintedMs } from './trace.ts';

const SCRIPT_MS = 4;
const TASK_MS = 50;
const ANSWER_MS = 16;
const COARSE_MS = 100;
const SECONDS_100_000 = 1;
const SECONDS_1_000_000 = 12;
const MB_1_000_000 = 500;
const PLAYED_MS = 4_000;
const CHANGES = 40;
const WARM_CHANGES = 8;
const ROUNDS = 5;
const PATIENCE_MS = 180_000;

export async function loadPageRows(site: Site): Promise<readonly Row[]> {
  // On a busy machine a preset takes its time; what counts is processor time.
  site.page.setDefaultTimeout(PATIENCE_MS);
  await open(site);
  const rows = [...(await playRows(site)), ...(await sliderRows(site))];
  const source = await workerOf(site);
  return [...rows, ...(await workerRows(site, source))];
}

/** Four protocols, in English, after everything has been simulated. */
async function open({ page, address }: Site): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${address}?lang=en#${writeLoad(presetOf('steady'))}`);
  await page.locator('.load-card').nth(3).waitFor();
  await simulated(page);
}

async function simulated(page: Page): Promise<void> {
  await page.locator('.load-progress progress').waitFor({ state: 'detached' });
}

async function playRows(site: Site): Promise<readonly Row[]> {
  const { page } = site;
  // Once for what is compiled on the way.
  await play(page);
  const main = await traced(site, () => play(page));
  const frames = scriptByFrameMs(main);
  const tasks = tasksOf(main).map((task) => sumMs([task]));
  return [
    measured(`script in a frame while it plays, 95th percentile of ${frames.length}`, percentile(frames, 0.95), 'ms', {
      atMost: SCRIPT_MS,
    }),
    measured('  mean', frames.reduce((sum, ms) => sum + ms, 0) / frames.length, 'ms'),
    measured('  longest', Math.max(...frames), 'ms'),
    measured('longest task of the main thread meanwhile', Math.max(...tasks), 'ms', { atMost: TASK_MS }),
    measured('  all that the main thread does, per frame', sumMs(tasksOf(main)) / frames.length, 'ms'),
  ];
}

/** For some seconds, from the beginning on. */
async function play(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'Clock' }).fill('0');
  const button = page.locator('.load-play');
  await countFrames(page, true);
  await button.click();
  await page.waitForTimeout(PLAYED_MS);
  await button.click();
  await countFrames(page, false);
}

/** The page asks for no frame while it plays: cursors move by themselves. So the bench asks for every one, to have them counted. */
async function countFrames(page: Page, isCounting: boolean): Promise<void> {
  await page.evaluate((wanted) => {
    document.documentElement.toggleAttribute('data-frames', wanted);
    const frame = (): void => {
      if (document.documentElement.hasAttribute('data-frames')) requestAnimationFrame(frame);
    };
    frame();
  }, isCounting);
}

/** A key on a slider, until the frame is painted with the bottleneck and the capacity; then what follows of the simulation. */
async function sliderRows(site: Site): Promise<readonly Row[]> {
  const { page } = site;
  await page.getByRole('slider', { name: 'points database cores' }).focus();
  // What they compile is in the first ones.
  const first = await slid(site, WARM_CHANGES);
  const { answers, main } = await slid(site, CHANGES);
  const tasks = tasksOf(main).map((task) => sumMs([task]));
  return [
    measured(`a slider’s computed answer, 95th percentile of ${CHANGES}`, percentile(answers, 0.95), 'ms', {
      atMost: ANSWER_MS,
    }),
    measured('  median', percentile(answers, 0.5), 'ms'),
    measured(
      `  longest of the ${WARM_CHANGES} before, in which scripts are compiled`,
      Math.max(...first.answers),
      'ms',
    ),
    measured('longest task of the main thread until all is simulated', Math.max(...tasks), 'ms', { atMost: TASK_MS }),
  ];
}

async function slid(site: Site, changes: number) {
  const { page } = site;
  const main = await traced(site, async () => {
    for (let change = 0; change < changes; change += 1) {
      const limits = await page.locator('.load-limits').first().innerText();
      await page.keyboard.press(change % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
      await painted(page);
      if ((await page.locator('.load-limits').first().innerText()) === limits)
        throw new Error('Expected the computed answer to be there.');
      await simulated(page);
    }
  });
  const answers = untilPaintedMs(main, 'keydown');
  if (answers.length !== changes)
    throw new Error(`Expected ${changes} keys to be followed by a frame, got ${answers.length}.`);
  return { main, answers };
}

/** Two frames; the simulation begins later. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1)
      await new Promise((begun) => requestAnimationFrame(() => setTimeout(begun)));
  });
}

/** The page's own worker, by its address. */
async function workerOf({ page, address }: Site): Promise<string> {
  const known = page.workers().map((worker) => worker.url());
  const found = known.find((url) => url.startsWith(address));
  if (found === undefined) throw new Error(`Expected the load page to have a worker, got ${known.join()}.`);
  return found;
}

async function workerRows(site: Site, source: string): Promise<readonly Row[]> {
  const run = async (scenario: LoadScenario, isCoarse: boolean, rounds: number): Promise<number> =>
    Math.min(...(await answeredMs(site.page, source, { id: 1, scenario, isCoarse }, rounds)));
  const long = (perS: number, orders: number): LoadScenario => ({
    ...presetOf('steady'),
    compared: ['half-message'],
    curve: steady(perS, orders / perS),
  });
  const coarse = await run(presetOf('steady'), true, ROUNDS);
  const hundred = await run(long(1_000, 100_000), false, ROUNDS);
  const before = await renderers(site);
  await run(long(1_000, 1_000_000), false, 1);
  const after = await renderers(site);
  // With what its compilers and collectors do beside it.
  const million = Math.max(...after.map(({ id, cpuTime }) => cpuTime - cpuTimeOf(before, id)));
  const peaks = (await Promise.all(after.map(async ({ id }) => peakMb(id)))).filter((mb) => mb !== null);
  return [
    measured(`a first, coarse answer for four protocols, in a warm worker, best of ${ROUNDS}`, coarse, 'ms', {
      atMost: COARSE_MS,
    }),
    measured(
      `100,000 orders, half-message, in a worker, with curves and log, best of ${ROUNDS}`,
      hundred / 1_000,
      's',
      {
        atMost: SECONDS_100_000,
      },
    ),
    measured('1,000,000 orders, half-message, in a worker, processor time', million, 's', {
      atMost: SECONDS_1_000_000,
    }),
    peaks.length === 0
      ? missing('  memory of the page’s process at most', 'the system does not tell')
      : measured('  memory of the page’s process at most', Math.max(...peaks), 'MB', { atMost: MB_1_000_000 }),
  ];
}

/** From a question to its answer, again and again in one worker; the first one compiles, and is made and not counted. */
async function answeredMs(
  page: Page,
  source: string,
  request: LoadRequest,
  rounds: number,
): Promise<readonly number[]> {
  const answer: unknown = await page.evaluate(
    async ({ url, asked, times }) => {
      const worker = new Worker(url, { type: 'module' });
      const once = async (): Promise<number> =>
        new Promise((resolve, reject) => {
          const begun = performance.now();
          const heard = ({ data }: MessageEvent<{ kind: string }>): void => {
            if (data.kind === 'progress') return;
            worker.removeEventListener('message', heard);
            if (data.kind === 'result') resolve(performance.now() - begun);
            else reject(new Error('Expected results.'));
          };
          worker.addEventListener('message', heard);
          worker.addEventListener('error', ({ message }) => reject(new Error(message)));
          worker.postMessage(asked);
        });
      const found: number[] = [];
      for (let round = 0; round <= times; round += 1) {
        const ms = await once();
        if (round > 0 || times === 1) found.push(ms);
        if (times === 1) break;
      }
      worker.terminate();
      return found;
    },
    { url: source, asked: request, times: rounds },
  );
  return v.parse(v.array(v.number()), answer);
}

interface Renderer {
  readonly id: number;
  /** Seconds of processor time until now. */
  readonly cpuTime: number;
}

async function renderers({ browser }: Site): Promise<readonly Renderer[]> {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  await client.detach();
  return processInfo.filter(({ type }) => type === 'renderer');
}

function cpuTimeOf(processes: readonly Renderer[], id: number): number {
  return processes.find((known) => known.id === id)?.cpuTime ?? 0;
}

/** Null where the system does not say. */
async function peakMb(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kb = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kb === undefined ? null : Number(kb) / 1_000;
}
