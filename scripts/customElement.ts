/** A Vite plugin that builds `<halfway-explorer>` into one file of a name that never changes. */
import type { Plugin } from 'vite';

export function customElement(): Plugin {
  return {
    name: 'halfway-custom-element',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'src/element/halfwayExplorer.ts', fileName: 'halfway-explorer.js' });
    },
  };
}
