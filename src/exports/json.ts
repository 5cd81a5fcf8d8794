/** The frames of a run as JSON. The format is described in the README; a change that breaks a reader raises its version. */
import { narrate } from '../i18n/narrate.ts';
import { protocolText } from '../i18n/text.ts';
import { wordsOf, writeLink } from '../scenario/link.ts';
import { seenChecksum } from '../scenario/seen.ts';
import { stageVisits } from '../scenario/stages.ts';
import { titleOf, type ExportedRun } from './exported.ts';

const FRAMES_VERSION = 1;

/** Every frame up to the position, the start included. */
export function jsonOf(run: ExportedRun): string {
  const { protocol, timeline, at, lang } = run;
  const { settings } = timeline.engine.model;
  const words = wordsOf(protocol, timeline);
  const visits = stageVisits(protocol, timeline.frames, 'concept');
  return JSON.stringify({
    format: 'halfway-frames',
    version: FRAMES_VERSION,
    lang,
    title: titleOf(run),
    protocol: protocol.id,
    settings,
    link: writeLink(protocol, timeline, at).link,
    at,
    hash: seenChecksum(protocol, timeline.engine.model, timeline.frames, at),
    frames: timeline.frames.slice(0, at + 1).map((frame) => ({
      index: frame.index,
      timeMs: frame.timeMs,
      word: frame.index === 0 ? null : (words[frame.index - 1] ?? null),
      step: frame.step,
      ...narrate(lang, protocol, frame),
      stages: visits.filter((visit) => visit.frame === frame.index).map(({ order, stage }) => ({ order, stage })),
      records: frame.records,
      ledger: protocol
        .ledger(frame.world, settings)
        .map(({ order, state, points, verdict }) => ({ order, state, points, verdict })),
      inFlight: frame.packets.map(({ from, to, message, sentIn, isDuplicate }) => ({
        from,
        to,
        message,
        label: protocolText(lang, protocol.id, protocol.packetLook(message).label),
        sentIn,
        isDuplicate,
      })),
      timers: frame.timers.map(({ role, delay, dueMs }) => ({ role, delay, dueMs })),
      down: frame.world.crashed,
    })),
  });
}
