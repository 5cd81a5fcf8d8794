/** The lines of the sequence diagram: one per box of the diagram, the boxes of one process together. */
import type { ProcessId, RoleId, Settings } from '../engine/model.ts';
import { protocolText } from '../i18n/text.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Protocol, Zoom } from '../protocols/protocol.ts';

export interface Lifeline {
  readonly id: string;
  readonly title: string;
  readonly process: ProcessId;
  readonly roles: readonly RoleId[];
}

export function lifelinesOf(protocol: Protocol, settings: Settings, zoom: Zoom, lang: Lang): readonly Lifeline[] {
  return protocol.diagram(settings, zoom).nodes.map(({ id, title, process, roles }) => ({
    id,
    title: protocolText(lang, protocol.id, title),
    process,
    roles,
  }));
}

/** The line of a role; null when the diagram does not show it. */
export function lineOf(lines: readonly Lifeline[], role: RoleId): number | null {
  const index = lines.findIndex(({ roles }) => roles.includes(role));
  return index < 0 ? null : index;
}
