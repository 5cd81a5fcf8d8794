/** Lighthouse on every kind of page that is built, as a phone sees it: the median of three. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { headersForAll } from '../../e2e/headers.ts';
import { serve } from '../../e2e/serve.ts';
import { BROWSER_FLAGS } from '../browser.ts';
import { measured, missing, percentile, type Row } from './row.ts';

const SITE = 'dist';
const CLI = 'node_modules/lighthouse/cli/index.js';
const ROUNDS = 3;
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Below the address of the site, one of each kind; a static page paints its picture first. */
export const KINDS = [
  { name: 'explorer', path: '', performance: 98 },
  { name: 'protocol', path: 'zh/half-message/', performance: 98 },
  { name: 'named run', path: 'en/half-message/crash-after-local-commit/', performance: 98 },
  { name: 'incident', path: 'zh/incidents/order-lost/', performance: 98 },
  { name: 'page beside', path: 'en/claims/', performance: 98 },
] as const;

const Score = v.object({ score: v.number() });
const Audit = v.object({ score: v.nullish(v.number()), numericValue: v.optional(v.number()) });
const Report = v.object({
  categories: v.object({ performance: Score, accessibility: Score, 'best-practices': Score, seo: Score }),
  audits: v.record(v.string(), Audit),
});
export type Report = v.InferOutput<typeof Report>;

const TIMES = [
  { audit: 'first-contentful-paint', name: 'first contentful paint' },
  { audit: 'largest-contentful-paint', name: 'largest contentful paint' },
  { audit: 'total-blocking-time', name: 'total blocking time' },
  { audit: 'cumulative-layout-shift', name: 'cumulative layout shift, in thousandths' },
] as const;

/** Of the built site, served as a web server does: texts zipped, with the headers that the build wants. */
export async function lighthouseRows(browser: string): Promise<readonly Row[]> {
  if (!existsSync(CLI)) return [missing('Lighthouse', 'it is not installed')];
  const site = await serve({ '/': { folder: SITE, headers: headersForAll(SITE) } });
  const rows: Row[] = [];
  for (const kind of KINDS) rows.push(...(await rowsOf(kind, `${site.origin}/`, browser)));
  await site.close();
  return rows;
}

async function rowsOf(
  { name, path, performance }: (typeof KINDS)[number],
  address: string,
  browser: string,
): Promise<readonly Row[]> {
  const reports: Report[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const report = await reportOf(new URL(path, address).href, browser);
    if (typeof report === 'string') return [missing(`Lighthouse, ${name}`, report)];
    reports.push(report);
  }
  const scores = CATEGORIES.map((id) => {
    const values = reports.map(({ categories }) => categories[id].score * 100);
    const atLeast = id === 'performance' ? performance : 100;
    return measured(`Lighthouse mobile, ${name}, ${id}`, percentile(values, 0.5), '', { atLeast });
  });
  const times = TIMES.map(({ audit, name: time }) => {
    const factor = audit === 'cumulative-layout-shift' ? 1_000 : 1;
    const values = reports.map(({ audits }) => (audits[audit]?.numericValue ?? Number.NaN) * factor);
    return measured(`Lighthouse mobile, ${name}, ${time}`, percentile(values, 0.5), factor === 1 ? 'ms' : '');
  });
  return [...scores, ...times];
}

/** A report, or why there is none. The page is served from this process, so it must not be waited for idly. */
export async function reportOf(address: string, browser: string): Promise<Report | string> {
  const flags = ['--headless=new', ...BROWSER_FLAGS].join(' ');
  const categories = CATEGORIES.join(',');
  const args = [CLI, address, '--quiet', '--output=json', `--only-categories=${categories}`, `--chrome-flags=${flags}`];
  const options = { env: { ...process.env, CHROME_PATH: browser }, timeout: LIMIT_MS, maxBuffer: OUTPUT_MAX };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, options);
    return v.parse(Report, JSON.parse(stdout));
  } catch (error) {
    return error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);
  }
}

const LIMIT_MS = 120_000;
const OUTPUT_MAX = 64 * 1024 * 1024;
