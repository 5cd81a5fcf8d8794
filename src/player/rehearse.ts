/** Opening a run means replaying it, which keeps a slow phone busy for long. Here it is done beforehand, in pieces. */
import type { Protocol } from '../protocols/protocol.ts';
import { parseWords } from '../scenario/grammar.ts';
import { replayWords } from '../scenario/run.ts';
import { completeSettings } from '../scenario/settings.ts';

/**
 * Replays the clean run, which is what most visits open and what every stage takes its hints from, one step more each
 * time; engines remember what they answered. The page breathes before each.
 */
export async function rehearse(protocol: Protocol): Promise<void> {
  const settings = completeSettings(protocol, {});
  const words = parseWords(protocol.cleanRun);
  for (let count = 0; count <= words.length; count += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    replayWords(protocol, settings, words.slice(0, count));
  }
}
