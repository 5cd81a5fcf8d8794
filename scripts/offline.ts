/** A Vite plugin that builds the service worker into `sw.js`, with the names of all files of the build. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const FILE = 'sw.js';

export function offline(): Plugin {
  return {
    name: 'halfway-offline',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'src/app/offline/serviceWorker.ts', fileName: FILE });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[FILE];
        if (worker?.type !== 'chunk' || worker.imports.length > 0) throw new Error(`Expected ${FILE} as one script.`);
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('Expected the page in the build.');
        const files = filesOf(Object.keys(bundle));
        const version = createHash('sha256').update(files.join()).update(page.source).digest('hex').slice(0, 12);
        worker.code = `const HALFWAY_FILES=${JSON.stringify(files)},HALFWAY_VERSION=${JSON.stringify(version)};${worker.code}`;
      },
    },
  };
}

/** What a visit may ever ask for: the page itself first, the icon, scripts and styles. */
export function filesOf(built: readonly string[]): readonly string[] {
  return ['./', 'favicon.svg', ...built.filter((file) => /^assets\/.*\.(?:js|css)$/.test(file)).toSorted()];
}
