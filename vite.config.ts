import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { plainImports, startFiles } from './scripts/chunks.ts';
import { commandData } from './scripts/commandData.ts';
import { customElement } from './scripts/customElement.ts';
import { leanReact } from './scripts/leanReact.ts';
import { noActors } from './scripts/noActors.ts';
import { offline } from './scripts/offline.ts';
import { preloadChosen } from './scripts/preload.ts';
import { inlineFavicon, inlineWorkers } from './scripts/singleFile.ts';
import { staticPages } from './scripts/staticPages.ts';

/**
 * `vite build` makes the site; `--mode single` makes one HTML file that also opens from a disk; `--mode cli` makes the commands
 * and the plugins for who installs the package, where Node runs no TypeScript.
 */
export default defineConfig(({ mode, command }) => {
  if (mode === 'cli') return commands;
  const single = mode === 'single';
  return {
    base: './',
    appType: 'mpa',
    // React's own tools are for those who work on the page; nobody else carries what talks to them.
    define: command === 'build' ? { __REACT_DEVTOOLS_GLOBAL_HOOK__: 'undefined' } : {},
    plugins: [
      react(),
      noActors(),
      leanReact(),
      ...(single
        ? [inlineWorkers(), viteSingleFile(), inlineFavicon('public/favicon.svg')]
        : [plainImports(), preloadChosen(), customElement(), offline(), staticPages()]),
    ],
    // On a page opened from a disk a module worker does not start from a blob; a classic one does.
    worker: { format: single ? 'iife' : 'es', plugins: () => [noActors()] },
    build: {
      outDir: single ? 'dist-single' : 'dist',
      copyPublicDir: !single,
      sourcemap: !single,
      // What size-limit measures.
      manifest: !single,
      // The page preloads by itself, and its style is one small sheet.
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: single ? {} : { output: { codeSplitting: { groups: startFiles } } },
    },
  };
});

const commands: UserConfig = {
  ssr: { noExternal: true },
  plugins: [commandData()],
  build: {
    ssr: true,
    outDir: 'dist-cli/cli',
    target: 'node20',
    copyPublicDir: false,
    rolldownOptions: { input: { main: 'src/cli/main.ts', markdown: 'src/markdown/plugins.ts' } },
  },
};
