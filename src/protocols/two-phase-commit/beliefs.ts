/** Who holds what of an order: two-phase commit. */
import { TRUTH, type Belief, type BeliefNotes } from '../shared/beliefs.ts';
import { read, type SeenCoordinator, type SeenParticipant } from './read.ts';
import { COORDINATOR, COORDINATOR_PROCESS, PARTICIPANTS } from './vocabulary.ts';

export const beliefs: BeliefNotes = {
  lanes: (roles) => [
    TRUTH,
    { id: COORDINATOR, process: COORDINATOR_PROCESS, about: 'decision' },
    ...PARTICIPANTS.filter((role) => roles.some(({ id }) => id === role)).map(
      (id) => ({ id, process: id, about: 'branch' }) as const,
    ),
  ],
  belief: (world, lane, order) => {
    const { coordinator, participants } = read(world);
    const participant = participants.find(({ role }) => role === lane);
    return participant === undefined ? coordinatorBelief(coordinator, order) : branchBelief(participant, order);
  },
  // TP-27: the commit record decides, before any database has heard of it.
  isDecided: (world, order) => hasRecord(read(world).coordinator, order, 'commit'),
};

/** The log is what it knows for sure; while it works on the transaction it also has the votes. */
function coordinatorBelief(coordinator: SeenCoordinator, order: string): Belief {
  const { isDown, phase, tx } = coordinator;
  if (hasRecord(coordinator, order, 'end')) return { says: ['coordinator-ended'], claim: 'committed' };
  if (hasRecord(coordinator, order, 'commit') || (!isDown && phase === 'committed'))
    return { says: ['coordinator-committed'], claim: 'committed' };
  if (!isDown && tx === order && phase === 'collecting') return { says: ['coordinator-collects'], claim: 'undecided' };
  if (!isDown && tx === order && (phase === 'deciding' || phase === 'announcing'))
    return { says: ['coordinator-decides'], claim: 'undecided' };
  // TP-28: no record means abort
  return { says: ['coordinator-no-record'], claim: 'not-committed' };
}

function hasRecord({ log }: SeenCoordinator, order: string, kind: 'commit' | 'end'): boolean {
  return log.some((record) => record.tx === order && record.kind === kind);
}

/** In doubt it may decide nothing by itself (TP-22); a person may, and then nobody else knows (TP-32). */
function branchBelief({ branches, byHand, isDown }: SeenParticipant, order: string): Belief {
  const branch = branches[order] ?? 'none';
  const hand = byHand.includes(order) ? (['branch-by-hand'] as const) : [];
  if (branch === 'none' && isDown) return { says: ['gone'], claim: null };
  return { says: [`branch-${branch}`, ...hand], claim: BRANCH_CLAIMS[branch] };
}

const BRANCH_CLAIMS = {
  none: null,
  working: 'undecided',
  prepared: 'undecided',
  committed: 'committed',
  aborted: 'not-committed',
} as const;
