/** The rooms of the source tree and who may import whom (ARCHITECTURE.md). Type imports count like all others. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/** From the top down: no room imports from one below it. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  protocols: ['engine'],
  scenario: ['engine', 'protocols'],
  verifier: ['engine', 'protocols', 'scenario'],
  recordings: ['engine', 'protocols', 'scenario'],
  load: ['engine', 'protocols', 'scenario'],
  i18n: ['engine', 'protocols', 'scenario', 'recordings'],
  player: ['engine', 'protocols', 'scenario', 'verifier', 'load', 'i18n'],
  scene: ['engine', 'protocols', 'scenario', 'i18n'],
  exports: ['engine', 'protocols', 'scenario', 'i18n', 'scene'],
  ui: ['i18n'],
  views: [
    'engine',
    'protocols',
    'scenario',
    'verifier',
    'recordings',
    'load',
    'i18n',
    'player',
    'scene',
    'exports',
    'ui',
  ],
  app: [
    'engine',
    'protocols',
    'scenario',
    'verifier',
    'recordings',
    'load',
    'i18n',
    'player',
    'scene',
    'exports',
    'ui',
    'views',
  ],
  embed: [
    'engine',
    'protocols',
    'scenario',
    'verifier',
    'recordings',
    'load',
    'i18n',
    'player',
    'scene',
    'exports',
    'ui',
    'views',
  ],
  element: ['embed'],
  pages: ['engine', 'protocols', 'scenario', 'recordings', 'load', 'i18n', 'scene', 'exports', 'views'],
  markdown: ['engine', 'protocols', 'scenario', 'i18n', 'scene', 'exports'],
  live: ['engine', 'protocols', 'scenario', 'recordings'],
  cli: ['engine', 'protocols', 'scenario', 'verifier', 'recordings', 'load', 'scene', 'exports', 'i18n', 'live'],
};

/** Which files may use a library that stays in its place. */
const LIBRARIES: Readonly<Record<string, RegExp>> = {
  xstate: /^(?:engine\/xstateAdapter\.ts|protocols\/)/,
  react: /^(?:views|ui|app|embed|player)\/|^i18n\/use\w+\.ts$/,
  'react-dom': /^(?:app|embed)\//,
  '@xyflow/react': /^views\/diagram\//,
  zustand: /^(?:player|app|embed)\//,
};

