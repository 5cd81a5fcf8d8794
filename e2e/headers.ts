import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `_headers` of a built site says for every path. */
export function headersForAll(site: string): Record<string, string> {
  const [, lines = ''] = /^\/\*\n((?: {2}.*\n)+)/m.exec(readFileSync(join(site, '_headers'), 'utf8')) ?? [];
  return Object.fromEntries(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', ...value] = line.trim().split(': ');
        return [name.toLowerCase(), value.join(': ')];
      }),
  );
}
