import type { TextKey } from '../../i18n/book.ts';
import { openRun } from '../../exports/openRun.ts';
import { sentencesOf } from '../../exports/told.ts';
import type { Lang } from '../../i18n/languages.ts';
import { topicText } from '../../i18n/text.ts';
import { protocols } from '../../protocols/registry.ts';
import { claimTopics } from '../../scenario/claim.ts';
import type { Claim } from '../../scenario/claims.ts';
import { versioned } from '../../scenario/versions.ts';
import { listedClaims, verifierLine } from '../../views/claims/claimsModel.ts';
import { line, type Block, type Line } from '../section.ts';
import type { Told } from './beside.ts';

/** Every claim with its verdict, the run that decides it, why, and what to say instead: without scripts, nobody is asked first. */
export function claimsPage(lang: Lang): Told {
  return {
    intro: null,
    sections: claimTopics.map((topic) => ({
      title: topicText(lang, 'claims', `topic-${topic}`),
      blocks: listedClaims({ topic, isOfficial: false }).map((claim) => toldOf(lang, claim)),
    })),
  };
}

function toldOf(lang: Lang, claim: Claim): Block {
  const { id, standing, sources, evidence, questions, runs } = claim;
  const text = (key: TextKey<'claims'>): string => topicText(lang, 'claims', key);
  const said = sources.length === 0 ? [] : [line('', { lead: text('claims-said'), sources })];
  return {
    kind: 'told',
    title: text(`${id}-claim`),
    page: null,
    lines: [
      ...said,
      line(text(`${id}-why`), { lead: text(`standing-${standing}`), sources: evidence }),
      ...runs.slice(0, 1).map(({ link }) => runLine(lang, link)),
      ...questions.map((question) => {
        const { ask, answer, notes } = verifierLine(lang, protocols, question);
        return line([ask, answer, ...notes].filter((part) => part !== null).join(' '), {
          lead: text('claims-verifier'),
        });
      }),
      line(text(`${id}-say`), { lead: text('claims-say') }),
    ],
  };
}

/** The run that decides it, its steps numbered. */
function runLine(lang: Lang, link: string): Line {
  const run = openRun(protocols, versioned(link), { lang, zoom: 'concept' });
  if (typeof run === 'string') throw new Error(`Expected the run of a claim to open: ${run}`);
  const told = sentencesOf(run).map((sentence, index) => `${index + 1}. ${sentence}`);
  return line(told.join(' '), { lead: topicText(lang, 'claims', 'claims-decided') });
}
