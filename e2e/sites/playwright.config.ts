import { defineConfig } from '@playwright/test';
import { configured } from '../configured.ts';

/** `node scripts/sites.ts` installs and builds the sites, and then runs this. */
export default defineConfig(configured({ name: 'e2e-sites', folder: 'sites' }));
