import { defineConfig } from '@playwright/test';
import { configured } from './e2e/configured.ts';

/** `npm run e2e`; the second tier and the slow run have their own in `e2e/long` and `e2e/slow`. */
export default defineConfig(configured({ name: 'e2e', ignored: ['long/**', 'sites/**'] }));
