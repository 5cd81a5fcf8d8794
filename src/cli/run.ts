import { FALLBACK_LANG } from '../i18n/languages.ts';
import { cliText } from './cliText.ts';
import { badInput, fine, type Printed } from './command.ts';
import { commands } from './commands.ts';

/** What the command line answers, also where it has to ask a broker first; `live` and its room are loaded only then. */
export async function runAnyCommand([name, ...args]: readonly string[]): Promise<Printed> {
  if (name !== LIVE) return runCommandLine(name === undefined ? [] : [name, ...args]);
  const { live } = await import('./live.ts');
  const interrupted = new AbortController();
  // the first Ctrl-C ends what was started and keeps what was seen; the second one ends everything
  process.once('SIGINT', () => interrupted.abort());
  return live(args, interrupted.signal);
}

const LIVE = 'live';

/** What the command line answers to these arguments. */
export function runCommandLine([name, ...args]: readonly string[]): Printed {
  const known = [...commands.map((command) => command.name), LIVE].join(', ');
  if (name === undefined) return badInput(cliText(FALLBACK_LANG, 'cli-no-command', { commands: known }));
  if (name === '--help' || name === 'help') return fine(cliText(FALLBACK_LANG, 'cli-usage', { commands: known }));
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined)
    return badInput(cliText(FALLBACK_LANG, 'cli-unknown-command', { command: shown(name), commands: known }));
  return command.run(args);
}

/** What somebody typed, short and on one line. */
function shown(text: string): string {
  const line = text.replaceAll(/\p{Cc}+/gu, ' ');
  return line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX)}…` : line;
}

const SHOWN_MAX = 40;
