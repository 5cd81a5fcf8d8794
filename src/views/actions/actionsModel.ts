import { partsOf } from '../../engine/choiceClass.ts';
import { keyOf } from '../../engine/data.ts';
import { remembered } from '../../engine/remembered.ts';
import type { Step } from '../../engine/step.ts';
import type { ProcessId, RoleId } from '../../engine/model.ts';
import { actionsFor, type UserAction } from '../../player/actions.ts';
import { frameOf, nextOf, timelineOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';

/** What people do by its class (orders and outcomes, faults, repairs), and what is done to the system's parts. */
export type GroupKind = 'people' | 'faults' | 'repairs' | 'messages' | 'timers' | 'processes';

export interface ActionGroup {
  readonly kind: GroupKind;
  /** What each set of actions is about, in the order of the table of actions. */
  readonly items: readonly ActionItem[];
}

export interface ActionItem {
  readonly key: string;
  readonly step: Step;
  /** The named kind of a fault or a repair; null for everything else. */
  readonly kind: string | null;
  readonly actions: readonly EnabledAction[];
}

export type EnabledAction = UserAction & { readonly enabled: true };
export type DisabledAction = UserAction & { readonly enabled: false };

const KINDS: readonly GroupKind[] = ['people', 'faults', 'repairs', 'messages', 'timers', 'processes'];

/** Everything that a reader can do now, by what it is done to. */
export function actionGroups(state: SessionState): readonly ActionGroup[] {
  return groupsIn(actionsFor(state, null));
}

const groupsIn = remembered((actions: readonly UserAction[]): readonly ActionGroup[] => {
  const enabled = actions.filter(isEnabled);
  return KINDS.map((kind) => ({ kind, items: itemsOf(enabled.filter((action) => groupOf(action) === kind)) })).filter(
    ({ items }) => items.length > 0,
  );
});

function itemsOf(actions: readonly EnabledAction[]): ActionGroup['items'] {
  const keys = [...new Set(actions.map(subjectOf))];
  return keys.flatMap((key) => {
    const own = actions.filter((action) => subjectOf(action) === key);
    return own[0] === undefined ? [] : [{ key, step: own[0].step, kind: kindOf(own[0]), actions: own }];
  });
}

export function disabledActions(state: SessionState): readonly DisabledAction[] {
  return actionsFor(state, null).filter((action) => !action.enabled);
}

const SENSIBLE_MAX = 4;
const NEVER = 9;

/** The few actions that make sense at this point: what may go wrong right here, and what else could be decided. */
export function sensibleActions(state: SessionState): readonly EnabledAction[] {
  const next = nextOf(state);
  const involved = involvedProcesses(state, next);
  return actionsFor(state, null)
    .filter(isEnabled)
    .filter(({ step }) => next === null || keyOf(next) !== keyOf(step))
    .map((action) => ({ action, rank: rankOf(action.step, next, involved) }))
    .filter(({ rank }) => rank < NEVER)
    .sort((left, right) => left.rank - right.rank)
    .slice(0, SENSIBLE_MAX)
    .map(({ action }) => action);
}

function rankOf(step: Step, next: Step | null, involved: readonly ProcessId[]): number {
  switch (step.kind) {
    case 'restart':
      return 0;
    case 'crash':
      return step.crash === 'process' && involved.slice(0, 2).includes(step.process) ? 1 : NEVER;
    case 'drop':
      return isAbout(next, step) ? 2 : NEVER;
    case 'duplicate':
      return isAbout(next, step) ? 4 : NEVER;
    case 'choose':
      return next === null || actorOf(next) === step.role ? 3 : NEVER;
    case 'deliver':
    case 'fire':
      return NEVER;
  }
}

function isAbout(next: Step | null, step: Extract<Step, { kind: 'drop' | 'duplicate' }>): boolean {
  return next?.kind === 'deliver' && keyOf(next.message) === keyOf(step.message);
}

/** The role that a step lets act. */
function actorOf(step: Step): RoleId | null {
  switch (step.kind) {
    case 'deliver':
      return step.to;
    case 'fire':
    case 'choose':
      return step.role;
    case 'drop':
    case 'duplicate':
    case 'crash':
    case 'restart':
      return null;
  }
}

/** The processes that the last step and the next one touch, the next one first. */
function involvedProcesses(state: SessionState, next: Step | null): readonly ProcessId[] {
  const { engine } = timelineOf(state);
  const processOf = (role: string): readonly ProcessId[] =>
    engine.model.roles.filter(({ id }) => id === role).map(({ process }) => process);
  const touched = (step: Step | null): readonly ProcessId[] => {
    if (step === null) return [];
    switch (step.kind) {
      case 'deliver':
      case 'drop':
      case 'duplicate':
        return [...processOf(step.to), ...processOf(step.from)];
      case 'fire':
      case 'choose':
        return processOf(step.role);
      case 'crash':
      case 'restart':
        return [step.process];
    }
  };
  return [...new Set([...touched(next), ...touched(frameOf(state).step)])];
}

function isEnabled(action: UserAction): action is EnabledAction {
  return action.enabled;
}

export function groupOf({ step, class: choiceClass }: UserAction): GroupKind {
  switch (step.kind) {
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return 'messages';
    case 'fire':
      return 'timers';
    case 'choose':
      return choiceGroup(choiceClass);
    case 'crash':
    case 'restart':
      return 'processes';
  }
}

function choiceGroup(choiceClass: UserAction['class']): GroupKind {
  if (choiceClass === null) return 'people';
  switch (partsOf(choiceClass).of) {
    case 'order':
    case 'outcome':
      return 'people';
    case 'fault':
      return 'faults';
    case 'person':
      return 'repairs';
  }
}

function kindOf({ class: choiceClass }: UserAction): string | null {
  const parts = choiceClass === null ? null : partsOf(choiceClass);
  return parts !== null && 'kind' in parts ? parts.kind : null;
}

/** What a step is done to, as a key. */
function subjectOf(action: UserAction): string {
  const { step } = action;
  switch (step.kind) {
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return `${step.from}>${step.to} ${keyOf(step.message)}`;
    case 'fire':
      return `${step.role} ${step.delay}`;
    case 'choose':
      return [step.role, kindOf(action) ?? []].flat().join(' ');
    case 'crash':
    case 'restart':
      return step.process;
  }
}
