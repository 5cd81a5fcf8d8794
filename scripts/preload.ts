/** A Vite plugin that lets the browser fetch at once what the page will import in a moment. */
import type { Plugin, Rolldown } from 'vite';
import { FALLBACK_LANG, LANGS } from '../src/i18n/languages.ts';
import { restOf } from '../src/i18n/shelves.ts';
import { protocolIds } from '../src/protocols/loaders.ts';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** What the address chooses from, by name; a protocol's texts are called `half-message zh`. */
const MODULES: Readonly<Record<string, string>> = {
  app: 'src/app/main.tsx',
  embed: 'src/embed/main.tsx',
  ...Object.fromEntries([
    ...LANGS.map((lang) => [lang, `src/i18n/${lang}/page.ts`]),
    ...LANGS.map((lang) => [`app ${lang}`, `src/i18n/${lang}/explorer.ts`]),
    ...protocolIds.map((id) => [id, `src/protocols/${id}/protocol.ts`]),
    ...protocolIds.flatMap((id) => LANGS.map((lang) => [`${id} ${lang}`, `src/i18n/${lang}/${camelCase(id)}.ts`])),
    ...protocolIds
      .filter((id) => restOf(id).length > 0)
      .flatMap((id) => LANGS.map((lang) => [`${id} rest ${lang}`, `src/i18n/${lang}/${camelCase(id)}Rest.ts`])),
    ...protocolIds.map((id) => [`${id} runs`, `src/protocols/${id}/scenarios.ts`]),
  ]),
};

/**
 * index.html imports the page or the embed, and that imports a language and a protocol: each a round trip later than
 * needed. A few lines in the head make the same choices early and only preload, so a wrong guess costs a request. On a
 * static page, whose picture is there before any script, they wait until it is painted.
 */
export function preloadChosen(): Plugin {
  return {
    name: 'halfway-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (bundle === undefined) return [];
        const choices = { langs: LANGS, fallback: FALLBACK_LANG, firstProtocol: protocolIds[0] } satisfies Choices;
        const given = `${JSON.stringify(filesOf(bundle))}, ${JSON.stringify(choices)}`;
        return [{ tag: 'script', injectTo: 'head', children: `(${preload.toString()})(${given});` }];
      },
    },
  };
}

function camelCase(id: string): string {
  return id.replaceAll(/-(.)/g, (_match, letter: string) => letter.toUpperCase());
}

function filesOf(bundle: Bundle): Record<string, readonly string[]> {
  const chunks = Object.values(bundle).filter((output): output is Chunk => output.type === 'chunk');
  return Object.fromEntries(
    Object.entries(MODULES).map(([name, module]) => {
      const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
      if (chunk === undefined) throw new Error(`Expected a chunk of ${module} to preload.`);
      return [name, [...withImports(bundle, chunk.fileName, new Set())]];
    }),
  );
}

function withImports(bundle: Bundle, file: string, found: Set<string>): ReadonlySet<string> {
  const output = bundle[file];
  if (output?.type !== 'chunk' || found.has(file)) return found;
  found.add(file);
  for (const name of output.imports) withImports(bundle, name, found);
  return found;
}

interface Choices {
  readonly langs: readonly string[];
  readonly fallback: string;
  readonly firstProtocol: string;
}

/** Runs in the page, before everything else, and so says again what `langAmong` says. */
function preload(files: Record<string, readonly string[]>, { langs, fallback, firstProtocol }: Choices): void {
  const query = new URLSearchParams(location.search);
  const isEmbed = query.get('embed') === '1';
  // A static page lies deeper, speaks a language, opens a run, and brings its script and its sheet once it can be read.
  const { root = './', opens = '', entry, sheet } = document.documentElement.dataset;
  let lang = query.get('lang') ?? (root === './' ? null : document.documentElement.lang);
  try {
    if (!isEmbed) lang ??= JSON.parse(localStorage.getItem('halfway') ?? '{}').lang;
  } catch {
    // A frame without storage.
  }
  const wanted = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  lang ??= wanted.find((one) => one !== fallback && langs.includes(one)) ?? fallback;
  const asked = /v\d+\/([a-z0-9-]+)/.exec(location.hash || opens)?.[1] ?? firstProtocol;
  const part = isEmbed ? 'embed' : 'app';
  const names = [part, `${part} ${lang}`, lang, asked, `${asked} ${lang}`];
  // Any run but the undisturbed one.
  if (/[?&](?:do|set)=/.test(location.hash)) names.push(`${asked} rest ${lang}`, `${asked} runs`);
  const known = names.filter((name) => Object.hasOwn(files, name));
  const scripts = new Set(known.flatMap((name) => files[name] ?? []));
  if (entry === undefined || sheet === undefined) bringScripts();
  else if (isEmbed || document.visibilityState === 'hidden') bringAll(entry, sheet);
  else oncePainted(() => bringAll(entry, sheet));

  function bringScripts(): void {
    for (const file of scripts) link('modulepreload', file);
  }

  /** The explorer never stands there without its style. */
  function bringAll(script: string, style: string): void {
    const styled = link('stylesheet', style);
    link('modulepreload', script);
    bringScripts();
    const start = (): void => {
      const element = document.createElement('script');
      element.type = 'module';
      element.crossOrigin = '';
      element.src = root + script;
      document.head.append(element);
    };
    styled.addEventListener('load', () => onceRead(start));
    styled.addEventListener('error', () => onceRead(start));
  }

  function link(rel: string, file: string): HTMLLinkElement {
    const element = document.createElement('link');
    element.rel = rel;
    element.crossOrigin = '';
    element.href = root + file;
    document.head.append(element);
    return element;
  }

  /** Once the page has been read to its end: before, there may be no place for the explorer yet. */
  function onceRead(go: () => void): void {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', go);
    else go();
  }

  /** Once what was read is on the screen; where nothing is painted (a frame out of view), a second after all has been read. */
  function oncePainted(go: () => void): void {
    let isDue = true;
    const once = (): void => {
      if (isDue) go();
      isDue = false;
    };
    onceRead(() => {
      document.addEventListener('visibilitychange', once);
      setTimeout(once, 1_000);
      new PerformanceObserver((list) => {
        if (list.getEntriesByName('first-contentful-paint').length > 0) once();
      }).observe({ type: 'paint', buffered: true });
    });
  }
}
