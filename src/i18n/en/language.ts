import type { Catalogue } from '../text.ts';
import { enHalfMessage } from './halfMessage.ts';
import { enHalfMessageWhys } from './halfMessageWhys.ts';
import { enLocalMessageTable } from './localMessageTable.ts';
import { enLocalMessageTableWhys } from './localMessageTableWhys.ts';
import { enPage } from './page.ts';
import { enPlainMq } from './plainMq.ts';
import { enPlainMqWhys } from './plainMqWhys.ts';
import { enTwoPhaseCommit } from './twoPhaseCommit.ts';
import { enTwoPhaseCommitWhys } from './twoPhaseCommitWhys.ts';

export const enCatalogue: Catalogue = {
  page: enPage,
  protocols: {
    'half-message': { ...enHalfMessage, ...enHalfMessageWhys },
    'local-message-table': { ...enLocalMessageTable, ...enLocalMessageTableWhys },
    'plain-mq': { ...enPlainMq, ...enPlainMqWhys },
    'two-phase-commit': { ...enTwoPhaseCommit, ...enTwoPhaseCommitWhys },
  },
};
