/** What the popover of a selected thing says: its name, what it is, and what can be done with it. */
import { namesOf } from '../../i18n/names.ts';
import { pageText, protocolText } from '../../i18n/text.ts';
import { actionsFor, type UserAction } from '../../player/actions.ts';
import { frameOf, protocolOf } from '../../player/selectors.ts';
import type { Selection, Session } from '../../player/session.ts';
import { durationText } from '../../scene/duration.ts';

export interface PopoverContent {
  readonly title: string;
  readonly note: string | null;
  readonly actions: readonly UserAction[];
}

/** Null when the selected thing is not there any more. */
export function popoverContent(session: Session, selection: Selection): PopoverContent | null {
  const about = aboutOf(session, selection);
  if (about === null) return null;
  const actions = actionsFor(session, selection);
  // A choice that is refused now is explained elsewhere; here it would only be in the way.
  return { ...about, actions: actions.filter((action) => action.enabled || action.step.kind !== 'choose') };
}

function aboutOf(
  session: Session,
  selection: Selection,
): { readonly title: string; readonly note: string | null } | null {
  const { lang, zoom, settings } = session;
  const protocol = protocolOf(session);
  const names = namesOf(lang, protocol.id);
  const frame = frameOf(session);
  switch (selection.kind) {
    case 'packet': {
      const packet = frame.packets.find(({ id }) => id === selection.id);
      if (packet === undefined) return null;
      const route = { from: names.role(packet.from), to: names.role(packet.to) };
      return { title: names.message(packet.message), note: pageText(lang, 'actions-route', route) };
    }
    case 'timer': {
      const timer = frame.timers.find(({ role, delay }) => role === selection.role && delay === selection.delay);
      if (timer === undefined) return null;
      const left = durationText(Math.max(0, timer.dueMs - frame.timeMs));
      return { title: names.delay(timer.delay), note: pageText(lang, 'stage-due', { left }) };
    }
    case 'process':
      return { title: names.process(selection.id), note: null };
    case 'node': {
      const node = protocol.diagram(settings, zoom).nodes.find(({ id }) => id === selection.id);
      return node === undefined ? null : { title: protocolText(lang, protocol.id, node.title), note: null };
    }
  }
}
