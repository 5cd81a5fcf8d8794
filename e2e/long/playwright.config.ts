import { defineConfig } from '@playwright/test';
import { configured } from '../configured.ts';

/** The second tier: `npm run test:long` runs it after a build. */
export default defineConfig(configured({ name: 'e2e-long', folder: 'long', limitMs: 900_000 }));
