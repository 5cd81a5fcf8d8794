/** What the popover of a selected thing says: its name, what it is, and what can be done with it. */
import { keyOf } from '../../engine/data.ts';
import { namesOf } from '../../i18n/names.ts';
import { pageText, protocolText } from '../../i18n/text.ts';
import { actionsFor, type UserAction } from '../../player/actions.ts';
import { frameOf, protocolOf } from '../../player/selectors.ts';
import type { Selection, Session } from '../../player/session.ts';
import { groupOf, type GroupKind } from '../actions/actionsModel.ts';
import { durationText } from '../../scene/duration.ts';

export interface PopoverContent {
  readonly title: string;
  readonly note: string | null;
  /** Those that are drawn as one: each leads to what can be done with it. */
  readonly messages: readonly { readonly id: number; readonly label: string }[];
  /** By what they are. */
  readonly groups: readonly PopoverGroup[];
}

export interface PopoverGroup {
  readonly kind: GroupKind;
  readonly actions: readonly UserAction[];
}

/** Null when the selected thing is not there any more. */
export function popoverContent(session: Session, selection: Selection): PopoverContent | null {
  const about = aboutOf(session, selection);
  if (about === null) return null;
  const actions = actionsFor(session, selection);
  // A choice that is refused now is explained elsewhere; here it would only be in the way.
  const shown = actions.filter((action) => action.enabled || action.step.kind !== 'choose');
  const kinds = [...new Set(shown.map(groupOf))];
  const messages = messagesOf(session, selection);
  return {
    ...about,
    messages,
    groups: kinds.map((kind) => ({ kind, actions: shown.filter((one) => groupOf(one) === kind) })),
  };
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
    case 'packets': {
      const packet = frame.packets.find(({ id }) => selection.ids.includes(id));
      if (packet === undefined) return null;
      const route = { from: names.role(packet.from), to: names.role(packet.to) };
      return { title: pageText(lang, 'actions-route', route), note: null };
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

/** Equal messages are interchangeable: one line with their number. */
function messagesOf(session: Session, selection: Selection): PopoverContent['messages'] {
  if (selection.kind !== 'packets') return [];
  const { lang } = session;
  const protocol = protocolOf(session);
  const equal = new Map<string, { readonly id: number; readonly label: string; readonly count: number }>();
  for (const { id, message } of frameOf(session).packets) {
    if (!selection.ids.includes(id)) continue;
    const key = keyOf(message);
    const known = equal.get(key) ?? {
      id,
      label: protocolText(lang, protocol.id, protocol.packetLook(message).label),
      count: 0,
    };
    equal.set(key, { ...known, count: known.count + 1 });
  }
  return [...equal.values()].map(({ id, label, count }) => ({ id, label: count > 1 ? `${label} ×${count}` : label }));
}
