import type { Catalogue } from '../text.ts';
import { zhHalfMessage } from './halfMessage.ts';
import { zhLocalMessageTable } from './localMessageTable.ts';
import { zhPage } from './page.ts';
import { zhPlainMq } from './plainMq.ts';
import { zhTwoPhaseCommit } from './twoPhaseCommit.ts';

export const zhCatalogue: Catalogue = {
  page: zhPage,
  protocols: {
    'half-message': zhHalfMessage,
    'local-message-table': zhLocalMessageTable,
    'plain-mq': zhPlainMq,
    'two-phase-commit': zhTwoPhaseCommit,
  },
};
