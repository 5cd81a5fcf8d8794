/** Texts of one page or panel, loaded with it: what a first visit does not show, it does not carry. */
import { fillText, type Lang, type TextValues } from './text.ts';
import type { BrokersTexts } from './zh/brokers.ts';
import type { IncidentsTexts } from './zh/incidents.ts';
import type { CompareTexts } from './zh/compare.ts';
import type { PagesTexts } from './zh/pages.ts';
import type { PanelsTexts } from './zh/panels.ts';
import type { ShareTexts } from './zh/share.ts';
import type { VerifyTexts } from './zh/verify.ts';
import type { RecordingsPageTexts } from './zh/recordingsPage.ts';

/** The keys of every topic. One line per topic here, and one per language in `load`. */
interface Topics {
  readonly brokers: BrokersTexts;
  readonly incidents: IncidentsTexts;
  readonly compare: CompareTexts;
  readonly verify: VerifyTexts;
  readonly recordingsPage: RecordingsPageTexts;
  readonly pages: PagesTexts;
  readonly panels: PanelsTexts;
  readonly share: ShareTexts;
}

export type Topic = keyof Topics;
export type TopicKey<Of extends Topic> = keyof Topics[Of] & string;

const loaded = new Map<string, { readonly [key: string]: string }>();
const loading = new Map<string, Promise<void>>();
const asked = new Set<Topic>();

/** Loads a topic in a language; the same promise for the same question, so that a component may wait for it. */
export function loadTopic(lang: Lang, topic: Topic): Promise<void> {
  const name = `${topic} ${lang}` as const;
  const known = loading.get(name);
  if (known !== undefined) return known;
  const promise = keep(name);
  asked.add(topic);
  loading.set(name, promise);
  void tellWhenLoaded(promise);
  return promise;
}

async function keep(name: `${Topic} ${Lang}`): Promise<void> {
  loaded.set(name, await load(name));
}

/** React waits even for a promise that is fulfilled, and what waits loses its place, unless the promise says that it is. */
async function tellWhenLoaded(promise: Promise<void>): Promise<void> {
  await promise;
  void Object.assign(promise, { status: 'fulfilled', value: undefined });
}

/** Loads in another language every topic that was asked for so far, so that a change of language leaves no gap. */
export async function loadSameTopics(lang: Lang): Promise<void> {
  await Promise.all([...asked].map((topic) => loadTopic(lang, topic)));
}

/** A text of a topic with its `{placeholders}` filled in. The topic must have been loaded. */
export function topicText<Of extends Topic>(lang: Lang, topic: Of, key: TopicKey<Of>, values: TextValues = {}): string {
  const texts = loaded.get(`${topic} ${lang}`);
  if (texts === undefined)
    throw new Error(`Expected the topic ${topic} to be loaded in ${lang}: call loadTopic first.`);
  return fillText(texts, key, values);
}

/** Whether a topic that was loaded has this text. */
export function hasTopicText<Of extends Topic>(lang: Lang, topic: Of, key: string): key is TopicKey<Of> {
  return Object.hasOwn(loaded.get(`${topic} ${lang}`) ?? {}, key);
}

async function load(name: `${Topic} ${Lang}`): Promise<{ readonly [key: string]: string }> {
  switch (name) {
    case 'brokers zh':
      return (await import('./zh/brokers.ts')).zhBrokers;
    case 'brokers en':
      return (await import('./en/brokers.ts')).enBrokers;
    case 'incidents zh':
      return (await import('./zh/incidents.ts')).zhIncidents;
    case 'incidents en':
      return (await import('./en/incidents.ts')).enIncidents;
    case 'compare zh':
      return (await import('./zh/compare.ts')).zhCompare;
    case 'compare en':
      return (await import('./en/compare.ts')).enCompare;
    case 'verify zh':
      return (await import('./zh/verify.ts')).zhVerify;
    case 'verify en':
      return (await import('./en/verify.ts')).enVerify;
    case 'recordingsPage zh':
      return (await import('./zh/recordingsPage.ts')).zhRecordingsPage;
    case 'recordingsPage en':
      return (await import('./en/recordingsPage.ts')).enRecordingsPage;
    case 'pages zh':
      return (await import('./zh/pages.ts')).zhPages;
    case 'pages en':
      return (await import('./en/pages.ts')).enPages;
    case 'panels zh':
      return (await import('./zh/panels.ts')).zhPanels;
    case 'panels en':
      return (await import('./en/panels.ts')).enPanels;
    case 'share zh':
      return (await import('./zh/share.ts')).zhShare;
    case 'share en':
      return (await import('./en/share.ts')).enShare;
  }
}
