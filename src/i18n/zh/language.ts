import type { Catalogue } from '../text.ts';
import { zhPage } from './page.ts';

export const zhCatalogue: Catalogue = { page: zhPage, protocols: {} };
