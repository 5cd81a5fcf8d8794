import { describe, expect, it } from 'vitest';
import { LANGS } from './text.ts';
import { loadSameTopics, loadTopic, topicText } from './topics.ts';
import { enBrokers } from './en/brokers.ts';
import { enCompare } from './en/compare.ts';
import { enIncidents } from './en/incidents.ts';
import { enPages } from './en/pages.ts';
import { enPanels } from './en/panels.ts';
import { enRefusals } from './en/refusals.ts';
import { enShare } from './en/share.ts';
import { enVerify } from './en/verify.ts';
import { zhBrokers } from './zh/brokers.ts';
import { zhCompare } from './zh/compare.ts';
import { zhIncidents } from './zh/incidents.ts';
import { zhPages } from './zh/pages.ts';
import { zhPanels } from './zh/panels.ts';
import { zhRefusals } from './zh/refusals.ts';
import { zhShare } from './zh/share.ts';
import { zhVerify } from './zh/verify.ts';
import { enRecordingsPage } from './en/recordingsPage.ts';
import { zhRecordingsPage } from './zh/recordingsPage.ts';

const TOPICS: readonly { readonly topic: string; readonly zh: Texts; readonly en: Texts }[] = [
  { topic: 'brokers', zh: zhBrokers, en: enBrokers },
  { topic: 'compare', zh: zhCompare, en: enCompare },
  { topic: 'incidents', zh: zhIncidents, en: enIncidents },
  { topic: 'verify', zh: zhVerify, en: enVerify },
  { topic: 'recordingsPage', zh: zhRecordingsPage, en: enRecordingsPage },
  { topic: 'pages', zh: zhPages, en: enPages },
  { topic: 'panels', zh: zhPanels, en: enPanels },
  { topic: 'share', zh: zhShare, en: enShare },
  { topic: 'refusals', zh: zhRefusals, en: enRefusals },
];

type Texts = { readonly [key: string]: string };

describe.each(TOPICS)('the texts of $topic', ({ zh, en }) => {
  it('[I7] have the same keys and placeholders in both languages', () => {
    expect(shapeOf(en)).toEqual(shapeOf(zh));
  });

  it('[I7] are never empty, with no Chinese in an English one and no half-width comma in a Chinese sentence', () => {
    const empty = [...Object.entries(zh), ...Object.entries(en)].filter(([, text]) => text === '');
    const mixed = Object.entries(en).filter(([, text]) => /\p{Script=Han}|[，。：；（）]/u.test(text));
    const narrow = Object.entries(zh).filter(([, text]) => /\p{Script=Han}[,;:!?]/u.test(text));
    expect({ empty, mixed, narrow }).toEqual({ empty: [], mixed: [], narrow: [] });
  });
});

it('[I7] are loaded once per language, follow a change of language, and are an error before', async () => {
  expect(() => topicText('en', 'brokers', 'brokers-intro')).toThrow('loadTopic');
  for (const lang of LANGS) expect(loadTopic(lang, 'brokers')).toBe(loadTopic(lang, 'brokers'));
  await loadSameTopics('en');
  expect(loadTopic('en', 'brokers')).toMatchObject({ status: 'fulfilled' });
  expect(topicText('en', 'brokers', 'brokers-intro')).toBe(enBrokers['brokers-intro']);
});

function shapeOf(texts: Texts): readonly string[] {
  return Object.entries(texts)
    .map(([key, text]) => `${key} ${[...text.matchAll(/\{@?[\w-]+\}/g)].map(String).sort().join(' ')}`)
    .sort();
}
