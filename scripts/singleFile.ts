/** Vite plugins that pull into the single HTML file what vite-plugin-singlefile leaves outside: workers and the icon. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const WORKER =
  /new Worker\(\s*new URL\(\s*(['"])(?<file>[^'"]+)\1,\s*import\.meta\.url\s*,?\s*\)\s*(?:,\s*\{[^}]*\})?\s*,?\s*\)/g;

/** A page opened from a disk may not load a worker from another file, so the worker travels as a string. */
export function inlineWorkers(): Plugin {
  return {
    name: 'halfway-inline-workers',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('node_modules') || !code.includes('new Worker(')) return null;
      const imports: string[] = [];
      const body = code.replace(WORKER, (_match, _quote: string, file: string) => {
        const name = `InlineWorker${imports.length}`;
        imports.push(`import ${name} from '${file}?worker&inline';`);
        return `new ${name}()`;
      });
      // The imports share the first line, so that line numbers stay.
      return imports.length === 0 ? null : { code: imports.join(' ') + body, map: null };
    },
  };
}

export function inlineFavicon(file: string): Plugin {
  const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync(file, 'utf8'))}`;
  return {
    name: 'halfway-inline-favicon',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace(/href="[^"]*favicon\.svg"/, `href="${icon}"`),
    },
  };
}
