/** What a page beside the explorer says without scripts: headings, and below each what is told, listed, tabled or played. */
import type { ExportedRun } from '../exports/exported.ts';

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** One of the things that the page lists. `page`: the static page of its own, below the language, where it has one. */
  | { readonly kind: 'told'; readonly title: string; readonly page: string | null; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  /** The first cell of a row names it. */
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  /** A picture that says its title and what it shows. */
  | { readonly kind: 'picture'; readonly svg: string }
  /** The run at its end: its picture, its numbered sentences and its ledger. */
  | { readonly kind: 'run'; readonly title: string; readonly run: ExportedRun };

/** A sentence or more, with a word in front where there is one, and where that is written. */
export interface Line {
  readonly lead: string;
  readonly text: string;
  readonly sources: readonly { readonly name: string; readonly url: string }[];
}

export function line(text: string, { lead = '', sources = [] }: Partial<Omit<Line, 'text'>> = {}): Line {
  return { lead, text, sources };
}
