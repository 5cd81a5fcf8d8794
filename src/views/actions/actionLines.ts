/** The panel of actions in words: what each set of actions is about, and what its buttons say. */
import { namesOf } from '../../i18n/names.ts';
import type { Lang } from '../../i18n/languages.ts';
import { pageText, protocolText, topicText } from '../../i18n/text.ts';
import type { Step } from '../../engine/step.ts';
import type { Frame } from '../../engine/timeline.ts';
import { frameOf, protocolOf } from '../../player/selectors.ts';
import type { SessionState } from '../../player/session.ts';
import { durationText } from '../../scene/duration.ts';
import { actionGroups, type ActionItem, type GroupKind } from './actionsModel.ts';
import { actionText } from './actionText.ts';

export interface ActionLines {
  readonly kind: GroupKind;
  readonly lines: readonly ActionLine[];
}

/** Plain data: lines that say the same are equal, whichever step they stand at. */
export interface ActionLine {
  readonly key: string;
  readonly title: string;
  /** Beside the title. */
  readonly note: string | null;
  readonly buttons: readonly {
    readonly id: string;
    readonly label: string;
    readonly isDanger: boolean;
    readonly step: Step;
  }[];
}

export function actionLines(state: SessionState, lang: Lang): readonly ActionLines[] {
  const { id: protocol } = protocolOf(state);
  const frame = frameOf(state);
  return actionGroups(state).map(({ kind, items }) => ({
    kind,
    lines: items.map((item) => ({
      key: item.key,
      ...subjectOf(lang, protocol, frame, item),
      buttons: item.actions.map((action) => ({
        id: action.id,
        label: actionText(lang, protocol, action),
        isDanger: action.tone === 'danger',
        step: action.step,
      })),
    })),
  }));
}

function subjectOf(
  lang: Lang,
  protocol: string,
  { timers, timeMs }: Frame,
  { step, kind }: ActionItem,
): Pick<ActionLine, 'title' | 'note'> {
  const names = namesOf(lang, protocol);
  switch (step.kind) {
    case 'deliver':
    case 'drop':
    case 'duplicate': {
      const route = { from: names.role(step.from), to: names.role(step.to) };
      return { title: names.message(step.message), note: pageText(lang, 'actions-route', route) };
    }
    case 'fire': {
      const timer = timers.find(({ role, delay }) => role === step.role && delay === step.delay);
      const due = timer === undefined ? null : durationText(Math.max(0, timer.dueMs - timeMs));
      const note = due === null ? null : topicText(lang, 'panels', 'actions-due', { time: due });
      return { title: names.delay(step.delay), note };
    }
    case 'choose': {
      const role = names.role(step.role);
      return kind === null
        ? { title: role, note: null }
        : { title: protocolText(lang, protocol, `kind-${kind}`), note: role };
    }
    case 'crash':
    case 'restart':
      return { title: names.process(step.process), note: null };
  }
}
