/** The gates of `npm run size`, as numbers. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { measured, type Row } from './row.ts';

export async function sizeRows(): Promise<readonly Row[]> {
  // It reads the build as soon as it is imported, so the build has to be there first.
  const { default: gates } = await import('../../.size-limit.ts');
  return gates.map(({ name, path, limit }) => {
    const bytes = path.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    return measured(`${name}, gzip`, bytes / 1_000, 'kB', { atMost: Number.parseFloat(limit) });
  });
}
