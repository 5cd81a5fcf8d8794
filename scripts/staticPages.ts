/** A Vite plugin that writes the static pages beside the built one, and with `SITE_URL` what needs an absolute address. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** Node loads these when the build has ended: the configuration of the server does not carry every protocol. */
const PARTS = {
  written: '../scripts/pages/write.ts',
} as const;

/** Into what the page says without scripts: the pages that need none. The single file has none beside it. */
const WITHOUT_SCRIPTS = [
  '<p lang="zh">不启用也能读：<a href="./zh/">每个推演的图与逐步文字</a>。</p>',
  '<p lang="en">Without it there is still <a href="./en/">every run as a picture and in numbered steps</a>.</p>',
].join('');

export function staticPages(): Plugin {
  let folder = 'dist';
  return {
    name: 'halfway-static-pages',
    apply: 'build',
    configResolved({ build }) {
      folder = build.outDir;
    },
    transformIndexHtml(html) {
      if (!NOSCRIPT_END.test(html)) throw new Error('Expected the page to say something without scripts.');
      return html.replace(NOSCRIPT_END, (end) => WITHOUT_SCRIPTS + end);
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler(error?: Error) {
        if (error !== undefined) return;
        const part: unknown = await import(pathToFileURL(join(import.meta.dirname, PARTS.written)).href);
        if (!hasWrite(part)) throw new Error('Expected a way to write pages.');
        const template = await readFile(join(folder, 'index.html'), 'utf8');
        const llms = await readFile(join(folder, 'llms.txt'), 'utf8');
        const complaints = await part.writePages(template, llms, async (file, content) => {
          const path = join(folder, file);
          await mkdir(join(path, '..'), { recursive: true });
          await writeFile(path, content);
        });
        for (const complaint of complaints) this.warn(complaint);
      },
    },
  };
}

const NOSCRIPT_END = /<\/main>\s*<\/noscript>/;

type Put = (file: string, content: string | Uint8Array) => Promise<void>;

interface Written {
  readonly writePages: (template: string, llms: string, put: Put) => Promise<readonly string[]>;
}

function hasWrite(part: unknown): part is Written {
  return typeof part === 'object' && part !== null && 'writePages' in part;
}
