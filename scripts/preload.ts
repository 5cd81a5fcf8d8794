/** A Vite plugin that lets the browser fetch at once what the page will import in a moment. */
import type { Plugin, Rolldown } from 'vite';
import { protocolIds } from '../src/protocols/loaders.ts';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** What the address chooses from, by name; a protocol's texts are called `half-message zh`. */
const MODULES: Readonly<Record<string, string>> = {
  app: 'src/app/main.tsx',
  embed: 'src/embed/main.tsx',
  zh: 'src/i18n/zh/page.ts',
  en: 'src/i18n/en/page.ts',
  ...Object.fromEntries(
    protocolIds.flatMap((id) => [
      [id, `src/protocols/${id}/protocol.ts`],
      [`${id} zh`, `src/i18n/zh/${camelCase(id)}.ts`],
      [`${id} en`, `src/i18n/en/${camelCase(id)}.ts`],
    ]),
  ),
};

/**
 * index.html imports the page or the embed, and that imports a language and a protocol: each a round trip later than
 * needed. A few lines in the head make the same choices early and only preload, so a wrong guess costs a request.
 */
export function preloadChosen(): Plugin {
  return {
    name: 'halfway-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (bundle === undefined) return [];
        const given = `${JSON.stringify(filesOf(bundle))}, ${JSON.stringify(protocolIds[0])}`;
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
  for (const name of output.viteMetadata?.importedCss ?? []) found.add(name);
  for (const name of output.imports) withImports(bundle, name, found);
  return found;
}

/** Runs in the page, before everything else. */
function preload(files: Record<string, readonly string[]>, firstProtocol: string): void {
  const query = new URLSearchParams(location.search);
  const isEmbed = query.get('embed') === '1';
  let lang = query.get('lang');
  try {
    if (!isEmbed) lang ??= JSON.parse(localStorage.getItem('halfway') ?? '{}').lang;
  } catch {
    // A frame without storage.
  }
  lang ??= navigator.languages.some((language) => language.toLowerCase().startsWith('zh')) ? 'zh' : 'en';
  const asked = /v\d+\/([a-z0-9-]+)/.exec(location.hash)?.[1] ?? firstProtocol;
  const names = [isEmbed ? 'embed' : 'app', lang, asked, `${asked} ${lang}`];
  const known = names.filter((name) => Object.hasOwn(files, name));
  for (const file of new Set(known.flatMap((name) => files[name] ?? []))) {
    const isStyle = file.endsWith('.css');
    const link = document.createElement('link');
    link.rel = isStyle ? 'preload' : 'modulepreload';
    if (isStyle) link.as = 'style';
    link.crossOrigin = '';
    link.href = `./${file}`;
    document.head.append(link);
  }
}
