/** A Vite plugin that writes the static pages beside the built one, and with `SITE_URL` what needs an absolute address. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** Node loads these when the build has ended: the configuration of the server does not carry every protocol. */
const PARTS = {
  written: '../scripts/pages/write.ts',
} as const;

export function staticPages(): Plugin {
  let folder = 'dist';
  return {
    name: 'halfway-static-pages',
    apply: 'build',
    configResolved({ build }) {
      folder = build.outDir;
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

type Put = (file: string, content: string | Uint8Array) => Promise<void>;

interface Written {
  readonly writePages: (template: string, llms: string, put: Put) => Promise<readonly string[]>;
}

function hasWrite(part: unknown): part is Written {
  return typeof part === 'object' && part !== null && 'writePages' in part;
}
