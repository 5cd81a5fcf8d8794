/** React is published as CommonJS, of which a bundler can leave nothing out. As ES modules its parts are called by their own names. */

const FOR_PRODUCTION = /\.production\.js$/;
const DEFAULT_IMPORT = /^import (\w+) from/gm;
const TAKEN_APART = /^const \{ (\w+) \} = (\w+);/gm;

/** Of `index.js` and its like: it passes on what the file for production exports. Of that file: the same with `import` and `export`. */
export function asEsModule(code: string, id: string, notExported: readonly string[]): string {
  // Who asks for all of it at once gets it by name.
  if (id.endsWith('.mjs'))
    return code.replaceAll(DEFAULT_IMPORT, 'import * as $1 from').replaceAll(TAKEN_APART, 'const $1 = $2.$1;');
  if (FOR_PRODUCTION.test(id)) return rewritten(code, id, notExported);
  const [, file] = /require\('([./\w-]+\.production\.js)'\)/.exec(code) ?? [];
  if (file === undefined) throw new Error(`Expected ${id} to require a file for production.`);
  return `export * from '${file}';`;
}

function rewritten(code: string, id: string, notExported: readonly string[]): string {
  const imports: string[] = [];
  const body = code.replace(/^var ((?:\w+ = require\("[\w/-]+"\)[,;]\s*)+)/m, (_all, required: string) => {
    for (const [, name = '', from = ''] of required.matchAll(/(\w+) = require\("([\w/-]+)"\)/g))
      imports.push(`import * as ${name} from '${from}';`);
    return required.trimEnd().endsWith(',') ? 'var ' : '';
  });
  if (body.includes('require(')) throw new Error(`Expected ${id} to require at its beginning only.`);
  const names = [...new Set([...body.matchAll(/\bexports\.(\w+)/g)].map(([, name = '']) => name))];
  const exported = names.filter((name) => !notExported.includes(name));
  return [
    ...imports,
    names.reduce(withoutExports, body),
    `export { ${exported.map((name) => `${local(name)} as ${name}`).join(', ')} };`,
  ].join('\n');
}

/** What is written once is a constant, which may be left out; what is written again or read is a variable. */
function withoutExports(code: string, name: string): string {
  const places = new RegExp(`\\bexports\\.${name}\\b`, 'g');
  if (code.match(places)?.length === 1) return code.replace(places, () => `const ${local(name)}`);
  return `let ${local(name)};\n${code.replaceAll(places, () => local(name))}`;
}

/** A name of their own: many export what is called the same inside. */
function local(name: string): string {
  return `exported_${name}`;
}
