/** What travels in one file, and how one file asks for another. */
import type { Plugin, Rolldown } from 'vite';

/** What the bundler knows of its modules. */
type Modules = Pick<Rolldown.PluginContext, 'getModuleInfo'>;

const APP = '/src/app/main.tsx';
const EMBED = '/src/embed/main.tsx';
/** A protocol is loaded when it is opened, and so are texts; which there are, a book says. */
const LATER = /\/src\/(?:protocols\/[^/]+|i18n\/[^/]+)\/(?!book\.ts$)/;

/** What nearly every protocol uses of the topic and its consumer; beliefs, faults, properties and what may be forgotten come with their questions. */
const DELIVERY =
  /\/src\/protocols\/shared\/(?!plainBroker|beliefs|deliveryBeliefs|code|consumerCode|faults|forgettings|localStates|premises|properties|queues)/;

/** What the first protocol begins with; its panels and questions read parts of it. One file, however many ask. */
const FIRST =
  /\/src\/protocols\/half-message\/(?:checkers|clean|diagram|kinds|ledger|model|packetLook|protocol|read|safeguards|sections|settings|stages|vocabulary|words|roles\/\w+)\.ts$/;

/** One file for what both the page and the embed start with, one for what the page adds; the rest is left to the bundler. */
export const startFiles = [
  { priority: 2, name: (id: string, modules: Modules) => (startsWith(id, modules, [APP, EMBED]) ? 'shared' : null) },
  { priority: 1, name: (id: string, modules: Modules) => (startsWith(id, modules, [APP]) ? 'app' : null) },
  { priority: 0, name: (id: string) => (FIRST.test(id) ? 'first' : null) },
];

/** Whether all these need the module at once, or will in a moment. */
function startsWith(id: string, modules: Modules, entries: readonly string[]): boolean {
  if (DELIVERY.test(id)) return true;
  if (LATER.test(id) || id.endsWith(APP)) return false;
  const users = usersOf(id, modules);
  return entries.every((entry) => users.some((user) => user.endsWith(entry)));
}

/** A module and all that import it at once, directly or not. */
function usersOf(id: string, modules: Modules): readonly string[] {
  const users = new Set([id]);
  for (const user of users) for (const importer of modules.getModuleInfo(user)?.importers ?? []) users.add(importer);
  return [...users];
}

/**
 * There is one style sheet and the page preloads by itself (preload.ts), so before an import there is nothing left to do:
 * what Vite wraps around each goes away again.
 */
export function plainImports(): Plugin {
  return {
    name: 'halfway-plain-imports',
    apply: 'build',
    transform: {
      filter: { id: /vite\/preload-helper\.js$/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
    renderChunk: {
      order: 'post',
      handler: (code) => ({
        code: WRAPPED.reduce((plain, wrapped) => plain.replaceAll(wrapped, bare), code),
        map: null,
      }),
    },
  };
}

/** As Vite writes it: an import as such, or of a few names. */
const WRAPPED = [
  /__vitePreload\(\(\) => (import\("[^"]+"\)), __VITE_PRELOAD__, import\.meta\.url\)/g,
  /__vitePreload\(async \(\) => \{\s*const \{[^}]*\} = await (import\("[^"]+"\));\s*return \{[^}]*\};\s*\}, __VITE_PRELOAD__, import\.meta\.url\)/g,
];

/** On as many lines, so that source maps stay true. */
function bare(wrapped: string, plain: string): string {
  return plain + wrapped.replaceAll(/[^\n]/g, '');
}
