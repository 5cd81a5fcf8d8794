/** The processes, roles and channels of the protocol, and what people may do to them. */
import type { ChannelSpec, Model, RoleId, Settings } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import type { ChoiceOf } from '../shared/kinds.ts';
import { completeSettings } from '../shared/settings.ts';
import { benchmarkModel } from './benchmarkModel.ts';
import type { OwnKinds } from './kinds.ts';
import { placedOrders } from './read.ts';
import { coordinator } from './roles/coordinator.ts';
import { durableCoordinator } from './roles/coordinatorState.ts';
import { participant } from './roles/participant.ts';
import { durableParticipant } from './roles/participantState.ts';
import { participantsOf, semanticsOf, settingSpecs } from './settings.ts';
import { COORDINATOR, COORDINATOR_PROCESS } from './vocabulary.ts';

/** Orders that a run can have. */
const ORDERS_MAX = 9;

export function twoPhaseCommitModel(given: Settings): Model {
  const settings = completeSettings(settingSpecs, given);
  switch (semanticsOf(settings)) {
    case 'textbook':
      return textbookModel(settings);
    case 'benchmark':
      return benchmarkModel(settings);
  }
}

function textbookModel(settings: Settings): Model {
  const participants = participantsOf(settings);
  return {
    protocol: 'two-phase-commit',
    settings,
    processes: [COORDINATOR_PROCESS, ...participants].map((id) => ({ id, crashKinds: ['process'] })),
    roles: [
      { id: COORDINATOR, process: COORDINATOR_PROCESS, machine: coordinator, durable: durableCoordinator },
      ...participants.map((id) => ({ id, process: id, machine: participant, durable: durableParticipant })),
    ],
    channels: participants.flatMap(channels),
    choices: (world) => choices(world, participants),
  };
}

/** Recovery is a request answered at once: a participant that is down does not hear it. Everything else is a message. */
function channels(participantRole: RoleId): readonly ChannelSpec[] {
  return [
    { from: COORDINATOR, to: participantRole, kind: 'multiset', coalesces: true, calls: ['recover'] },
    { from: participantRole, to: COORDINATOR, kind: 'multiset', coalesces: true, calls: ['held'] },
  ];
}

type OwnChoice = ChoiceOf<OwnKinds>;

function choices(world: World, participants: readonly RoleId[]): readonly OwnChoice[] {
  const placed = placedOrders(world).length;
  const order = { type: 'placeOrder', tx: `o${placed + 1}` };
  const place: readonly OwnChoice[] =
    placed < ORDERS_MAX
      ? [{ role: COORDINATOR, message: order, afterMs: placed === 0 ? PLACE_MS : null, class: 'order' }]
      : [];
  return [
    ...place,
    ...participants.flatMap((role): readonly OwnChoice[] => [
      { role, message: { type: 'refuse' }, afterMs: null, class: 'outcome', isOptional: true },
      { role, message: { type: 'heuristicCommit' }, afterMs: null, class: 'fault:heuristic-outcome' },
      { role, message: { type: 'heuristicRollback' }, afterMs: null, class: 'fault:heuristic-outcome' },
    ]),
  ];
}

const PLACE_MS = 300;
