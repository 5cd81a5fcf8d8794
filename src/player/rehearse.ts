/** Opening a run means replaying it, which keeps a slow phone busy for long. Here it is done beforehand, in pieces. */
import type { Settings } from '../engine/model.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { parseLink, parseWords } from '../scenario/grammar.ts';
import { readSettings } from '../scenario/link.ts';
import { replayWords } from '../scenario/run.ts';
import { completeSettings } from '../scenario/settings.ts';
import { upgrade } from '../scenario/versions.ts';
import { SLICE_MS } from './piecemeal.ts';

/**
 * Replays the clean run, which is what most visits open and what every stage takes its hints from, and then the run that the
 * link names, a little more each time; engines remember what they answered.
 */
export async function rehearse(protocols: readonly [Protocol, ...Protocol[]], link: string): Promise<void> {
  const [first] = protocols;
  await played(first, completeSettings(first, {}), parseWords(first.cleanRun));
  const raw = parseLink(link);
  const asked = raw === null ? null : upgrade(raw);
  const protocol = protocols.find(({ id }) => id === asked?.protocol);
  if (asked === null || protocol === undefined) return;
  await played(protocol, readSettings(protocol, asked.settings).settings, asked.words);
}

/** What has been played is gone over again each time, so a long run is played several steps at a time. */
const PIECES_MAX = 20;

/** The page breathes first, and again after every stretch. */
async function played(protocol: Protocol, settings: Settings, words: readonly string[]): Promise<void> {
  const more = Math.max(1, Math.ceil(words.length / PIECES_MAX));
  let end = 0;
  for (let count = 0; count < words.length + more; count += more) {
    if (performance.now() >= end) {
      await new Promise((resolve) => setTimeout(resolve));
      end = performance.now() + SLICE_MS;
    }
    replayWords(protocol, settings, words.slice(0, count));
  }
}
