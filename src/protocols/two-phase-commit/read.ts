/** Worlds of this protocol with types: the one place that says what the roles' plain data are. */
import { remembered } from '../../engine/remembered.ts';
import type { Data, DataObject } from '../../engine/data.ts';
import type { RoleId } from '../../engine/model.ts';
import { inFlight, type World } from '../../engine/world.ts';
import type { CoordinatorContext, LogRecord } from './roles/coordinatorState.ts';
import type { ParticipantContext } from './roles/participantState.ts';
import {
  BENCHMARK_TX,
  COORDINATOR,
  COORDINATOR_PROCESS,
  PARTICIPANTS,
  type BranchState,
  type Fate,
} from './vocabulary.ts';
import { written } from '../shared/roleData.ts';

export interface TwoPhaseWorld {
  readonly world: World;
  readonly orders: readonly string[];
  readonly coordinator: SeenCoordinator;
  readonly participants: readonly SeenParticipant[];
}

/** What both kinds of coordinator can show. */
export interface SeenCoordinator {
  readonly isDown: boolean;
  readonly phase: 'idle' | 'collecting' | 'deciding' | 'announcing' | Fate;
  /** The transaction that is being decided. */
  readonly tx: string | null;
  /** Who has voted yes on it. */
  readonly votes: readonly RoleId[];
  readonly log: readonly LogRecord[];
  readonly awaited: { readonly [tx: string]: readonly RoleId[] };
}

export interface SeenParticipant {
  readonly role: RoleId;
  readonly isDown: boolean;
  readonly branches: { readonly [tx: string]: BranchState };
  /** The transaction that holds its locks. */
  readonly holder: string | null;
  readonly late: readonly string[];
  readonly byHand: readonly string[];
}

/** The same answer object for the same world. */
export const read = remembered((world: World): TwoPhaseWorld => ({
  world,
  orders: placedOrders(world),
  // read only when it is asked for: an exploration remembers answers by what was read
  get coordinator() {
    return readCoordinator(world);
  },
  participants: PARTICIPANTS.flatMap((role) => (world.roles[role] === undefined ? [] : [readParticipant(world, role)])),
}));

/** What customers have asked for so far; the benchmark has one transaction from the start. */
export function placedOrders(world: World): readonly string[] {
  return isBenchmark(world) ? [BENCHMARK_TX] : (dataOf(world, COORDINATOR) as CoordinatorContext).placed;
}

function isBenchmark(world: World): boolean {
  const data = dataOf(world, PARTICIPANTS[0]);
  return data === null || !('rows' in data);
}

/** Whether a message about a transaction is on its way to a participant. */
export function isTold(world: World, role: RoleId, tx: string, types: readonly string[]): boolean {
  return inFlight(world, COORDINATOR, role).some((message) => message['tx'] === tx && types.includes(message.type));
}

// The roles' machines are the only writers of their data, so the casts say what is there.
function readCoordinator(world: World): SeenCoordinator {
  const isDown = world.crashed.includes(COORDINATOR_PROCESS);
  const data = dataOf(world, COORDINATOR);
  const phase = phaseOf(world.roles[COORDINATOR]?.value ?? null);
  if (isBenchmark(world)) {
    const votes = (data?.['received'] ?? []) as readonly RoleId[];
    return { isDown, phase, tx: BENCHMARK_TX, votes, log: [], awaited: {} };
  }
  const {
    tx = null,
    votes = [],
    log,
    awaited = {},
  } = data as Partial<CoordinatorContext> & Pick<CoordinatorContext, 'log'>;
  return { isDown, phase, tx, votes, log, awaited };
}

function phaseOf(value: Data): SeenCoordinator['phase'] {
  const text = JSON.stringify(value);
  const phase = PHASES.find(([state]) => text.includes(state));
  return phase === undefined ? 'idle' : phase[1];
}

const PHASES = [
  ['collecting', 'collecting'],
  ['deciding', 'deciding'],
  ['"ready"', 'deciding'],
  ['announcing', 'announcing'],
  ['committed', 'committed'],
  ['aborted', 'aborted'],
] as const;

function readParticipant(world: World, role: RoleId): SeenParticipant {
  const isDown = world.crashed.includes(role);
  const data = dataOf(world, role);
  if (data === null || !('rows' in data)) return readResourceManager(world, role, isDown);
  const { rows, late, tx, isPrepared, heuristics } = written<ParticipantContext>(data);
  const open: { readonly [tx: string]: BranchState } = tx === null ? {} : { [tx]: isPrepared ? 'prepared' : 'working' };
  return { role, isDown, branches: { ...rows, ...open }, holder: tx, late, byHand: Object.keys(heuristics) };
}

function readResourceManager(world: World, role: RoleId, isDown: boolean): SeenParticipant {
  const state = RM_STATES.find((value) => value === world.roles[role]?.value) ?? 'none';
  const holder = state === 'working' || state === 'prepared' ? BENCHMARK_TX : null;
  return { role, isDown, branches: { [BENCHMARK_TX]: state }, holder, late: [], byHand: [] };
}

const RM_STATES = ['working', 'prepared', 'committed', 'aborted'] as const;

/** A role's context, or what survives of it while its process is down. */
function dataOf(world: World, role: RoleId): DataObject | null {
  const local = world.roles[role];
  if (local === undefined) throw new Error(`Expected a role of two-phase-commit; got ${role}.`);
  return local.value === 'crashed' ? ((local.context['survived'] ?? null) as DataObject | null) : local.context;
}
