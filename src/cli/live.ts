/** `live drive <link>` and `live record`: a scenario on a real broker, and what a real broker stored. */
import { cliText } from './cliText.ts';
import { badInput, fine, type Printed } from './command.ts';
import { driveCommand } from './liveDrive.ts';
import { recordCommand } from './liveRecord.ts';
import { langOf } from './liveTexts.ts';

/** Commands that take their time: they speak to a broker. */
export async function live([name, ...args]: readonly string[], signal: AbortSignal): Promise<Printed> {
  const lang = langOf(args);
  switch (name) {
    case 'drive':
      return driveCommand(args, signal);
    case 'record':
      return recordCommand(args, signal);
    case '--help':
    case undefined:
      return fine(cliText(lang, 'cli-live-usage'));
    default:
      return badInput(cliText(lang, 'cli-live-unknown', { name: name.slice(0, 40) }));
  }
}
