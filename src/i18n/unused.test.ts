import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { protocolIds } from '../protocols/loaders.ts';
import { loadAllTexts, protocolShelves, shelfNames, textsOf } from './shelves.ts';

const SOURCE = join(import.meta.dirname, '..');

/** All that is no text and no test. */
const program = globSync('**/*.{ts,tsx}', { cwd: SOURCE })
  .filter((file) => !/^i18n\/(?:en|zh)\/|\.test(?:ing)?\.tsx?$/.test(file.replaceAll('\\', '/')))
  .map((file) => readFileSync(join(SOURCE, file), 'utf8'))
  .join('\n');
const literals = new Set([...program.matchAll(/'([^'\n]*)'/g)].map(([, literal = '']) => literal));
/** Keys that derive from what they name: `load-fault-${kind}` and `${claim}-why`. */
const beginnings = [...program.matchAll(/`([a-z][a-z-]*-)\$\{/g)].map(([, before = '']) => before);
const ends = [...program.matchAll(/\}(-[a-z-]*[a-z])`/g)].map(([, after = '']) => after);

/** Shelves whose keys begin with what they are about. */
const BY_SUBJECT: ReadonlySet<string> = new Set(['claims', 'stops', 'incidents']);

/** `loss` of `{@loss}`: another text of this shelf, `loss-0`, comes with this one. */
function referredTo(shelf: string): readonly string[] {
  const all = Object.values(textsOf('en', shelf) ?? {}).join('\n');
  return [...all.matchAll(/\{@([\w-]+)/g)].map(([, name = '']) => `${name}-`);
}

function isUsed(shelf: string, key: string): boolean {
  // The three answers of a question come with it.
  const asked = key.replace(/-[abc]$/, '-ask');
  return (
    literals.has(key) ||
    [...beginnings, ...referredTo(shelf)].some((before) => asked.startsWith(before)) ||
    (BY_SUBJECT.has(shelf) && ends.some((after) => asked.endsWith(after)))
  );
}

describe('the texts of the page', () => {
  beforeAll(loadAllTexts);

  it('[I10] have none that nothing uses, on any shelf', async () => {
    // Those are watched while they are read: [I5].
    const own = new Set<string>(protocolIds.flatMap((id) => protocolShelves(id)));
    const shelves = (await shelfNames('en')).filter((shelf) => !own.has(shelf));
    expect(shelves.length).toBeGreaterThan(15);
    for (const shelf of shelves)
      expect(Object.keys(textsOf('en', shelf) ?? {}).filter((key) => !isUsed(shelf, key))).toEqual([]);
    expect(isUsed('load', 'load-curve-why')).toBe(false);
  });
});
