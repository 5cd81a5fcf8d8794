import { cliText } from '../i18n/cliText.ts';
import { badInput, fine, type Printed } from './command.ts';
import { commands } from './commands.ts';

/** What the command line answers to these arguments. */
export function runCommandLine([name, ...args]: readonly string[]): Printed {
  const known = commands.map((command) => command.name).join(', ');
  if (name === undefined) return badInput(cliText('en', 'cli-no-command', { commands: known }));
  if (name === '--help' || name === 'help') return fine(cliText('en', 'cli-usage', { commands: known }));
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined)
    return badInput(cliText('en', 'cli-unknown-command', { command: shown(name), commands: known }));
  return command.run(args);
}

/** What somebody typed, short and on one line. */
function shown(text: string): string {
  const line = text.replaceAll(/\p{Cc}+/gu, ' ');
  return line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX)}…` : line;
}

const SHOWN_MAX = 40;
