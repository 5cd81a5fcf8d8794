/** Runs to export in tests. */
import type { Lang } from '../i18n/languages.ts';
import { loadAllTexts } from '../i18n/shelves.ts';
import { protocols } from '../protocols/registry.ts';
import type { Protocol, Zoom } from '../protocols/protocol.ts';
import { timelineAt } from '../scene/scenes.testing.ts';
import type { ExportedRun } from './exported.ts';

await loadAllTexts();

interface Options {
  readonly protocol?: Protocol;
  readonly lang?: Lang;
  readonly zoom?: Zoom;
  /** After so many steps; the whole run unless it is said. */
  readonly at?: number;
}

export function exportOf(
  id: string,
  { protocol = protocols[0], lang = 'en', zoom = 'concept', at }: Options = {},
): ExportedRun {
  const timeline = timelineAt(id, [], protocol);
  return { protocol, timeline, at: at ?? timeline.frames.length - 1, lang, zoom };
}

/** Every run of the library, in both languages by turns. */
export function everyRun(): readonly ExportedRun[] {
  return protocols.flatMap((protocol) =>
    protocol.library.scenarios.map(({ id }, index) => exportOf(id, { protocol, lang: index % 2 === 0 ? 'zh' : 'en' })),
  );
}
