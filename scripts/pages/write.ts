/** Everything that the build writes for the static pages, by file. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stageSvg, sequenceSvg } from '../../src/exports/svg.ts';
import { loadAllTexts } from '../../src/i18n/shelves.ts';
import { documentOf, oembedOf } from '../../src/pages/document.ts';
import { notFound } from '../../src/pages/notFound.ts';
import { staticPages } from '../../src/pages/registry.ts';
import { llmsOf, robotsOf, sitemapOf } from '../../src/pages/site.ts';
import { socialPicture } from '../../src/pages/socialPicture.ts';
import { pathOf } from '../../src/pages/staticPage.ts';
import { siteUrl } from './siteUrl.ts';
import { drawPng } from './drawPng.ts';
import { headersOf, policyOf } from './policy.ts';

type Put = (file: string, content: string | Uint8Array) => Promise<void>;

/** Gives what could not be made: a missing picture is told and breaks nothing. */
export async function writePages(template: string, llms: string, put: Put): Promise<readonly string[]> {
  await loadAllTexts();
  const pages = staticPages();
  const url = siteUrl(process.env['SITE_URL']);
  const complaints: string[] = [];
  const hasPictures = url !== null && complaintOf(() => drawPng(TRIAL), complaints) !== null;
  const site = { url, hasPictures, baseStyle: await baseStyle() };
  for (const page of pages) {
    const folder = pathOf(page);
    await put(`${folder}index.html`, documentOf(template, page, pages, site));
    if (page.run !== null) {
      await put(`${folder}picture.svg`, stageSvg(page.run, 'auto'));
      await put(`${folder}sequence.svg`, sequenceSvg(page.run, 'auto'));
      if (url !== null) await put(`${folder}oembed.json`, oembedOf(page, url));
    }
    const png = hasPictures ? complaintOf(() => drawPng(socialPicture(page)), complaints) : null;
    if (png !== null) await put(`${folder}social.png`, png);
  }
  await put('404.html', notFound(url));
  await put('_headers', headersOf(template));
  await put('csp.conf', `add_header Content-Security-Policy "${policyOf(template)}" always;\n`);
  await put('robots.txt', robotsOf(url));
  await put('llms.txt', llmsOf(llms, pages));
  if (url !== null) await put('sitemap.xml', sitemapOf(pages, url));
  return complaints;
}

/** The two sheets that every other one stands on. */
async function baseStyle(): Promise<string> {
  const folder = join(import.meta.dirname, '../../src/ui');
  const sheets = await Promise.all(['tokens.css', 'base.css'].map((name) => readFile(join(folder, name), 'utf8')));
  return sheets
    .join('')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ');
}

const TRIAL = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>';

function complaintOf(draw: () => Uint8Array, complaints: string[]): Uint8Array | null {
  try {
    return draw();
  } catch (error) {
    complaints.push(`A picture could not be made: ${String(error)}`);
    return null;
  }
}
