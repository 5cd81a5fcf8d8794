/**
 * The reader's own code beside a run: real source files with marked lines (`code/` of each protocol), of which the settings
 * choose what is shown. `scripts/code.ts` cuts the files into lines of coloured pieces, so that nothing is parsed on the page.
 */
import type { ProcessId, Settings } from '../../engine/model.ts';
import type { RunRecord } from '../../engine/record.ts';
import type { World } from '../../engine/world.ts';

/** What a piece of a line is, for its colour: `k`eyword, `s`tring, `n`umber, `c`omment, `t`ype, `m`eta; '' for the rest. */
export type PieceKind = '' | 'k' | 's' | 'n' | 'c' | 't' | 'm';
export type Piece = readonly [kind: PieceKind, text: string];

/** One thing that a setting has to be. */
interface Condition {
  readonly name: string;
  readonly values: readonly string[];
}

export interface CodeLine {
  readonly pieces: readonly Piece[];
  /** Shown only where all of these hold. */
  readonly when: readonly Condition[];
  /** What people write who leave a safeguard out. */
  readonly isWrong: boolean;
  /** A comment in one language. */
  readonly lang: string | null;
  /** The names by which a run finds this line. */
  readonly points: readonly string[];
}

export interface CodeFile {
  readonly name: string;
  readonly lines: readonly CodeLine[];
}

/** A process has come to a line, or stands at it. */
export interface AtPoint {
  readonly process: ProcessId;
  readonly point: string;
}

/** Texts `flavour-<id>` name them. */
export type FlavourId = 'remoting' | 'client' | 'spring' | 'jta';

/** One way to write it, and its files from the sender to the consumer. */
export interface Flavour {
  readonly id: FlavourId;
  readonly files: readonly FileNotes[];
}

export interface FileNotes {
  readonly file: CodeFile;
  /** Which processes run it, as far as a model has them. */
  readonly processes: readonly ProcessId[];
}

/** What has to be known of a protocol to show its code beside a run. */
export interface CodeNotes {
  /** The first is shown until the reader asks for another. */
  readonly flavours: readonly [Flavour, ...Flavour[]];
  /** What conditions ask for: the settings, and what follows from them. */
  readonly facts: (settings: Settings) => Settings;
  /** Settings that choose between ways that are all right: no difference to the defaults is shown for them. */
  readonly neutral: readonly string[];
  /** The lines that ran in a step, in their order. */
  readonly ran: (records: readonly RunRecord[], after: World, settings: Settings) => readonly AtPoint[];
  /** The line at which each process waits: it has come to its end, or has not returned from it. */
  readonly stands: (world: World) => readonly AtPoint[];
  /** For a line after which a process may be crashed: a run from the start that comes to it, in link words. */
  readonly reach: { readonly [point: string]: string };
}

export function holds(when: readonly Condition[], facts: Settings): boolean {
  return when.every(({ name, values }) => values.includes(facts[name] ?? ''));
}

/** The files of a `samples.gen.json`, which `scripts/code.ts` wrote, by their path. */
export function filesIn(samples: unknown): (path: string) => CodeFile {
  const files = samples as { readonly [path: string]: CodeFile };
  return (path) => {
    const file = files[path];
    if (file === undefined) throw new Error(`Expected a sample ${path}; run \`npm run code\`.`);
    return file;
  };
}
