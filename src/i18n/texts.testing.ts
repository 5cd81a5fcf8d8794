/** What the texts of every protocol have to keep: nothing missing, nothing unused, nothing half filled, in both languages. */
import { beforeAll, expect, it } from 'vitest';
import type { Machine } from '../engine/xstateAdapter.ts';
import type { Message, Settings } from '../engine/model.ts';
import { lastFrame, type Frame, type Timeline } from '../engine/timeline.ts';
import { channelId } from '../engine/world.ts';
import type { Protocol, Section, TextRef, Zoom } from '../protocols/protocol.ts';
import { loadAllTexts, protocolShelves, putShelf, textsOf } from './shelves.ts';
import { namesOf } from './names.ts';
import { describeRecord, narrate } from './narrate.ts';
import { narrateAgain } from './narrateAgain.ts';
import { refusalText } from './refusalText.ts';
import { libraryRuns, randomRuns } from './runs.testing.ts';
import { stepLabel } from './stepLabel.ts';
import { LANGS, type Lang } from './languages.ts';
import { hasProtocolText, protocolText } from './text.ts';

interface Subject {
  readonly protocol: Protocol;
  /** The protocol's own machines: every note and reason that they write down has a text. */
  readonly machines: readonly Machine[];
  /** Machines that it shares with other protocols: some of what they say never comes up here. */
  readonly sharedMachines: readonly Machine[];
  /** Runs that chance seldom finds. */
  readonly rareRuns: readonly Timeline[];
  /** Labels of choices that a machine takes too seldom to come up. */
  readonly rareChoices: readonly string[];
  /** Ids of roles and processes that must never reach a reader. */
  readonly ids: readonly string[];
}

type Texts = { readonly [key: string]: string };

const ZOOMS: readonly Zoom[] = ['concept', 'internals'];
/** Enough for every text to come up; raise them, or add a rare run, when a new one does not. */
const RUNS = 60;
const STEPS = 60;

export function itHasItsTexts(subject: Subject): void {
  const { protocol } = subject;
  const runs = [...libraryRuns(protocol), ...subject.rareRuns, ...randomRuns(protocol, RUNS, STEPS)];
  const written = subject.machines.flatMap(({ config }) => saidBy(config));
  beforeAll(loadAllTexts);

  it('[I3] keeps titles short', () => {
    const [zh, en] = [ownTexts('zh'), ownTexts('en')];
    const titles = Object.entries(zh).filter(([key]) => key.endsWith('-title'));
    expect(titles.length).toBeGreaterThan(protocol.library.scenarios.length);
    expect(titles.filter(([, text]) => widthOf(text) > 14)).toEqual([]);
    const stages = Object.entries(en).filter(([key]) => /^stage-.*-title$/.test(key));
    expect(stages.filter(([, text]) => text.split(' ').length > 5)).toEqual([]);
  });

  it.each(LANGS)('[I4] names every note and every reason that the machines write down as such (%s)', (lang) => {
    expect(written.length).toBeGreaterThan(subject.machines.length);
    expect(written.filter((key) => !hasProtocolText(lang, protocol.id, key))).toEqual([]);
  });

  it.each(LANGS)('[I4] can say everything that happens in the library and in random runs (%s)', (lang) => {
    const sentences = new Set(
      runs.flatMap(({ engine, frames }) =>
        frames.flatMap((frame) => sentencesOf(lang, protocol, engine.model.settings, frame)),
      ),
    );
    expect(sentences.size).toBeGreaterThan(150);
    expect([...sentences].filter((text) => !isWellFormed(lang, subject.ids, text))).toEqual([]);
  });

  it.each(LANGS)('[I4] never tells the same thing twice in one step (%s)', (lang) => {
    const repeated = runs
      .flatMap(({ frames }) => frames.map((frame) => narrate(lang, protocol, frame)))
      .filter(({ headline, details }) => new Set([headline, ...details]).size !== details.length + 1);
    expect(repeated).toEqual([]);
  });

  it('[I5] has no text that nothing uses', () => {
    const used = new Set<string>([...written, ...subject.sharedMachines.flatMap(({ config }) => saidBy(config))]);
    const shelves = protocolShelves(protocol.id).map((shelf) => [shelf, textsOf('en', shelf) ?? {}] as const);
    for (const [shelf, texts] of shelves) putShelf('en', shelf, watched(texts, used));
    try {
      for (const run of runs) readEverything(protocol, run);
      for (const key of plainKeys(subject)) protocolText('en', protocol.id, key);
    } finally {
      for (const [shelf, texts] of shelves) putShelf('en', shelf, texts);
    }
    expect(Object.keys(ownTexts('en')).filter((key) => !used.has(key))).toEqual([]);
  });

  /** Every text of the protocol, whatever the shelf. */
  function ownTexts(lang: Lang): Texts {
    return Object.assign({}, ...protocolShelves(protocol.id).map((shelf) => textsOf(lang, shelf)));
  }
}

