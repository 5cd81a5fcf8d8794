/** Compares the databases, and says whether anything that could still change the comparison is on its way. */
import { isCrashed, type World } from '../../engine/world.ts';
import type { LedgerLine, OrderState, Verdict } from '../protocol.ts';
import { isTold, read, type SeenParticipant, type TwoPhaseWorld } from './read.ts';
import { COORDINATOR_PROCESS, type BranchState } from './vocabulary.ts';

export function ledger(world: World): readonly LedgerLine[] {
  const seen = read(world);
  const [orders, points] = seen.participants;
  return seen.orders.map((order) => ({
    order,
    state: stateOf(branchOf(orders, order)),
    points: branchOf(points, order) === 'committed' ? 1 : 0,
    verdict: verdictOf(seen, order),
  }));
}

function branchOf(participant: SeenParticipant | undefined, order: string): BranchState {
  return participant?.branches[order] ?? 'none';
}

function stateOf(branch: BranchState): OrderState {
  return branch === 'working' || branch === 'prepared' ? 'open' : branch;
}

function verdictOf(seen: TwoPhaseWorld, order: string): Verdict {
  if (isBlocked(seen, order)) return 'blocked';
  if (isUnderWay(seen, order)) return 'pending';
  const branches = seen.participants.map((participant) => branchOf(participant, order));
  if (branches.every((branch) => branch !== 'committed')) return 'consistent';
  if (branches.some((branch) => branch !== 'committed')) return branches[0] === 'committed' ? 'lost' : 'phantom';
  return seen.participants.some(({ late }) => late.includes(order)) ? 'late' : 'consistent';
}

/** TP-26: a participant is in doubt, the coordinator is down, and no decision is on its way. */
function isBlocked({ world, participants }: TwoPhaseWorld, order: string): boolean {
  const isWaiting = ({ role, branches }: SeenParticipant): boolean =>
    branches[order] === 'prepared' &&
    isCrashed(world, COORDINATOR_PROCESS) &&
    !isTold(world, role, order, ['commit', 'abort']);
  return participants.some(isWaiting);
}

/** Some branch is open, or will be: its request is on the way. */
function isUnderWay({ world, participants }: TwoPhaseWorld, order: string): boolean {
  return participants.some((participant) => {
    const branch = branchOf(participant, order);
    if (branch === 'none') return isTold(world, participant.role, order, ['prepare']);
    return branch === 'working' || branch === 'prepared';
  });
}
