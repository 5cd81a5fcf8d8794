/**
 * What the first paint waits for: everything of the build but the workers, the other languages, and what is listed here
 * as lazy or as the stage. So a new chunk counts until somebody says that it does not.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ASSETS = 'dist/assets';
const LANGUAGE = /^language-.*\.js$/;
/** Chunks that only an action of the reader loads. */
const LAZY = /^(?:worker|Actions|ScenarioMenu|SettingsMenu|SharePanel|State|WhyNot)-/;
/** Chunks that come after the first paint: the stage with React Flow, and the sequence diagram. */
const STAGE = /^(?:Diagram|Sequence)-/;
/** React alone is bigger than this: a smaller first load means that the gate looks at the wrong files. */
const BYTES_MIN = 150_000;

const all = existsSync(ASSETS) ? readdirSync(ASSETS).filter((file) => !LAZY.test(file)) : [];
const files = all.filter((file) => !STAGE.test(file));
const languages = files.filter((file) => LANGUAGE.test(file)).toSorted((a, b) => bytesOf(b) - bytesOf(a));

export default [
  { name: 'JavaScript at first load', path: scripts(), limit: '165 kB', gzip: true },
  {
    name: 'CSS at first load',
    path: pathsOf(files.filter((file) => file.endsWith('.css'))),
    limit: '12 kB',
    gzip: true,
  },
  {
    name: 'JavaScript of the stage, after the first paint',
    path: pathsOf(all.filter((file) => STAGE.test(file) && file.endsWith('.js'))),
    limit: '90 kB',
    gzip: true,
  },
];

function scripts(): string[] {
  const loaded = files.filter((file) => file.endsWith('.js') && !languages.slice(1).includes(file));
  const bytes = loaded.reduce((sum, file) => sum + bytesOf(file), 0);
  if (bytes < BYTES_MIN)
    throw new Error(`${ASSETS} has only ${bytes} bytes of JavaScript: build first, or mend this gate.`);
  return pathsOf(loaded);
}

function bytesOf(file: string): number {
  return statSync(join(ASSETS, file)).size;
}

function pathsOf(names: readonly string[]): string[] {
  return names.map((name) => join(ASSETS, name));
}
