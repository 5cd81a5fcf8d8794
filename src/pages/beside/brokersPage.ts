import type { TextKey } from '../../i18n/book.ts';
import type { Lang } from '../../i18n/languages.ts';
import { topicText } from '../../i18n/text.ts';
import { brokers, claims, COLUMNS, CRITERIA, gaps, SOURCES, type SourceId } from '../../views/brokers/brokersModel.ts';
import { line, type Line } from '../section.ts';
import type { Told } from './beside.ts';
import { brokersPicture } from './brokersPicture.ts';

/** The three needs, the article's sentence, every broker with every mark, and what nobody could tell us. */
export function brokersPage(lang: Lang): Told {
  const text = (key: TextKey<'brokers'>): string => topicText(lang, 'brokers', key);
  const sourced = (ids: readonly SourceId[]): Line['sources'] =>
    ids.map((id) => ({ name: text(`source-${id}`), url: SOURCES[id] }));
  return {
    intro: text('brokers-intro'),
    sections: [
      {
        title: text('brokers-needs'),
        blocks: [
          {
            kind: 'list',
            items: CRITERIA.map((id) => line(text(`criterion-${id}-why`), { lead: text(`criterion-${id}`) })),
          },
        ],
      },
      {
        title: text('article-title'),
        blocks: [
          { kind: 'text', text: text('article-quote') },
          { kind: 'text', text: text('article-from') },
          {
            kind: 'list',
            items: claims.map(({ id, sources }) =>
              line(`${text(`claim-${id}`)} ${text(`claim-${id}-why`)}`, {
                lead: text(`claim-${id}-name`),
                sources: sourced(sources),
              }),
            ),
          },
        ],
      },
      {
        title: text('brokers-table'),
        blocks: [
          { kind: 'picture', svg: brokersPicture(lang) },
          {
            kind: 'table',
            head: ['', ...COLUMNS.map((column) => text(`criterion-${column}`)), text('brokers-use')],
            rows: brokers.map(({ id, marks, sources }) => [
              line(text(`broker-${id}-says`), {
                lead: `${text(`broker-${id}`)} · ${text(`broker-${id}-note`)}`,
                sources: sourced(sources),
              }),
              ...COLUMNS.map((column) => line(text(`broker-${id}-${column}`), { lead: text(`mark-${marks[column]}`) })),
              line(text(`broker-${id}-use`)),
            ]),
          },
        ],
      },
      {
        title: text('gaps-title'),
        blocks: [
          {
            kind: 'list',
            items: gaps.map(({ id, sources }) => line(text(`gap-${id}`), { sources: sourced(sources) })),
          },
        ],
      },
    ],
  };
}
