/** A run as Markdown: the picture with its link, numbered steps, the ledger. */
import { explorerText, topicText } from '../i18n/text.ts';
import { titleOf, type ExportedRun } from './exported.ts';
import { descriptionOf, ordersOf, sentencesOf } from './told.ts';

export interface MarkdownPlaces {
  /** Where the run opens. */
  readonly url: string;
  /** Where the picture is, or will be put. */
  readonly picture: string;
}

/** The picture as a link to the run: the one line that a README needs. */
export function pictureLine(run: ExportedRun, { url, picture }: MarkdownPlaces): string {
  return `[![${plain(descriptionOf(run))}](${picture})](${url})`;
}

/** Ends without a line break. */
export function markdownOf(run: ExportedRun, places: MarkdownPlaces): string {
  const { lang } = run;
  const orders = ordersOf(run);
  const head = [
    'export-column-order',
    'export-column-database',
    'export-column-points',
    'export-column-verdict',
  ] as const;
  return [
    `## ${plain(titleOf(run))}`,
    '',
    pictureLine(run, places),
    '',
    ...sentencesOf(run).map((sentence, index) => `${index + 1}. ${plain(sentence)}`),
    '',
    `**${explorerText(lang, 'ledger-title')}**`,
    '',
    ...(orders.length === 0
      ? [explorerText(lang, 'ledger-empty')]
      : [
          `| ${head.map((key) => topicText(lang, 'exports', key)).join(' | ')} |`,
          '| --- | --- | --- | --- |',
          ...orders.map((row) => `| ${row.number} | ${row.stateText} | ${row.points} | ${row.verdictText} |`),
        ]),
    '',
    `[${topicText(lang, 'exports', 'export-open')}](${places.url})`,
  ].join('\n');
}

/** What Markdown would read as its own. */
function plain(text: string): string {
  return text.replaceAll(/[[\]\\`*_<>|#]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}
