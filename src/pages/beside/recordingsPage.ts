import type { TextKey } from '../../i18n/book.ts';
import type { TextValues } from '../../i18n/fill.ts';
import type { Lang } from '../../i18n/languages.ts';
import { protocolText, topicText } from '../../i18n/text.ts';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import { admit } from '../../recordings/admit.ts';
import map from '../../recordings/fidelity.json' with { type: 'json' };
import { shippedRecordings } from '../../recordings/shipped.ts';
import { differenceRows, linesOf, type Cell } from '../../views/fidelity/differencesModel.ts';
import { ruleRows, type Evidence } from '../../views/fidelity/fidelityModel.ts';
import { releases } from '../../views/recordings/runs.ts';
import { endOf } from '../endOf.ts';
import { line, type Block, type Section } from '../section.ts';
import type { Told } from './beside.ts';

/** The COMMIT that a real broker never got, and what the model makes of it. */
const PICTURED = 'end-lost';
const pictured = await picturedRun(`4.9.8-${PICTURED}`);

async function picturedRun(id: string) {
  const recording = await shippedRecordings.find((one) => one.id === id)?.load();
  const answer = recording === undefined ? null : admit(recording);
  if (answer?.verdict !== 'admitted') throw new Error(`Expected the recording ${id} to be admitted.`);
  return { lines: recording?.observations.length ?? 0, answer };
}

/** The gallery, in what the releases differ, and the fidelity map. */
export function recordingsPage(lang: Lang): Told {
  const text = (key: TextKey<'recordingsPage'>, values: TextValues = {}): string =>
    topicText(lang, 'recordingsPage', key, values);
  return {
    intro: text('recordings-intro'),
    sections: [
      { title: text(`run-${PICTURED}-title`), blocks: told(lang) },
      ...releases.map(({ release, runs }): Section => ({
        title: text('recordings-from', { broker: text(`release-${release}`) }),
        blocks: [
          {
            kind: 'list',
            items: runs.map((run) => line(text(`run-${run}-shows`), { lead: text(`run-${run}-title`) })),
          },
        ],
      })),
      differences(lang),
      fidelity(lang),
    ],
  };
}

/** A recording, how it was judged, and the run that explains it. */
function told(lang: Lang): readonly Block[] {
  const text = (key: TextKey<'recordingsPage'>, values: TextValues = {}): string =>
    topicText(lang, 'recordingsPage', key, values);
  const { lines, answer } = pictured;
  const run = endOf(lang, halfMessage, answer.scenario);
  return [
    { kind: 'text', text: text(`run-${PICTURED}-shows`) },
    { kind: 'text', text: text('judged-admitted', { matched: answer.extent.matched, lines, steps: run.at }) },
    { kind: 'run', title: text('verdict-admitted'), run },
  ];
}

function differences(lang: Lang): Section {
  const text = (key: TextKey<'rules'>, values: TextValues = {}): string => topicText(lang, 'rules', key, values);
  const answers = (cell: Cell): string =>
    cell.length === 0
      ? text('difference-unrecorded')
      : cell.map(({ key, runs }) => `${text(key)} (${runs.map(({ name }) => name).join(' · ')})`).join(' ');
  return {
    title: text('difference-title'),
    blocks: [
      { kind: 'text', text: text('difference-about') },
      {
        kind: 'table',
        head: [
          text('difference-question'),
          ...linesOf(map).map((one) => text('difference-release', { releases: one.releases })),
        ],
        rows: differenceRows(map).map(({ id, rules, cells }) => [
          line(`${text(`difference-${id}`)} (${rules.join(' · ')})`),
          ...cells.map((cell) => line(answers(cell))),
        ]),
      },
    ],
  };
}

function fidelity(lang: Lang): Section {
  const text = (key: TextKey<'rules'>, values: TextValues = {}): string => topicText(lang, 'rules', key, values);
  const rows = ruleRows(map);
  const count = (evidence: Evidence): number => rows.filter((row) => row.evidence === evidence).length;
  const { recorded, reached } = map.transitions;
  return {
    title: text('fidelity-title'),
    blocks: [
      {
        kind: 'text',
        text: text('fidelity-rules', {
          recorded: count('recorded'),
          source: count('source'),
          neither: count('neither'),
        }),
      },
      {
        kind: 'list',
        items: rows.map(({ id, evidence, runs }) =>
          line(`${text(`rule-${id}`)}: ${text(`fidelity-${evidence}`, { count: runs.length })}`, { lead: id }),
        ),
      },
      { kind: 'text', text: text('fidelity-by-move', { recorded, reached }) },
      { kind: 'text', text: text('fidelity-next') },
      {
        kind: 'list',
        items: map.next.map(({ scenario, transitions }) =>
          line(text('fidelity-next-more', { count: transitions }), {
            lead: protocolText(lang, 'half-message', `scenario-${scenario}-title`),
          }),
        ),
      },
    ],
  };
}
