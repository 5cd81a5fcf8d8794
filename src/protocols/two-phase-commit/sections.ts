/** What the boxes of the diagram show of a world. */
import type { Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import type { Cell, Section, TextRef, Tone, Zoom } from '../protocol.ts';
import { read, type SeenCoordinator, type SeenParticipant, type TwoPhaseWorld } from './read.ts';
import { forcesLog, semanticsOf } from './settings.ts';
import { COORDINATOR, type BranchState } from './vocabulary.ts';

export function sections(
  world: World,
  settings: Settings,
  zoom: Zoom,
): { readonly [node: string]: readonly Section[] } {
  const seen = read(world);
  const participants = seen.participants.map((participant) => [
    participant.role,
    participantSections(participant, seen.orders, zoom),
  ]);
  return { [COORDINATOR]: coordinatorSections(seen, settings, zoom), ...Object.fromEntries(participants) };
}

function coordinatorSections(seen: TwoPhaseWorld, settings: Settings, zoom: Zoom): readonly Section[] {
  const { coordinator } = seen;
  const hasLog = semanticsOf(settings) === 'textbook';
  return [
    phaseStatus(coordinator),
    ...(coordinator.tx === null ? [] : [votesTable(seen)]),
    ...(hasLog && (zoom === 'internals' || coordinator.log.length > 0)
      ? [logQueue(coordinator, forcesLog(settings), zoom)]
      : []),
    ...(hasLog && zoom === 'internals' ? awaitedTable(coordinator) : []),
  ];
}

function status(id: string, title: string, text: TextRef, tone: Tone): Section {
  return { kind: 'status', id, title, text, tone };
}

function phaseStatus({ isDown, phase, tx }: SeenCoordinator): Section {
  if (isDown) return status('phase', 'section-decision', { key: 'status-gone' }, 'bad');
  const [key, tone] = PHASES[phase];
  return status('phase', 'section-decision', { key, values: { tx: tx ?? '' } }, tone);
}

const PHASES: { readonly [phase in SeenCoordinator['phase']]: readonly [key: string, tone: Tone] } = {
  idle: ['status-idle', 'plain'],
  collecting: ['status-collecting', 'half'],
  deciding: ['status-deciding', 'half'],
  announcing: ['status-announcing', 'good'],
  committed: ['status-decided-commit', 'good'],
  aborted: ['status-decided-abort', 'bad'],
};

function votesTable({ coordinator, participants }: TwoPhaseWorld): Section {
  const rows = participants.map(({ role }) => [
    { key: `role-${role}` },
    { key: coordinator.votes.includes(role) ? 'vote-yes' : 'vote-missing' },
  ]);
  const columns = ['column-participant', 'column-vote'];
  return { kind: 'table', id: 'votes', title: 'section-votes', columns, rows };
}

function logQueue({ log, isDown }: SeenCoordinator, isForced: boolean, zoom: Zoom): Section {
  const cells = log.map(({ kind, tx }): Cell => ({
    label: `${kind} ${tx}`,
    fate: kind === 'commit' ? 'visible' : 'settled',
    hint: { key: `cell-${kind}`, values: { tx } },
  }));
  const note = isForced ? 'note-forced' : 'note-memory-only';
  return {
    kind: 'queue',
    id: 'log',
    title: 'section-log',
    cells,
    ...(zoom === 'internals' || !isForced ? { note: { key: isDown && !isForced ? 'note-forgotten' : note } } : {}),
  };
}

function awaitedTable({ awaited }: SeenCoordinator): readonly Section[] {
  const rows = Object.entries(awaited).flatMap(([tx, roles]) => roles.map((role) => [tx, { key: `role-${role}` }]));
  if (rows.length === 0) return [];
  const columns = ['column-order', 'column-participant'];
  return [{ kind: 'table', id: 'awaited', title: 'section-awaited', columns, rows }];
}

function participantSections(participant: SeenParticipant, orders: readonly string[], zoom: Zoom): readonly Section[] {
  return [branchStatus(participant), rowsTable(participant, orders, zoom)];
}

function branchStatus({ isDown, branches, holder }: SeenParticipant): Section {
  const state = holder === null ? 'none' : (branches[holder] ?? 'none');
  if (isDown) {
    const key = state === 'prepared' ? 'status-gone-in-doubt' : 'status-gone';
    return status('branch', 'section-branch', { key, values: { tx: holder ?? '' } }, 'bad');
  }
  const [key, tone] = BRANCHES[state];
  return status('branch', 'section-branch', { key, values: { tx: holder ?? '' } }, tone);
}

const BRANCHES: { readonly [state in BranchState]: readonly [key: string, tone: Tone] } = {
  none: ['status-free', 'plain'],
  working: ['status-working', 'half'],
  prepared: ['status-in-doubt', 'check'],
  committed: ['status-free', 'plain'],
  aborted: ['status-free', 'plain'],
};

function rowsTable(participant: SeenParticipant, orders: readonly string[], zoom: Zoom): Section {
  const known = orders.filter((tx) => participant.branches[tx] !== undefined);
  if (zoom === 'concept') {
    const rows = known.map((tx) => [tx, rowText(participant, tx)]);
    return { kind: 'table', id: 'rows', title: 'section-rows', columns: ['column-order', 'column-state'], rows };
  }
  const rows = known.map((tx) => [
    tx,
    rowText(participant, tx),
    { key: participant.holder === tx ? 'lock-held' : 'lock-free' },
  ]);
  const columns = ['column-branch', 'column-state', 'column-locks'];
  return { kind: 'table', id: 'rows', title: 'section-branches', columns, rows };
}

function rowText({ branches, byHand }: SeenParticipant, tx: string): TextRef {
  const state = branches[tx] ?? 'none';
  return { key: byHand.includes(tx) ? `row-${state}-by-hand` : `row-${state}` };
}
