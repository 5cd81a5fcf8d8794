/** What a command is: a pure function from its arguments to what is printed and how the process ends. */

/** 0: fine. 1: a property is violated or a recording is rejected. 2: the input is bad. */
export type ExitStatus = 0 | 1 | 2;

export interface Printed {
  readonly status: ExitStatus;
  /** For standard output, without the last line break; empty for nothing. */
  readonly out: string;
  /** One sentence for standard error; null when nothing was wrong. */
  readonly complaint: string | null;
}

export interface Command {
  readonly name: string;
  readonly run: (args: readonly string[]) => Printed;
}

export function fine(out: string): Printed {
  return { status: 0, out, complaint: null };
}

/** Bad input: one sentence, and what could be printed all the same. */
export function badInput(complaint: string, out = ''): Printed {
  return { status: 2, out, complaint };
}
