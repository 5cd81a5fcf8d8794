/** What the page loads first: the script of index.html and what it preloads, not the lazy chunks and the workers. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = 'dist/index.html';
/** React alone is bigger than this: a smaller first load means that the gate looks at the wrong files. */
const BYTES_MIN = 150_000;

const html = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';

export default [
  { name: 'JavaScript at first load', path: scripts(), limit: '165 kB', gzip: true },
  {
    name: 'CSS at first load',
    path: loaded(/<link[^>]+rel="stylesheet"[^>]*href="([^"]+)"/g),
    limit: '12 kB',
    gzip: true,
  },
];

function scripts(): string[] {
  const files = loaded(/<(?:script[^>]+src|link[^>]+rel="modulepreload"[^>]*href)="([^"]+)"/g);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  if (bytes < BYTES_MIN)
    throw new Error(`${PAGE} loads only ${bytes} bytes of JavaScript: build first, or mend this gate`);
  return files;
}

function loaded(pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => join('dist', match[1] ?? ''));
}
