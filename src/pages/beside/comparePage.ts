import type { Lang } from '../../i18n/languages.ts';
import { pageText, protocolText, topicText } from '../../i18n/text.ts';
import { protocols } from '../../protocols/registry.ts';
import { FAULT_IDS } from '../../protocols/shared/faults.ts';
import { readComparison } from '../../scenario/compareLink.ts';
import {
  playComparison,
  SIDES,
  type Comparison,
  type PlayedComparison,
  type SideId,
} from '../../scenario/comparison.ts';
import { cellOf, contendersOf } from '../../scenario/matrix.ts';
import { versioned } from '../../scenario/versions.ts';
import { differenceText } from '../../views/compare/compareModel.ts';
import { cellNote, columnGroups } from '../../views/compare/outcomesModel.ts';
import { line, type Block } from '../section.ts';
import type { Told } from './beside.ts';

/** What becomes of every design under every fault, and the two runs that the page begins with. */
export function comparePage(lang: Lang): Told {
  const { comparison } = readComparison(protocols, versioned('compare'));
  const played = playComparison(comparison);
  const { fault } = comparison;
  return {
    intro: topicText(lang, 'compare', 'compare-intro'),
    sections: [
      {
        title: topicText(lang, 'compare', `fault-${fault}`),
        blocks: [
          { kind: 'text', text: topicText(lang, 'compare', `fault-${fault}-what`) },
          { kind: 'text', text: differenceText(comparison, played, lang) },
          ...SIDES.map((side) => sideBlock(lang, side, comparison, played)),
        ],
      },
      {
        title: topicText(lang, 'compare', 'outcomes-title'),
        blocks: [outcomesTable(lang, comparison)],
      },
    ],
  };
}

function sideBlock(lang: Lang, side: SideId, comparison: Comparison, { runs }: PlayedComparison): Block {
  const { protocol } = comparison[side];
  const { timeline } = runs[side];
  const name = protocolText(lang, protocol.id, 'name');
  return {
    kind: 'run',
    title: `${topicText(lang, 'compare', 'compare-side', { side: topicText(lang, 'compare', `compare-side-${side}`) })} · ${name}`,
    run: { protocol, timeline, at: timeline.frames.length - 1, lang, zoom: 'concept' },
  };
}

function outcomesTable(lang: Lang, comparison: Comparison): Block {
  const columns = columnGroups(contendersOf(protocols), comparison, lang).flatMap((group) => group.columns);
  return {
    kind: 'table',
    head: [topicText(lang, 'compare', 'outcomes-fault'), ...columns.map(({ name }) => name)],
    rows: FAULT_IDS.map((fault) => [
      line(topicText(lang, 'compare', `fault-${fault}`)),
      ...columns.map(({ contender }) => {
        const cell = cellOf(contender, fault);
        return line(cellNote(cell, fault, lang) ?? '', { lead: pageText(lang, `verdict-${cell.verdict}`) });
      }),
    ]),
  };
}
