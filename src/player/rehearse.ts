/** Opening a run means replaying it, which keeps a slow phone busy for long. Here it is done beforehand, in pieces. */
import type { Settings } from '../engine/model.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { parseLink, parseWords } from '../scenario/grammar.ts';
import { readSettings } from '../scenario/link.ts';
import { replayWords } from '../scenario/run.ts';
import { completeSettings } from '../scenario/settings.ts';
import { upgrade } from '../scenario/versions.ts';
import { inStretches } from './inStretches.ts';

/**
 * Replays the clean run, which is what most visits open and what every stage takes its hints from, and then the run that the
 * link names, a little more each time; engines remember what they answered.
 */
export async function rehearse(protocols: readonly [Protocol, ...Protocol[]], link: string): Promise<void> {
  const [first] = protocols;
  await inStretches(played(first, completeSettings(first, {}), parseWords(first.cleanRun)));
  const raw = parseLink(link);
  const asked = raw === null ? null : upgrade(raw);
  const protocol = protocols.find(({ id }) => id === asked?.protocol);
  if (asked === null || protocol === undefined) return;
  await inStretches(played(protocol, readSettings(protocol, asked.settings).settings, asked.words));
}

/** What has been played is gone over again each time, so a long run is played several steps at a time. */
const PIECES_MAX = 20;

/** What can be chosen on the way is asked too, as a timeline will ask it. */
function* played(protocol: Protocol, settings: Settings, words: readonly string[]): Generator<() => unknown> {
  const more = Math.max(1, Math.ceil(words.length / PIECES_MAX));
  for (let count = 0; count < words.length + more; count += more) {
    yield () => {
      const { engine, moments } = replayWords(protocol, settings, words.slice(0, count));
      for (const { world } of moments.slice(-more - 1)) engine.choices(world);
    };
  }
}
