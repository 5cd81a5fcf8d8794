import type { Catalogue } from '../text.ts';
import { zhHalfMessage } from './halfMessage.ts';
import { zhPage } from './page.ts';
import { zhTwoPhaseCommit } from './twoPhaseCommit.ts';

export const zhCatalogue: Catalogue = {
  page: zhPage,
  protocols: { 'half-message': zhHalfMessage, 'two-phase-commit': zhTwoPhaseCommit },
};
