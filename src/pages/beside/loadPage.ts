import type { TextKey } from '../../i18n/book.ts';
import type { TextValues } from '../../i18n/fill.ts';
import type { Lang } from '../../i18n/languages.ts';
import { topicText } from '../../i18n/text.ts';
import { figuresOf } from '../../load/lab.ts';
import { PRESET_IDS, presetOf } from '../../load/presets.ts';
import { protocols } from '../../protocols/registry.ts';
import { remembered } from '../../engine/remembered.ts';
import { tableRows } from '../../views/load/tableModel.ts';
import { line } from '../section.ts';
import type { Told } from './beside.ts';
import { loadPicture } from './loadPicture.ts';

/** The load that the page begins with, its figures, and what every preset teaches. */
export function loadPage(lang: Lang): Told {
  const text = (key: TextKey<'load'>, values: TextValues = {}): string => topicText(lang, 'load', key, values);
  const [first] = PRESET_IDS;
  const { numbers } = presetOf(first);
  const columns = figures(protocols);
  return {
    intro: null,
    sections: [
      {
        title: text(`preset-${first}`),
        blocks: [
          { kind: 'text', text: text(`lesson-${first}`) },
          { kind: 'picture', svg: loadPicture(lang, text(`preset-${first}`), columns) },
          {
            kind: 'table',
            head: [text('load-measure'), ...columns.map(({ id }) => text(`name-${id}`))],
            rows: tableRows(text, numbers.patience, columns).map(({ label, of }) => [
              line(label),
              ...columns.map((measures) => line(of(measures))),
            ]),
          },
        ],
      },
      {
        title: text('load-presets'),
        blocks: [
          {
            kind: 'list',
            items: PRESET_IDS.map((id) => line(text(`lesson-${id}`), { lead: text(`preset-${id}`) })),
          },
        ],
      },
    ],
  };
}

/** Simulated once for all languages. */
const figures = remembered((all: typeof protocols) => figuresOf(presetOf(PRESET_IDS[0]), all));
