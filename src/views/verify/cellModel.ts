/** What a cell of the table of safeguards says. */
import type { Lang } from '../../i18n/languages.ts';
import { protocolText, topicText } from '../../i18n/text.ts';
import type { Check } from '../../player/inquiry.ts';
import { protocolIds } from '../../protocols/loaders.ts';
import type { Question, Report } from '../../verifier/question.ts';

export interface CellView {
  /**
   * `only`: not with what the bound names, but with a mishap of a kind that the row is about. `waiting`: no news yet. `missing`:
   * the protocol of the row makes no such promise.
   */
  readonly look: 'good' | 'bad' | 'only' | 'open' | 'waiting' | 'missing';
  readonly text: string;
  /** Of the shortest run; null where there is none. */
  readonly steps: number | null;
}

/** One promise in one row of the table, in a word. */
export function cellOf(lang: Lang, question: Question, check: Check | undefined, property: string): CellView {
  const plain = (look: Exclude<CellView['look'], 'bad' | 'only'>): CellView => {
    return { look, text: topicText(lang, 'verify', `cell-${look}`), steps: null };
  };
  if (!question.properties.includes(property)) return plain('missing');
  const report = check?.status === 'asked' || check?.status === 'answered' ? check.report : null;
  const finding = report?.findings.find(({ id }) => id === property);
  if (finding !== undefined && finding.run !== null) {
    const steps = finding.run.length;
    if (finding.takes !== undefined) {
      const kind = kindText(lang, question, finding.takes);
      return { look: 'open', text: topicText(lang, 'verify', 'cell-taken', { kind, steps }), steps: null };
    }
    if (finding.needs === undefined)
      return { look: 'bad', text: topicText(lang, 'verify', 'cell-bad', { steps }), steps };
    const kind = kindText(lang, question, finding.needs);
    return { look: 'only', text: topicText(lang, 'verify', 'cell-only', { kind, steps }), steps };
  }
  if (finding === undefined || report === null || check?.status === 'asked') return plain('waiting');
  return plain(finding.verdict === 'holds' && !isOpen(question, report, property) ? 'good' : 'open');
}

/** Whether a kind that is known to break this promise was not asked to the end. */
function isOpen({ mishaps }: Question, { leftOut }: Report, property: string): boolean {
  const about = Object.entries(mishaps?.about ?? {});
  return about.some(([kind, ids]) => ids.includes(property) && leftOut.includes(kind));
}

function kindText(lang: Lang, { protocol }: Question, kind: string): string {
  const id = protocolIds.find((known) => known === protocol);
  return id === undefined ? kind : protocolText(lang, id, `kind-${kind}`);
}
