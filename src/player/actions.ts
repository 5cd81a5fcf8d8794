/**
 * The one table of what a reader can do to a world. Every button, context menu, touch sheet and keyboard command is made
 * from it.
 */
import { flatValues, keyOf } from '../engine/data.ts';
import { remembered } from '../engine/remembered.ts';
import { channelOf } from '../engine/wiring.ts';
import type { Refusal } from '../engine/enabled.ts';
import type { Engine } from '../engine/engine.ts';
import type { Choice, ChoiceClass, ProcessSpec, RoleId } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { Frame, Packet } from '../engine/timeline.ts';
import { isCrashed } from '../engine/world.ts';
import type { Protocol, TextRef } from '../protocols/protocol.ts';
import { frameOf, protocolOf, timelineOf } from './selectors.ts';
import type { Selection, SessionState } from './session.ts';

/** Texts of the page, or of the protocol. */
export type ActionLabel =
  | { readonly from: 'page'; readonly key: ActionKey }
  | { readonly from: 'protocol'; readonly ref: TextRef };

export type ActionKey =
  | 'action-deliver'
  | 'action-drop'
  | 'action-duplicate'
  | 'action-fire'
  | 'action-crash-process'
  | 'action-crash-machine'
  | 'action-restart';

interface ActionBase {
  /** Unique within one answer of `actionsFor`, and the same as long as the step is the same. */
  readonly id: string;
  readonly step: Step;
  /** Where a choice of a person belongs; null for every other step. */
  readonly class: ChoiceClass | null;
  readonly label: ActionLabel;
  readonly tone: 'main' | 'plain' | 'danger';
}

export type UserAction = ActionBase & ({ readonly enabled: true } | { readonly enabled: false; readonly why: Refusal });

type Look = Pick<ActionBase, 'step' | 'class' | 'label' | 'tone'>;
type Position = Parameters<typeof frameOf>[0];

/** What can be done to the selected thing at the cursor, or to anything when nothing is selected. */
export function actionsFor(
  state: Position & Pick<SessionState, 'zoom'>,
  selection: Selection | null,
): readonly UserAction[] {
  const { engine } = timelineOf(state);
  const frame = frameOf(state);
  if (selection === null) return allActions(engine, frame, protocolOf(state));
  return distinctActions(engine, frame, looksFor(state, engine, frame, selection));
}

/** What is offered beside Next, listed and refused is one answer. */
const allActions = remembered((engine: Engine, frame: Frame, protocol: Protocol) =>
  distinctActions(engine, frame, all(engine, frame, protocol)),
);

function distinctActions(engine: Engine, frame: Frame, looks: readonly Look[]): readonly UserAction[] {
  const actions = looks.map((each) => actionOf(engine, frame, each));
  return actions.filter(({ id }, index) => actions.findIndex((other) => other.id === id) === index);
}

function actionOf(engine: Engine, frame: Frame, shown: Look): UserAction {
  const why = engine.whyNot(frame.world, shown.step);
  const id = keyOf(shown.step);
  return why === null ? { id, ...shown, enabled: true } : { id, ...shown, enabled: false, why };
}

function all(engine: Engine, frame: Frame, protocol: Protocol): readonly Look[] {
  return [
    ...choiceLooks(engine, frame, protocol, () => true),
    ...frame.packets.flatMap((packet) => packetLooks(engine, packet)),
    ...frame.timers.map(({ role, delay }) => timerLook(role, delay)),
    ...engine.model.processes.flatMap((process) => processLooks(frame, process)),
  ];
}

function looksFor(
  state: Position & Pick<SessionState, 'zoom'>,
  engine: Engine,
  frame: Frame,
  selection: Selection,
): readonly Look[] {
  const protocol = protocolOf(state);
  switch (selection.kind) {
    case 'packet':
      return frame.packets.filter(({ id }) => id === selection.id).flatMap((packet) => packetLooks(engine, packet));
    case 'packets':
      // One of them is chosen first.
      return [];
    case 'timer':
      return [timerLook(selection.role, selection.delay)];
    case 'process':
      return engine.model.processes
        .filter(({ id }) => id === selection.id)
        .flatMap((process) => processLooks(frame, process));
    case 'node': {
      const node = protocol.diagram(state.settings, state.zoom).nodes.find(({ id }) => id === selection.id);
      if (node === undefined) return [];
      const isHere = (role: RoleId): boolean => node.roles.includes(role);
      return [
        ...choiceLooks(engine, frame, protocol, isHere),
        ...frame.timers.filter(({ role }) => isHere(role)).map(({ role, delay }) => timerLook(role, delay)),
        ...engine.model.processes
          .filter(({ id }) => id === node.process)
          .flatMap((process) => processLooks(frame, process)),
      ];
    }
  }
}

function packetLooks(engine: Engine, { from, to, message }: Packet): readonly Look[] {
  const deliver = look({ kind: 'deliver', from, to, message }, 'action-deliver', 'main');
  if (channelOf(engine.model, from, to).kind === 'set') return [deliver];
  return [
    deliver,
    look({ kind: 'drop', from, to, message }, 'action-drop', 'danger'),
    look({ kind: 'duplicate', from, to, message }, 'action-duplicate', 'plain'),
  ];
}

function timerLook(role: RoleId, delay: string): Look {
  return look({ kind: 'fire', role, delay }, 'action-fire', 'main');
}

function processLooks({ world }: Frame, { id, crashKinds }: ProcessSpec): readonly Look[] {
  if (isCrashed(world, id)) return [look({ kind: 'restart', process: id }, 'action-restart', 'main')];
  return crashKinds.map((crash) => look({ kind: 'crash', process: id, crash }, `action-crash-${crash}`, 'danger'));
}

function look(step: Step, key: ActionKey, tone: ActionBase['tone']): Look {
  return { step, class: null, label: { from: 'page', key }, tone };
}

/** All choices that make sense now, also those that the role refuses. */
function choiceLooks(
  engine: Engine,
  { world }: Frame,
  { words }: Protocol,
  isHere: (role: RoleId) => boolean,
): readonly Look[] {
  return engine.model
    .choices(world)
    .filter(({ role }) => isHere(role))
    .map((choice) => ({
      step: { kind: 'choose', role: choice.role, message: choice.message },
      class: choice.class,
      label: { from: 'protocol', ref: { key: choiceKey(words, choice), values: flatValues(choice.message) } },
      tone: choice.afterMs === null ? 'plain' : 'main',
    }));
}

function choiceKey(words: Protocol['words'], { message }: Choice): string {
  return `choice-${words.choice(message) ?? message.type}`;
}
