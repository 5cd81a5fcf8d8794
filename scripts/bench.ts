/**
 * `npm run bench`: builds the page and prints what it costs and how fast everything is here, each number beside the bar that
 * it is held against. It fails when a bar is missed. With words as arguments it measures only those parts:
 * `npm run bench -- model verifier`.
 */
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { labRows } from './bench/labRows.ts';
import { libraryRows } from './bench/libraryRows.ts';
import { lighthouseRows } from './bench/lighthouseRows.ts';
import { loadPageRows } from './bench/loadPageRows.ts';
import { modelRows } from './bench/modelRows.ts';
import { clickRows, loadRows, type Site } from './bench/pageRows.ts';
import { panelRows } from './bench/panelRows.ts';
import { panelStepRows } from './bench/panelStepRows.ts';
import { peerRows } from './bench/peerRows.ts';
import { recordingRows } from './bench/recordingRows.ts';
import { printed, type Row } from './bench/row.ts';
import { sizeRows } from './bench/sizeRows.ts';
import { verifierRowsInNode, verifierRowsInWorker } from './bench/verifierRows.ts';
import { BROWSER_FLAGS, ensureBrowser } from './browser.ts';

const PARTS = ['model', 'recordings', 'verifier', 'peers', 'library', 'load', 'size', 'page', 'lighthouse'] as const;
type Part = (typeof PARTS)[number];

const asked = process.argv.slice(2);
const parts = PARTS.filter((part) => asked.length === 0 || asked.includes(part));
const misses: Row[] = [];

async function main(): Promise<void> {
  if (has('model')) show('Engine and links', modelRows());
  if (has('recordings')) show('Recordings of a real broker', await recordingRows());
  if (has('verifier')) show('Verifier in Node', verifierRowsInNode());
  if (has('peers')) show('Two-phase commit by others', peerRows());
  if (has('library')) show('Every protocol at one crash, one drop, one duplicate', libraryRows());
  if (has('load')) show('Load lab: speed, and presets beside what they must come to', labRows());
  if (!parts.some((part) => ['load', 'size', 'page', 'lighthouse', 'verifier'].includes(part))) return;
  await build({ logLevel: 'error' });
  if (has('size')) show('What the gates of `npm run size` count', await sizeRows());
  const executablePath = await ensureBrowser();
  const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  try {
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error('Expected the preview to have an address.');
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const site: Site = { browser, page: await context.newPage(), address };
    if (has('page')) {
      show('The page in Chromium', [...(await loadRows(site)), ...(await clickRows(site))]);
      show('What a panel adds to a step', await panelStepRows(site));
    }
    if (has('load')) show('The load lab in Chromium', await loadPageRows(site));
    if (has('verifier')) {
      show('Verifier in Chromium', [...(await verifierRowsInWorker(site)), ...(await panelRows(site))]);
    }
    await browser.close();
    if (has('lighthouse')) show('Lighthouse', await lighthouseRows(executablePath));
  } finally {
    await browser.close();
    await server.close();
  }
}

function has(part: Part): boolean {
  return parts.includes(part);
}

function show(title: string, rows: readonly Row[]): void {
  misses.push(...rows.filter(({ isHeld }) => isHeld === false));
  console.log(`\n${title}\n${printed(rows)}`);
}

await main();
console.log(misses.length === 0 ? '\nEvery bar is held.' : `\n${misses.length} missed: see MISS above.`);
process.exitCode = misses.length === 0 ? 0 : 1;