/** In Chinese letters; a Latin one is half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 1 : 0.5), 0);
}

/** Reads every text that the page shows in a run, and why a choice is refused in it. */
function readEverything(protocol: Protocol, { engine, frames }: Timeline): void {
  const { processes, roles } = engine.model;
  const names = namesOf('en', protocol.id);
  for (const frame of frames) {
    sentencesOf('en', protocol, engine.model.settings, frame);
    boxTexts(protocol, engine.model.settings, frame).forEach((ref) => protocolText('en', protocol.id, ref));
  }
  const { world } = lastFrame({ engine, frames });
  for (const { role, message } of engine.model.choices(world)) {
    const refusal = engine.whyNot(world, { kind: 'choose', role, message });
    if (refusal !== null) refusalText('en', protocol.id, refusal);
  }
  processes.forEach(({ id }) => `${names.process(id)} ${names.inline.process(id)}`);
  roles.forEach(({ id }) => `${names.role(id)} ${names.inline.role(id)}`);
}

function boxTexts(protocol: Protocol, settings: Settings, { world }: Frame): readonly (TextRef | string)[] {
  return ZOOMS.flatMap((zoom) => [
    ...protocol.diagram(settings, zoom).nodes.map(({ title }) => title),
    ...Object.values(protocol.sections(world, settings, zoom)).flatMap(textsIn),
  ]);
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
function sentencesOf(lang: Lang, protocol: Protocol, settings: Settings, frame: Frame): readonly string[] {
  const { headline, details } = narrate(lang, protocol, frame);
  const told = frame.records.flatMap((record) => describeRecord(lang, protocol, record) ?? []);
  const label = frame.step === null ? [] : [stepLabel(lang, protocol, frame.step)];
  const packets = frame.packets.flatMap(({ message }) => packetTexts(lang, protocol, message));
  const broken = brokenCalls(protocol, settings, frame).map(({ message }) => packetLabel(lang, protocol, message));
  const again = frame.step === null ? [] : [narrateAgain(lang, protocol, [frame], 3).headline];
  return [headline, ...details, ...told, ...label, ...packets, ...broken, ...again];
}

/** A call along an arrow to a process that is down is drawn as well: it breaks at its border. */
function brokenCalls(protocol: Protocol, settings: Settings, { records }: Frame) {
  const arrows = ZOOMS.flatMap((zoom) => protocol.diagram(settings, zoom).edges.flatMap(({ channels }) => channels));
  return records
    .filter((record) => record.kind === 'lost')
    .filter(({ from, to }) => arrows.includes(channelId(from, to)));
}

function packetLabel(lang: Lang, { id, packetLook }: Protocol, message: Message): string {
  return protocolText(lang, id, packetLook(message).label);
}

function packetTexts(lang: Lang, protocol: Protocol, message: Message): readonly string[] {
  const names = namesOf(lang, protocol.id);
  return [
    packetLabel(lang, protocol, message),
    names.message(message),
    names.inline.message(message),
    names.meaning(message),
  ];
}

/** No placeholder, key or id of the machines is left, and sentences keep the customs of their language. */
function isWellFormed(lang: Lang, ids: readonly string[], text: string): boolean {
  const isRaw =
    /[{}]|undefined|null\b|NaN|-inline/.test(text) || text.split(/[^\w-]+/).some((word) => ids.includes(word));
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
function plainKeys({ protocol, rareChoices }: Subject): readonly string[] {
  const { settings, stages, library, words, kinds, safeguards } = protocol;
  return [
    'name',
    'tagline',
    'zoom-internals',
    ...settings.flatMap((spec) => [
      `setting-${spec.name}`,
      `setting-${spec.name}-why`,
      ...(spec.kind === 'choice' ? spec.values.map((value) => `value-${spec.name}-${value}`) : []),
    ]),
    ...safeguards.flatMap(({ id, kind }) => (kind === 'protocol' ? [`safeguard-${id}`, `safeguard-${id}-why`] : [])),
    ...ZOOMS.flatMap((zoom) =>
      stages[zoom].flatMap(({ number }) => [`stage-${zoom}-${number}-title`, `stage-${zoom}-${number}-text`]),
    ),
    ...library.scenarios.flatMap(({ id }) => [`scenario-${id}-title`, `scenario-${id}-why`]),
    ...Object.keys(words.delays).map((delay) => `delay-${delay}`),
    ...Object.keys(words.messages).map((type) => `message-${type}`),
    ...[...kinds.faults, ...kinds.repairs].map((kind) => `kind-${kind}`),
    ...rareChoices.map((word) => `choice-${word}`),
  ];
}

/** The same texts, noting which of them are read. */
function watched(texts: Texts, used: Set<string>): Texts {
  return new Proxy(texts, {
    get: (target, key) => {
      if (typeof key === 'string') used.add(key);
      return typeof key === 'string' ? target[key] : undefined;
    },
  });
}
