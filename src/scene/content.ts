/** What each node of a diagram shows, in words: sections with their texts resolved, and what the last step changed. */
import { keyOf } from '../engine/data.ts';
import type { Settings } from '../engine/model.ts';
import type { World } from '../engine/world.ts';
import { protocolText } from '../i18n/text.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Fate, Protocol, Section, TextRef, Tone, Zoom } from '../protocols/protocol.ts';

export interface CellContent {
  readonly label: string;
  readonly fate: Fate;
  readonly hint: string;
  readonly isNew: boolean;
  /** Not a message: it counts older ones that are not shown. */
  readonly isCount: boolean;
}

export interface RowContent {
  readonly cells: readonly string[];
  readonly isNew: boolean;
}

export type SectionContent =
  | {
      readonly kind: 'queue';
      readonly id: string;
      readonly title: string;
      readonly cells: readonly CellContent[];
      readonly cursor: number | null;
      readonly note: string | null;
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly RowContent[];
    }
  | {
      readonly kind: 'status';
      readonly id: string;
      readonly title: string;
      readonly text: string;
      readonly tone: Tone;
      readonly isNew: boolean;
    };

export interface ContentRequest {
  readonly protocol: Protocol;
  readonly settings: Settings;
  readonly zoom: Zoom;
  readonly lang: Lang;
  readonly world: World;
  /** The world before the step, or null where nothing is to be marked as new. */
  readonly before: World | null;
}

export type NodeContents = { readonly [node: string]: readonly SectionContent[] };

export function nodeContents({ protocol, settings, zoom, lang, world, before }: ContentRequest): NodeContents {
  const say = (ref: TextRef | string): string => protocolText(lang, protocol.id, ref);
  const now = protocol.sections(world, settings, zoom);
  const then = before === null ? null : protocol.sections(before, settings, zoom);
  return Object.fromEntries(
    Object.entries(now).map(([node, sections]) => [
      node,
      sections.map((section) =>
        contentOf(section, then?.[node]?.find(({ id }) => id === section.id) ?? null, say, then !== null),
      ),
    ]),
  );
}

type Say = (ref: TextRef | string) => string;

function contentOf(section: Section, before: Section | null, say: Say, marksNew: boolean): SectionContent {
  const { id } = section;
  const title = say(section.title);
  switch (section.kind) {
    case 'queue': {
      const old = before?.kind === 'queue' ? before.cells : [];
      const cells = section.cells.map(({ label, fate, hint }, index): CellContent => {
        const same = old[index];
        const isNew = marksNew && (same === undefined || same.label !== label || same.fate !== fate);
        return { label, fate, hint: say(hint), isNew, isCount: false };
      });
      const note = section.note === undefined ? null : say(section.note);
      return { kind: 'queue', id, title, cells, cursor: section.cursor ?? null, note };
    }
    case 'table': {
      const old = new Set(before?.kind === 'table' ? before.rows.map(keyOf) : []);
      const rows = section.rows.map((row): RowContent => ({
        cells: row.map((value) => (typeof value === 'string' ? value : say(value))),
        isNew: marksNew && !old.has(keyOf(row)),
      }));
      return { kind: 'table', id, title, columns: section.columns.map(say), rows };
    }
    case 'status': {
      const text = say(section.text);
      const isNew = marksNew && (before?.kind !== 'status' || keyOf(before.text) !== keyOf(section.text));
      return { kind: 'status', id, title, text, tone: section.tone, isNew };
    }
  }
}
