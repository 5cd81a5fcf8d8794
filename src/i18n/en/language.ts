import type { Catalogue } from '../text.ts';
import { enHalfMessage } from './halfMessage.ts';
import { enLocalMessageTable } from './localMessageTable.ts';
import { enPage } from './page.ts';
import { enPlainMq } from './plainMq.ts';
import { enTwoPhaseCommit } from './twoPhaseCommit.ts';

export const enCatalogue: Catalogue = {
  page: enPage,
  protocols: {
    'half-message': enHalfMessage,
    'local-message-table': enLocalMessageTable,
    'plain-mq': enPlainMq,
    'two-phase-commit': enTwoPhaseCommit,
  },
};
