import { keyOf } from '../../engine/data.ts';
import type { Step } from '../../engine/step.ts';
import type { ProcessId } from '../../engine/model.ts';
import { actionsFor, type UserAction } from '../../player/actions.ts';
import { frameOf, nextOf, timelineOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';

export type GroupKind = 'people' | 'messages' | 'timers' | 'processes';

export interface ActionGroup {
  readonly kind: GroupKind;
  /** What each set of actions is about, in the order of the table of actions. */
  readonly items: readonly { readonly key: string; readonly step: Step; readonly actions: readonly EnabledAction[] }[];
}

export type EnabledAction = UserAction & { readonly enabled: true };
export type DisabledAction = UserAction & { readonly enabled: false };

const KINDS: readonly GroupKind[] = ['people', 'messages', 'timers', 'processes'];

/** Everything that a reader can do now, by what it is done to. */
export function actionGroups(state: SessionState): readonly ActionGroup[] {
  const enabled = actionsFor(state, null).filter(isEnabled);
  return KINDS.map((kind) => ({ kind, items: itemsOf(enabled.filter(({ step }) => kindOf(step) === kind)) })).filter(
    ({ items }) => items.length > 0,
  );
}

function itemsOf(actions: readonly EnabledAction[]): ActionGroup['items'] {
  const keys = [...new Set(actions.map(({ step }) => subjectOf(step)))];
  return keys.flatMap((key) => {
    const own = actions.filter(({ step }) => subjectOf(step) === key);
    return own[0] === undefined ? [] : [{ key, step: own[0].step, actions: own }];
  });
}

export function disabledActions(state: SessionState): readonly DisabledAction[] {
  return actionsFor(state, null).filter((action) => !action.enabled);
}

const SENSIBLE_MAX = 5;

/** The few actions that make sense at this point: what people may decide, and what may go wrong right here. */
export function sensibleActions(state: SessionState): readonly EnabledAction[] {
  const next = nextOf(state);
  const isNext = (step: Step): boolean => next !== null && keyOf(next) === keyOf(step);
  const involved = involvedProcesses(state, next);
  const rank = ({ step }: EnabledAction): number => {
    switch (step.kind) {
      case 'choose':
        return 0;
      case 'restart':
        return 1;
      case 'crash':
        return step.crash === 'process' && involved.includes(step.process) ? 2 + involved.indexOf(step.process) : 9;
      case 'drop':
        return next?.kind === 'deliver' && keyOf(next.message) === keyOf(step.message) ? 2 : 9;
      case 'duplicate':
        return next?.kind === 'deliver' && keyOf(next.message) === keyOf(step.message) ? 4 : 9;
      case 'deliver':
      case 'fire':
        return 9;
    }
  };
  return actionsFor(state, null)
    .filter(isEnabled)
    .filter((action) => !isNext(action.step) && rank(action) < 9)
    .sort((left, right) => rank(left) - rank(right))
    .slice(0, SENSIBLE_MAX);
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

function kindOf(step: Step): GroupKind {
  switch (step.kind) {
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return 'messages';
    case 'fire':
      return 'timers';
    case 'choose':
      return 'people';
    case 'crash':
    case 'restart':
      return 'processes';
  }
}

/** What a step is done to, as a key. */
function subjectOf(step: Step): string {
  switch (step.kind) {
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return `${step.from}>${step.to} ${keyOf(step.message)}`;
    case 'fire':
      return `${step.role} ${step.delay}`;
    case 'choose':
      return step.role;
    case 'crash':
    case 'restart':
      return step.process;
  }
}
