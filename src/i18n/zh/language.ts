import type { Catalogue } from '../text.ts';
import { zhHalfMessage } from './halfMessage.ts';
import { zhHalfMessageWhys } from './halfMessageWhys.ts';
import { zhLocalMessageTable } from './localMessageTable.ts';
import { zhLocalMessageTableWhys } from './localMessageTableWhys.ts';
import { zhPage } from './page.ts';
import { zhPlainMq } from './plainMq.ts';
import { zhPlainMqWhys } from './plainMqWhys.ts';
import { zhTwoPhaseCommit } from './twoPhaseCommit.ts';
import { zhTwoPhaseCommitWhys } from './twoPhaseCommitWhys.ts';

export const zhCatalogue: Catalogue = {
  page: zhPage,
  protocols: {
    'half-message': { ...zhHalfMessage, ...zhHalfMessageWhys },
    'local-message-table': { ...zhLocalMessageTable, ...zhLocalMessageTableWhys },
    'plain-mq': { ...zhPlainMq, ...zhPlainMqWhys },
    'two-phase-commit': { ...zhTwoPhaseCommit, ...zhTwoPhaseCommitWhys },
  },
};
