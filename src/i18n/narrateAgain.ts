/** Rounds that came again and again, told as one. */
import type { RunRecord } from '../engine/record.ts';
import type { Frame } from '../engine/timeline.ts';
import type { Protocol } from '../protocols/protocol.ts';
import type { Lang } from './languages.ts';
import { narrate, type Narration } from './narrate.ts';
import { hasProtocolText, pageText, protocolText } from './text.ts';
import { lowered, sentence } from './variants.ts';

/**
 * What `times` rounds did that went like the one before them, by the frames of the last of them: in the protocol's own
 * words (`again-<note>`) where it has them for something that happened in the round.
 */
export function narrateAgain(lang: Lang, protocol: Protocol, round: readonly Frame[], times: number): Narration {
  const notes = round.flatMap(({ records }) => records.flatMap(noteOf)).toReversed();
  const own = notes.map((note) => `again-${note}`).find((key) => hasProtocolText(lang, protocol.id, key));
  const last = round.map((frame) => narrate(lang, protocol, frame).headline);
  if (own !== undefined)
    return { headline: protocolText(lang, protocol.id, { key: own, values: { times } }), details: last };
  const [first = '', ...others] = last;
  return { headline: sentence(pageText(lang, 'narrate-again', { times, told: lowered(first) })), details: others };
}

function noteOf(record: RunRecord): readonly string[] {
  return record.kind === 'noted' ? [record.what] : [];
}
