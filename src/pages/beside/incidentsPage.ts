import type { TextKey } from '../../i18n/book.ts';
import type { TextValues } from '../../i18n/fill.ts';
import type { Lang } from '../../i18n/languages.ts';
import { pageText, topicText } from '../../i18n/text.ts';
import type { Incident } from '../../scenario/incidents.ts';
import { incidentsByGroup } from '../../views/incidents/incidentsModel.ts';
import { endOfLink } from '../endOf.ts';
import { line, type Block, type Line } from '../section.ts';
import type { Told } from './beside.ts';

/** Every incident by what went wrong: what was reported, how it ended, and what mends it. Each has a page with its run. */
export function incidentsPage(lang: Lang): Told {
  const text = (key: TextKey<'incidents'>, values: TextValues = {}): string =>
    topicText(lang, 'incidents', key, values);
  const safe = ({ mend }: Incident): string =>
    mend.kind === 'run' ? pageText(lang, `verdict-${mend.verdict}`) : text(`incidents-${mend.kind}`);
  const proof = ({ mend }: Incident): readonly Line[] => {
    if (mend.kind !== 'impossible') return [];
    const { promise, states, faults } = mend.proof;
    return [line(text('incidents-proof', { promise, states, loss: faults.drop }))];
  };
  const told = (incident: Incident): Block => ({
    kind: 'told',
    title: text(`${incident.id}-title`),
    page: `incidents/${incident.id}/`,
    lines: [
      line(text(`${incident.id}-what`), { sources: incident.sources }),
      line(pageText(lang, `verdict-${incident.run.verdict}`), { lead: text('incidents-as-it-was') }),
      line(safe(incident), { lead: text('incidents-mended') }),
      line(text(`${incident.id}-mend`)),
      ...proof(incident),
    ],
  });
  // Each has its picture on a page of its own; the first order that was lost stands here for all.
  const pictured = incidentsByGroup()
    .flatMap(({ incidents }) => incidents)
    .find(({ run }) => run.verdict === 'lost');
  const blocksOf = (incident: Incident): readonly Block[] =>
    incident === pictured ? [told(incident), asItWas(lang, incident)] : [told(incident)];
  return {
    intro: text('incidents-intro'),
    sections: incidentsByGroup().map(({ group, incidents }) => ({
      title: text(`group-${group}`),
      blocks: incidents.flatMap(blocksOf),
    })),
  };
}

function asItWas(lang: Lang, { run }: Incident): Block {
  return { kind: 'run', title: topicText(lang, 'incidents', 'incidents-as-it-was'), run: endOfLink(lang, run.link) };
}
