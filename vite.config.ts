import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { preloadChosen } from './scripts/preload.ts';
import { inlineFavicon, inlineWorkers } from './scripts/singleFile.ts';

/** Each protocol is loaded when it is opened. */
const NOT_OF_A_PROTOCOL = /^(?!.*\/src\/protocols\/[^/]+\/)/;

/** `vite build` makes the site; `vite build --mode single` makes one HTML file that also opens from a disk. */
export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  return {
    base: './',
    appType: 'mpa',
    plugins: [
      react(),
      ...(single ? [inlineWorkers(), viteSingleFile(), inlineFavicon('public/favicon.svg')] : [preloadChosen()]),
    ],
    // On a page opened from a disk a module worker does not start from a blob; a classic one does.
    worker: { format: single ? 'iife' : 'es' },
    build: {
      outDir: single ? 'dist-single' : 'dist',
      copyPublicDir: !single,
      // What size-limit measures.
      manifest: !single,
      // What several chunks share travels as one file, not as twenty.
      ...(single
        ? {}
        : {
            rolldownOptions: {
              output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2, test: NOT_OF_A_PROTOCOL }] } },
            },
          }),
    },
  };
});
