import { defineConfig } from '@playwright/test';
import { configured } from '../configured.ts';

/** `npm run e2e:slow`: everything of the first tier five times, with the processor slowed to a quarter. Nothing may fail. */
export default defineConfig({
  ...configured({ name: 'e2e-slow', ignored: ['long/**', 'sites/**'], slowdown: 4 }),
  repeatEach: 5,
});
