import type { Catalogue } from '../text.ts';
import { zhHalfMessage } from './halfMessage.ts';
import { zhPage } from './page.ts';

export const zhCatalogue: Catalogue = { page: zhPage, protocols: { 'half-message': zhHalfMessage } };
