/** Writes the fidelity map that the page shows: what `explore map` says today. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAllTexts } from '../src/i18n/shelves.ts';
import { runCommandLine } from '../src/cli/run.ts';

await loadAllTexts();
const { out } = runCommandLine(['map', '--json']);
writeFileSync(join(import.meta.dirname, '../src/recordings/fidelity.json'), `${JSON.stringify(JSON.parse(out))}\n`);
