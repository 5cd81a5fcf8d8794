/** `npm run statecharts`: lays out the statechart of every machine, after a machine or one of its texts has changed. */
import { writeFileSync } from 'node:fs';
import { loadAllTexts } from '../src/i18n/shelves.ts';
import { protocols } from '../src/protocols/registry.ts';
import { fileOf, layOut } from './statecharts/layouts.ts';

await loadAllTexts();
for (const protocol of protocols) writeFileSync(fileOf(protocol), await layOut(protocol));
