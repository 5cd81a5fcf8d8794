/** What a visit loads before its reader does anything, read from the build's manifest, and what comes at the first sign of one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { LANGS } from './src/i18n/languages.ts';

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

/** What an address without a link shows: the first protocol, in a language of ours. */
const first = (lang: string): readonly string[] => [
  `src/i18n/${lang}/page.ts`,
  `src/i18n/${lang}/halfMessage.ts`,
  'src/protocols/half-message/protocol.ts',
];
const appIn = (lang: string) =>
  reach(['index.html', 'src/app/main.tsx', `src/i18n/${lang}/explorer.ts`, ...first(lang)]);
const embedIn = (lang: string) => reach(['index.html', 'src/embed/main.tsx', ...first(lang)]);
const app = appIn(LANGS[0]);
const flow = reach(['src/views/diagram/FlowCanvas.tsx']);
/** What `fetchPanels` fetches while nothing else is to be done. */
const panels = reach(
  [
    'ledger/Ledger',
    'happened/Happened',
    'actions/Actions',
    'state/State',
    'code/Code',
    'knows/Knows',
    'whynot/WhyNot',
    'verify/Verify',
  ].map((view) => `src/views/${view}.tsx`),
);

export default [
  ...LANGS.flatMap((lang) => [
    { name: `JavaScript of a visit (${lang})`, path: scriptsOf(appIn(lang)), limit: '144.5 kB', gzip: true },
    { name: `JavaScript of an embed (${lang})`, path: scriptsOf(embedIn(lang)), limit: '128.6 kB', gzip: true },
  ]),
  {
    name: 'JavaScript of panning, zooming and motion',
    path: scriptsOf(new Set([...flow].filter((key) => !app.has(key)))),
    limit: '70 kB',
    gzip: true,
  },
  {
    name: 'JavaScript of the panels, fetched when idle',
    path: scriptsOf(new Set([...panels].filter((key) => !app.has(key)))),
    limit: '60 kB',
    gzip: true,
  },
  { name: 'CSS that comes at once', path: [styleSheet()], limit: '18 kB', gzip: true },
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
