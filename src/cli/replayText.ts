import type { Frame } from '../engine/timeline.ts';
import { cliText } from './cliText.ts';
import { narrate } from '../i18n/narrate.ts';
import { explorerText, protocolText } from '../i18n/text.ts';
import type { Lang } from '../i18n/languages.ts';
import type { LedgerLine, Protocol } from '../protocols/protocol.ts';
import { wordsOf, writeLink } from '../scenario/link.ts';
import { seenChecksum } from '../scenario/seen.ts';
import { changedSettings } from '../scenario/settings.ts';
import type { ReplayedLink } from './replay.ts';

/** The replayed run for a reader: one sentence per step, the ledger and the checksum. */
export function replayText(lang: Lang, { protocol, timeline, at, steps }: ReplayedLink): string {
  const frame = timeline.frames[at] ?? timeline.frames[0];
  const words = wordsOf(protocol, timeline);
  const width = Math.max(0, ...words.slice(0, at).map((word) => word.length));
  const lines = timeline.frames.slice(1, at + 1).map((shown) => stepLine(lang, protocol, shown, words, width));
  const { settings } = timeline.engine.model;
  const ledger = protocol.ledger(frame.world, settings).map((line) => `  ${ledgerLine(lang, line)}`);
  return [
    ...heading(lang, protocol, settings),
    '',
    ...lines,
    '',
    ...(at === steps ? [] : [cliText(lang, 'cli-shown', { at, steps })]),
    cliText(lang, 'cli-ledger'),
    ...(ledger.length === 0 ? [`  ${cliText(lang, 'cli-ledger-empty')}`] : ledger),
    cliText(lang, 'cli-checksum', { hash: seenChecksum(protocol, timeline.engine.model, timeline.frames, at), at }),
    writeLink(protocol, timeline, at).link,
  ].join('\n');
}

function heading(lang: Lang, protocol: Protocol, settings: ReplayedLink['timeline']['engine']['model']['settings']) {
  const changed = changedSettings(protocol, settings).map(({ name, value }) => `${name} ${value}`);
  const title = `${protocolText(lang, protocol.id, 'name')} (${protocol.id})`;
  return changed.length === 0 ? [title] : [title, cliText(lang, 'cli-settings', { settings: changed.join(', ') })];
}

function stepLine(lang: Lang, protocol: Protocol, frame: Frame, words: readonly string[], width: number): string {
  const word = words[frame.index - 1] ?? '';
  return `${String(frame.index).padStart(3)}  ${word.padEnd(width)}  ${narrate(lang, protocol, frame).headline}`;
}

function ledgerLine(lang: Lang, { order, state, points, verdict }: LedgerLine): string {
  return cliText(lang, 'cli-ledger-line', {
    order,
    state: explorerText(lang, `order-${state}`),
    points,
    verdict: explorerText(lang, `verdict-${verdict}`),
  });
}
