import { beforeAll, describe, expect, it } from 'vitest';
import type { Message, Settings } from '../engine/model.ts';
import { lastFrame, type Frame, type Timeline } from '../engine/timeline.ts';
import { diagram } from '../protocols/half-message/diagram.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { broker } from '../protocols/half-message/roles/broker.ts';
import { checker } from '../protocols/half-message/roles/checker.ts';
import { halfTopic } from '../protocols/half-message/roles/halfTopic.ts';
import { orderDatabase } from '../protocols/half-message/roles/orderDatabase.ts';
import { producer } from '../protocols/half-message/roles/producer.ts';
import { choiceWords } from '../protocols/half-message/words.ts';
import type { Section, TextRef, Zoom } from '../protocols/protocol.ts';
import { consumer } from '../protocols/shared/consumer.ts';
import { topic } from '../protocols/shared/topic.ts';
import { loadBothLanguages } from './both.ts';
import { enHalfMessage } from './en/halfMessage.ts';
import { enCatalogue } from './en/language.ts';
import { library, randomRuns, rareRuns } from './halfMessage.testing.ts';
import { namesOf } from './names.ts';
import { describeRecord, narrate } from './narrate.ts';
import { refusalText } from './refusalText.ts';
import { stepLabel } from './stepLabel.ts';
import { LANGS, hasProtocolText, protocolText, registerLanguage, type Lang } from './text.ts';
import { zhHalfMessage } from './zh/halfMessage.ts';

const ZOOMS: readonly Zoom[] = ['concept', 'internals'];
/** Enough for every text to come up; raise them when a new one does not. */
const RUNS = 60;
const STEPS = 60;
const runs: readonly Timeline[] = [...library.map(({ timeline }) => timeline), ...rareRuns, ...randomRuns(RUNS, STEPS)];

/** The notes and reasons that the configurations of the protocol's own machines name. */
const written = [producer, broker, halfTopic, checker, orderDatabase].flatMap(({ config }) => saidBy(config));
const writtenInShared = [topic, consumer].flatMap(({ config }) => saidBy(config));

beforeAll(loadBothLanguages);

describe('texts of the half message', { timeout: 60_000 }, () => {
  it('[I3] has the same placeholders in both languages', () => {
    const shape = (texts: { readonly [key: string]: string }): readonly string[] =>
      Object.entries(texts)
        .map(([key, text]) => `${key} ${[...new Set(text.match(/\{@?\w+\}/g))].sort().join(' ')}`)
        .sort();
    expect(shape(enHalfMessage)).toEqual(shape(zhHalfMessage));
  });

  it('[I3] has no empty text, no Chinese in an English one, and no half-width comma in a Chinese sentence', () => {
    const empty = [...Object.entries(zhHalfMessage), ...Object.entries(enHalfMessage)].filter(
      ([, text]) => text === '',
    );
    const mixed = Object.entries(enHalfMessage).filter(([, text]) => /\p{Script=Han}|[，。：；（）]/u.test(text));
    const narrow = Object.entries(zhHalfMessage).filter(([, text]) => /\p{Script=Han}[,;:!?]/u.test(text));
    expect({ empty, mixed, narrow }).toEqual({ empty: [], mixed: [], narrow: [] });
  });

  it('[I3] keeps titles short', () => {
    const width = (text: string): number =>
      [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 1 : 0.5), 0);
    const titles = Object.entries(zhHalfMessage).filter(([key]) => key.endsWith('-title'));
    expect(titles.length).toBeGreaterThan(40);
    expect(titles.filter(([, text]) => width(text) > 14)).toEqual([]);
    const stages = Object.entries(enHalfMessage).filter(([key]) => /^stage-.*-title$/.test(key));
    expect(stages.filter(([, text]) => text.split(' ').length > 5)).toEqual([]);
  });

  it.each(LANGS)('[I4] names every note and every reason that the machines write down as such (%s)', (lang) => {
    expect(written.length).toBeGreaterThan(20);
    expect(written.filter((key) => !hasProtocolText(lang, 'half-message', key))).toEqual([]);
  });

  it.each(LANGS)('[I4] can say everything that happens in the library and in random runs (%s)', (lang) => {
    const sentences = new Set(runs.flatMap(({ frames }) => frames.flatMap((frame) => sentencesOf(lang, frame))));
    expect(sentences.size).toBeGreaterThan(300);
    const wrong = [...sentences].filter((text) => !isWellFormed(lang, text));
    expect(wrong).toEqual([]);
  });

  it.each(LANGS)('[I4] never tells the same thing twice in one step (%s)', (lang) => {
    const repeated = runs
      .flatMap(({ frames }) => frames.map((frame) => narrate(lang, halfMessage, frame)))
      .filter(({ headline, details }) => new Set([headline, ...details]).size !== details.length + 1);
    expect(repeated).toEqual([]);
  });

  it('[I5] has no text that nothing uses', () => {
    const used = new Set<string>([...written, ...writtenInShared]);
    registerLanguage('en', { ...enCatalogue, protocols: { 'half-message': watched(enHalfMessage, used) } });
    try {
      for (const run of runs) readEverything(run);
      for (const key of plainKeys()) protocolText('en', 'half-message', key);
    } finally {
      registerLanguage('en', enCatalogue);
    }
    expect(Object.keys(enHalfMessage).filter((key) => !used.has(key))).toEqual([]);
  });
});

