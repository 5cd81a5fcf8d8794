/** `npm run recordings`: writes the shipped recordings anew from their raw logs. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsedRecording } from '../src/recordings/fixtures/known.testing.ts';
import { shippedRecordings } from '../src/recordings/shipped.ts';

const DATA = join(import.meta.dirname, '../src/recordings/data');

for (const { id } of shippedRecordings) {
  const { observations, ...head } = parsedRecording(id);
  const lines = observations.map((observation) => JSON.stringify(observation));
  const text = `${JSON.stringify(head).slice(0, -1)},"observations":[\n${lines.join(',\n')}\n]}\n`;
  writeFileSync(join(DATA, `${id}.json`), text);
}