/** The series and the number of an id that begins a test's title: `E` and `70` of `[E70]`. */
const TITLE_ID =
  /\b(?:it|test|describe)(?:\.\w+)*(?:\([^()]*\))?\(\s*['"`](?:\[[\w-]+\]\s*)*\[([A-Z][A-Z-]*)(\d+)[a-z]?\]/g;

/** A gate that looked at nothing has failed. Raise it as the tree grows. */
const FILES_MIN = 600;

interface Import {
  /** Path below src. */
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  /** What a relative specifier points to, below src; null for a package. */
  readonly target: string | null;
}

/** What is no import statement but loads a file all the same: workers, globs, and types by `import('…')`. */
const URL_OR_TYPE_IMPORT =
  /(?:new URL\(\s*|import\.meta\.glob\w*(?:<[^>]*>)?\(\s*|(?<!await )\bimport\(\s*)(['"])(?<specifier>\.[^'"]*)\1/g;

const root = resolve(import.meta.dirname);
const files = globSync('**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const imports = files.flatMap(importsOf);

/** The series of the rules of protocols: they may be tested wherever they show, for their meaning stands in the specification. */
const specified = new Set(
  globSync('protocols/*/SPEC.md', { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/\b([A-Z]+(?:-[A-Z]*)?)\d+\b/g)].map(([, series = '']) => series),
  ),
);

describe('architecture', () => {
  it('[A0] looks at the whole tree', () => {
    expect(files.length).toBeGreaterThanOrEqual(FILES_MIN);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('[A1] keeps every file in a known room', () => {
    const rooms = Object.keys(ROOMS);
    const strangers = files.filter((file) => !rooms.includes(roomOf(file)));
    expect(strangers).toEqual(['architecture.test.ts']);
  });

  it('[A2] lets a room import only from the rooms that its line permits', () => {
    const wrong = imports.filter(({ file, target }) => target !== null && !mayImport(file, target));
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('[A3] keeps a protocol within its own folder and protocols/shared', () => {
    const wrong = imports.filter(({ file, target }) => {
      const own = protocolOf(file);
      const other = target === null ? null : protocolOf(target);
      return own !== null && other !== null && other !== own && other !== 'shared';
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('[A4] keeps libraries in their places', () => {
    const wrong = imports.filter(({ file, specifier }) => {
      const place = LIBRARIES[packageOf(specifier)];
      return place !== undefined && !place.test(file) && !isTest(file);
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('[A5] never starts a machine', () => {
    const wrong = files.filter(
      (file) => file !== 'architecture.test.ts' && /\bcreateActor\b|\buseMachine\b/.test(read(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('[A6] imports project files with their extension', () => {
    const wrong = imports.filter(({ target }) => target !== null && !/\.(?:ts|tsx|css|json)(?:\?\w+)?$/.test(target));
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('[A7] stays inside src, and imports nothing from scripts or tests', () => {
    const wrong = imports.filter(
      ({ file, target }) => target !== null && (target.startsWith('..') || (isTest(target) && !isTest(file))),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('[A8] lets arrows only go up, and says so in ARCHITECTURE.md', () => {
    const rooms = Object.keys(ROOMS);
    const downward = Object.entries(ROOMS).filter(([room, permitted]) =>
      permitted.some((other) => !rooms.slice(0, rooms.indexOf(room)).includes(other)),
    );
    expect(downward).toEqual([]);
    expect(documentedRooms()).toEqual(Object.entries(ROOMS));
  });

  it('[A9] gives every id of a test to one place, in the tests of commands and of the whole page as well', () => {
    const places = new Map<string, Set<string>>();
    const beside = globSync('{e2e,scripts}/**/*.{test,spec}.ts', { cwd: join(root, '..'), exclude: isInstalled });
    for (const file of [...files.filter(isTest), ...beside.map((one) => `../${one.replaceAll('\\', '/')}`)]) {
      for (const [, series = '', number = ''] of read(file).matchAll(TITLE_ID)) {
        if (!specified.has(series)) {
          const id = series + number;
          places.set(id, (places.get(id) ?? new Set()).add(placeOf(file)));
        }
      }
    }
    expect(places.size).toBeGreaterThan(300);
    const shared = [...places].filter(([, where]) => where.size > 1);
    expect(shared.map(([id, where]) => `[${id}] in ${[...where].join(', ')}`)).toEqual([]);
  });

  it('[A9] gives every series of test ids to one room, so that none means two things', () => {
    const places = new Map<string, Set<string>>();
    for (const file of files.filter((one) => /\.(?:test|testing)\.tsx?$/.test(one))) {
      for (const [, series = ''] of read(file).matchAll(TITLE_ID)) {
        if (!specified.has(series))
          places.set(series, (places.get(series) ?? new Set()).add(protocolOf(file) ?? roomOf(file)));
      }
    }
    expect(places.size).toBeGreaterThan(10);
    const shared = [...places].filter(([, rooms]) => rooms.size > 1);
    expect(shared.map(([series, rooms]) => `[${series}…] in ${[...rooms].join(', ')}`)).toEqual([]);
  });
});

/** The table of ARCHITECTURE.md; a row may stand for two rooms. */
function documentedRooms(): readonly (readonly [room: string, permitted: readonly string[]])[] {
  const document = readFileSync(join(root, '../ARCHITECTURE.md'), 'utf8');
  const table: (readonly [string, readonly string[]])[] = [];
  for (const [, names = '', words = ''] of document.matchAll(/^\| ((?:`\w+\/`(?:, )?)+) \|.*\| (.+) \|$/gm)) {
    const above = table.map(([room]) => room);
    const permitted = words.startsWith('all') ? above : words.split(', ').filter((word) => word !== '–');
    for (const [, room = ''] of names.matchAll(/`(\w+)\/`/g)) table.push([room, permitted]);
  }
  return table;
}

function mayImport(file: string, target: string): boolean {
  const [from, to] = [roomOf(file), roomOf(target)];
  return from === to || (ROOMS[from] ?? []).includes(to);
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** The folder of a protocol, `shared` for the shared one, null for registry.ts and for what is outside. */
function protocolOf(file: string): string | null {
  return /^protocols\/([^/]+)\//.exec(file)?.[1] ?? null;
}

/** A room, a view of its own, a protocol, or what stands beside the sources. */
function placeOf(file: string): string {
  return (
    /^(?:views\/[^/]+|\.\.\/e2e|\.\.\/scripts(?:\/[^/]+(?=\/))?)/.exec(file)?.[0] ?? protocolOf(file) ?? roomOf(file)
  );
}

function isInstalled(path: string): boolean {
  return path.includes('node_modules');
}

function isTest(file: string): boolean {
  return /\.(?:test|testing)\.tsx?$/.test(file);
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function describeImport({ file, line, specifier }: Import): string {
  return `${file}:${line} imports ${specifier}`;
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function importsOf(file: string): Import[] {
  const source = read(file);
  const { module } = parseSync(file, source);
  const found = [
    ...module.staticImports.map(({ moduleRequest: { value, start } }) => ({ specifier: value, start })),
    ...module.staticExports
      .flatMap((statement) => statement.entries)
      .flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest]))
      .map(({ value, start }) => ({ specifier: value, start })),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      specifier: source.slice(start + 1, end - 1),
      start,
    })),
    ...[...source.matchAll(URL_OR_TYPE_IMPORT)].map(({ groups, index }) => ({
      specifier: groups?.['specifier'] ?? '',
      start: index,
    })),
  ];
  return found.map(({ specifier, start }) => ({
    file,
    line: source.slice(0, start).split('\n').length,
    specifier,
    target: /^\.{1,2}\//.test(specifier) ? normalize(join(dirname(file), specifier)).replaceAll('\\', '/') : null,
  }));
}
