import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { plainImports, startFiles } from './scripts/chunks.ts';
import { preloadChosen } from './scripts/preload.ts';
import { inlineFavicon, inlineWorkers } from './scripts/singleFile.ts';

/** `vite build` makes the site; `vite build --mode single` makes one HTML file that also opens from a disk. */
export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  return {
    base: './',
    appType: 'mpa',
    plugins: [
      react(),
      ...(single
        ? [inlineWorkers(), viteSingleFile(), inlineFavicon('public/favicon.svg')]
        : [plainImports(), preloadChosen()]),
    ],
    // On a page opened from a disk a module worker does not start from a blob; a classic one does.
    worker: { format: single ? 'iife' : 'es' },
    build: {
      outDir: single ? 'dist-single' : 'dist',
      copyPublicDir: !single,
      // What size-limit measures.
      manifest: !single,
      // The page preloads by itself, and its style is one small sheet.
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: single ? {} : { output: { codeSplitting: { groups: startFiles } } },
    },
  };
});
