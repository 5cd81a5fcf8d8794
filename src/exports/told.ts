/** A run in words: one sentence per step, and the ledger. */
import { narrate } from '../i18n/narrate.ts';
import { explorerText, topicText } from '../i18n/text.ts';
import type { LedgerLine } from '../protocols/protocol.ts';
import { frameAt, titleOf, verdictAt, type ExportedRun } from './exported.ts';

/** The sentence of each step up to the position, without its number. */
export function sentencesOf({ protocol, timeline, at, lang }: ExportedRun): readonly string[] {
  return timeline.frames.slice(1, at + 1).map((frame) => narrate(lang, protocol, frame).headline);
}

export interface ToldOrder extends LedgerLine {
  /** Without its letter: `1` for `o1`. */
  readonly number: string;
  /** In words: what each database says, and what follows. */
  readonly stateText: string;
  readonly verdictText: string;
}

/** The ledger at the position. */
export function ordersOf({ protocol, timeline, at, lang }: ExportedRun): readonly ToldOrder[] {
  return protocol.ledger(frameAt(timeline, at).world, timeline.engine.model.settings).map((line) => ({
    ...line,
    number: line.order.replace(/^o(?=\d)/, ''),
    stateText: explorerText(lang, `order-${line.state}`),
    verdictText: explorerText(lang, `verdict-${line.verdict}`),
  }));
}

/** What a picture of the run is, for who cannot see it: the title, how far it is, what just happened and the verdict. */
export function descriptionOf(run: ExportedRun): string {
  const { protocol, timeline, at, lang } = run;
  const verdict = verdictAt(run);
  return topicText(lang, 'exports', verdict === null ? 'export-description-start' : 'export-description', {
    title: titleOf(run),
    at,
    steps: timeline.frames.length - 1,
    sentence: narrate(lang, protocol, frameAt(timeline, at)).headline,
    verdict: verdict === null ? '' : explorerText(lang, `verdict-${verdict}`),
  });
}
