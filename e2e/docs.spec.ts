import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGS, type Lang } from '../src/i18n/languages.ts';
import { remark } from 'remark';
import { remarkHalfway } from '../src/markdown/plugins.ts';
import { Explorer } from './explorer.ts';
import { hearWishes, isGrown } from './grownFrame.ts';
import { serve } from './serve.ts';
import { expect, test } from './test.ts';

/** The code in a guide, by language, in its order. */
function snippets(guide: string, language: string): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, '../docs', guide), 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, kind, code = '']) =>
    kind === language ? [code] : [],
  );
}

function guideIn(lang: Lang): string {
  return lang === 'en' ? 'embedding.md' : `embedding.${lang}.md`;
}

for (const lang of LANGS) {
  test(`[X65] the code in the guide to embedding (${lang}) does what it says, pasted into a page`, async ({
    page,
    baseURL,
  }) => {
    const site = (baseURL ?? '').replace('127.0.0.1', 'localhost');
    const [frame = '', element = ''] = snippets(guideIn(lang), 'html').map((code) =>
      code.replaceAll('https://HOST/', site),
    );
    const [onElement = '', onFrame = ''] = snippets(guideIn(lang), 'js');
    const around = (body: string): string =>
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A document</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
    const host = await serve({
      '/frame': { html: around(`${frame}<script>${onFrame}</script>`) },
      '/element': { html: around(`${element}<script type="module">${onElement}</script>`) },
    });
    try {
      const embed = new Explorer(page, { lang, place: page.frameLocator('iframe') });
      await hearWishes(page);
      await page.goto(`${host.origin}/frame`);
      await isGrown(page);
      await embed.next();
      await expect(page).not.toHaveTitle('A document');
      const logged: string[] = [];
      page.on('console', (message) => logged.push(message.text()));
      await page.goto(`${host.origin}/element`);
      await isGrown(page);
      await embed.next();
      await expect.poll(() => logged.some((line) => /^5\b.*: \S/.test(line))).toBe(true);
    } finally {
      await host.close();
    }
  });
}

test('[X65] the guides exist in every language, with the same code', () => {
  for (const guide of ['embedding', 'hosting', 'links'])
    for (const lang of LANGS.filter((other) => other !== 'en'))
      for (const kind of ['html', 'sh', 'js', 'mjs', 'md'])
        expect(snippets(`${guide}.${lang}.md`, kind).length).toBe(snippets(`${guide}.md`, kind).length);
});

for (const lang of LANGS) {
  test(`[X65] the link in the guide to embedding (${lang}) becomes a picture, and its checksum holds`, async () => {
    const [link = ''] = snippets(guideIn(lang), 'md');
    const made = await remark().use(remarkHalfway, { site: 'https://HOST/' }).process(link);
    expect(String(made)).toContain('](data:image/svg+xml;base64,');
  });
}
