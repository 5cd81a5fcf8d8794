/** A Vite plugin that lets the browser fetch at once what the page will import in a moment. */
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** The two compositions that index.html chooses from, and the languages that each of them chooses from. */
const ENTRIES = { app: 'src/app/main.tsx', embed: 'src/embed/main.tsx' };
const LANGUAGES = { zh: 'src/i18n/zh/language.ts', en: 'src/i18n/en/language.ts' };

/**
 * index.html imports the page or the embed, and that imports a language: each a round trip later than needed. A few
 * lines in the head make the same choices early and only preload, so a wrong guess costs nothing but a request.
 */
export function preloadChosen(): Plugin {
  return {
    name: 'halfway-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (bundle === undefined) return [];
        const files = { ...filesOf(bundle, ENTRIES), ...filesOf(bundle, LANGUAGES) };
        return [{ tag: 'script', injectTo: 'head', children: `(${preload.toString()})(${JSON.stringify(files)});` }];
      },
    },
  };
}

function filesOf(bundle: Bundle, modules: Readonly<Record<string, string>>): Record<string, readonly string[]> {
  const chunks = Object.values(bundle).filter((output): output is Chunk => output.type === 'chunk');
  return Object.fromEntries(
    Object.entries(modules).map(([name, module]) => {
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
function preload(files: Record<string, readonly string[]>): void {
  const query = new URLSearchParams(location.search);
  const isEmbed = query.get('embed') === '1';
  let lang = query.get('lang');
  try {
    if (!isEmbed) lang ??= JSON.parse(localStorage.getItem('halfway') ?? '{}').lang;
  } catch {
    // A frame without storage.
  }
  lang ??= navigator.languages.some((language) => language.toLowerCase().startsWith('zh')) ? 'zh' : 'en';
  for (const file of [...(files[isEmbed ? 'embed' : 'app'] ?? []), ...(files[lang] ?? [])]) {
    const isStyle = file.endsWith('.css');
    const link = document.createElement('link');
    link.rel = isStyle ? 'preload' : 'modulepreload';
    if (isStyle) link.as = 'style';
    link.crossOrigin = '';
    link.href = `./${file}`;
    document.head.append(link);
  }
}
