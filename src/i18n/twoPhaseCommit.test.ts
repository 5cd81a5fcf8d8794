import { describe } from 'vitest';
import type { Settings } from '../engine/model.ts';
import type { Timeline } from '../engine/timeline.ts';
import { twoPhaseCommit } from '../protocols/two-phase-commit/protocol.ts';
import { coordinator } from '../protocols/two-phase-commit/roles/coordinator.ts';
import { participant } from '../protocols/two-phase-commit/roles/participant.ts';
import { resourceManager } from '../protocols/two-phase-commit/roles/resourceManager.ts';
import { transactionManager } from '../protocols/two-phase-commit/roles/transactionManager.ts';
import { PARTICIPANTS } from '../protocols/two-phase-commit/vocabulary.ts';
import { runOf } from './runs.testing.ts';
import { itHasItsTexts } from './texts.testing.ts';

const run = (given: Settings, words: string): Timeline => runOf(twoPhaseCommit, given, words);
const crashes = PARTICIPANTS.flatMap((role) => [`crash~${role}`, `restart~${role}`]).join('.');
const VOTED = 'order.prepare~order-db.prepare.work~order-db.work.vote~order-db.vote';

/** Runs that chance seldom finds. */
const rareRuns: readonly Timeline[] = [
  run({ participants: '7' }, crashes),
  run({}, `${VOTED}.decide.force-commit~points-db.announce.commit~points-db.crash~points-db.crash~order-db`),
  run({}, 'order.prepare~order-db.prepare.work~points-db.work.timeout.vote~order-db'),
];

describe('texts of two-phase commit', { timeout: 60_000 }, () => {
  itHasItsTexts({
    protocol: twoPhaseCommit,
    machines: [coordinator, participant, resourceManager, transactionManager],
    sharedMachines: [],
    rareRuns,
    rareChoices: ['refuse', 'force-commit', 'force-rollback'],
    ids: PARTICIPANTS,
  });
});
