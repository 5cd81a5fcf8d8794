import type { Catalogue } from '../text.ts';
import { enPage } from './page.ts';

export const enCatalogue: Catalogue = { page: enPage, protocols: {} };
