/** What a visit loads before its reader does anything, read from the build's manifest, and what comes at the first sign of one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const MANIFEST = 'dist/.vite/manifest.json';
const Manifest = v.record(
  v.string(),
  v.object({
    file: v.string(),
    imports: v.optional(v.array(v.string()), []),
  }),
);

if (!existsSync(MANIFEST)) throw new Error(`Expected ${MANIFEST}; run the build first.`);
const chunks = v.parse(Manifest, JSON.parse(readFileSync(MANIFEST, 'utf8')));

/** What an address without a link shows: the first protocol, in the language that weighs more. */
const FIRST = ['src/i18n/zh/page.ts', 'src/i18n/zh/halfMessage.ts', 'src/protocols/half-message/protocol.ts'];
const app = reach(['index.html', 'src/app/main.tsx', ...FIRST]);
const embed = reach(['index.html', 'src/embed/main.tsx', ...FIRST]);
const flow = reach(['src/views/diagram/FlowCanvas.tsx']);

export default [
  { name: 'JavaScript of a visit', path: scriptsOf(app), limit: '165 kB', gzip: true },
  { name: 'JavaScript of an embed', path: scriptsOf(embed), limit: '150 kB', gzip: true },
  {
    name: 'JavaScript of panning, zooming and motion',
    path: scriptsOf(new Set([...flow].filter((key) => !app.has(key)))),
    limit: '70 kB',
    gzip: true,
  },
  { name: 'CSS of every view', path: [styleSheet()], limit: '16 kB', gzip: true },
];

/** The chunks that these bring with them at once. One that is missing has moved: then this list is wrong. */
function reach(keys: readonly string[]): Set<string> {
  const reached = new Set(keys);
  for (const key of reached) for (const imported of chunkOf(key).imports) reached.add(imported);
  return reached;
}

function scriptsOf(keys: ReadonlySet<string>): string[] {
  return [...keys].map((key) => join('dist', chunkOf(key).file)).filter((file) => file.endsWith('.js'));
}

function styleSheet(): string {
  return join('dist', chunkOf('style.css').file);
}

function chunkOf(key: string): v.InferOutput<typeof Manifest>[string] {
  const chunk = chunks[key];
  if (chunk === undefined) throw new Error(`Expected ${key} in ${MANIFEST}.`);
  return chunk;
}
