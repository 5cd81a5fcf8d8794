/** A Vite plugin that puts beside the built commands what they read from files: the specification and the recordings. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FILES = ['protocols/half-message/SPEC.md', 'recordings/data'] as const;

/** `cli/map.ts` looks for them beside the folder of its own file. */
export function commandData(): Plugin {
  return {
    name: 'halfway-command-data',
    apply: 'build',
    async closeBundle() {
      for (const file of FILES) await cp(join('src', file), join('dist-cli', file), { recursive: true });
    },
  };
}
