import type { Catalogue } from '../text.ts';
import { enHalfMessage } from './halfMessage.ts';
import { enPage } from './page.ts';
import { enTwoPhaseCommit } from './twoPhaseCommit.ts';

export const enCatalogue: Catalogue = {
  page: enPage,
  protocols: { 'half-message': enHalfMessage, 'two-phase-commit': enTwoPhaseCommit },
};