/** Reads every text that the page shows in a run, and why a choice is refused at its end. */
function readEverything({ engine, frames }: Timeline): void {
  const { settings, processes, roles } = engine.model;
  const names = namesOf('en', 'half-message');
  for (const frame of frames) {
    sentencesOf('en', frame);
    for (const zoom of ZOOMS) boxTexts(frame, settings, zoom).forEach((ref) => protocolText('en', 'half-message', ref));
  }
  for (const { role, message } of engine.model.choices(lastFrame({ engine, frames }).world)) {
    const refusal = engine.whyNot(lastFrame({ engine, frames }).world, { kind: 'choose', role, message });
    if (refusal !== null) refusalText('en', 'half-message', refusal);
  }
  processes.forEach(({ id }) => `${names.process(id)} ${names.inline.process(id)}`);
  roles.forEach(({ id }) => `${names.role(id)} ${names.inline.role(id)}`);
}

function boxTexts({ world }: Frame, settings: Settings, zoom: Zoom): readonly (TextRef | string)[] {
  const titles = diagram(settings, zoom).nodes.map(({ title }) => title);
  return [...titles, ...Object.values(halfMessage.sections(world, settings, zoom)).flatMap(textsIn)];
}

/** The literal `what` and `reason` of the notes in a machine's configuration, as keys. */
function saidBy(config: unknown): readonly string[] {
  if (config === null || typeof config !== 'object') return [];
  const values: readonly unknown[] = Object.values(config);
  const own = [
    ...('what' in config && typeof config.what === 'string' ? [`noted-${config.what}`] : []),
    ...('reason' in config && typeof config.reason === 'string' ? [`ignored-${config.reason}`] : []),
    ...('params' in config && typeof config.params === 'function'
      ? [...config.params.toString().matchAll(/what: "([\w-]+)"|what: '([\w-]+)'/g)].map(
          ([, one, other]) => `noted-${one ?? other}`,
        )
      : []),
  ];
  return [...own, ...values.flatMap(saidBy)];
}

/** Everything that the page may say about a frame, apart from its boxes. */
function sentencesOf(lang: Lang, frame: Frame): readonly string[] {
  const { headline, details } = narrate(lang, halfMessage, frame);
  const told = frame.records.flatMap((record) => describeRecord(lang, halfMessage, record) ?? []);
  const label = frame.step === null ? [] : [stepLabel(lang, halfMessage, frame.step)];
  const packets = frame.packets.flatMap(({ message }) => packetTexts(lang, message));
  return [headline, ...details, ...told, ...label, ...packets];
}

function packetTexts(lang: Lang, message: Message): readonly string[] {
  const names = namesOf(lang, 'half-message');
  const label = protocolText(lang, 'half-message', halfMessage.packetLook(message).label);
  return [label, names.message(message), names.inline.message(message), names.meaning(message)];
}

/** No placeholder, key or id of the machines is left, and sentences keep the customs of their language. */
function isWellFormed(lang: Lang, text: string): boolean {
  const isRaw = /[{}]|undefined|null\b|NaN|-inline|\b(?:producer-b|order-db|order-b|half-topic|order-database)\b/.test(
    text,
  );
  const isSpaced = !/ {2}|\s[.,，。]|\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text);
  const isOwn = lang === 'zh' ? !/\b(?:the|of|is|to)\b/.test(text) : !/\p{Script=Han}/u.test(text);
  return text !== '' && !isRaw && isSpaced && isOwn;
}

function textsIn(sections: readonly Section[]): readonly (TextRef | string)[] {
  return sections.flatMap((section): readonly (TextRef | string)[] => {
    switch (section.kind) {
      case 'queue':
        return [section.title, ...section.cells.map(({ hint }) => hint), ...(section.note ? [section.note] : [])];
      case 'table':
        return [section.title, ...section.columns, ...section.rows.flat().filter((cell) => typeof cell !== 'string')];
      case 'status':
        return [section.title, section.text];
    }
  });
}

/** What the page shows without a run: the protocol's name, settings, steps, scenarios, buttons, timers. */
function plainKeys(): readonly string[] {
  const { settings, stages, scenarios, words } = halfMessage;
  return [
    'name',
    'tagline',
    'zoom-internals',
    ...settings.flatMap((spec) => [
      `setting-${spec.name}`,
      `setting-${spec.name}-why`,
      ...(spec.kind === 'choice' ? spec.values.map((value) => `value-${spec.name}-${value}`) : []),
    ]),
    ...ZOOMS.flatMap((zoom) =>
      stages[zoom].flatMap(({ number }) => [`stage-${zoom}-${number}-title`, `stage-${zoom}-${number}-text`]),
    ),
    ...scenarios.flatMap(({ id }) => [`scenario-${id}-title`, `scenario-${id}-why`]),
    ...Object.keys(words.delays).map((delay) => `delay-${delay}`),
    ...Object.keys(words.messages).map((type) => `message-${type}`),
    ...choiceWords.filter((word) => word === 'accept').map((word) => `choice-${word}`),
  ];
}

/** The same texts, noting which of them are read. */
function watched<Texts extends { readonly [key: string]: string }>(texts: Texts, used: Set<string>): Texts {
  return new Proxy(texts, {
    get: (target, key) => {
      if (typeof key === 'string') used.add(key);
      return typeof key === 'string' ? target[key] : undefined;
    },
  });
}
