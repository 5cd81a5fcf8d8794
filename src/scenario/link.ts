/** The link: a scenario as a short readable text, and back. What could be replayed is always kept. */
import type { Settings } from '../engine/model.ts';
import { replay, type Frame, type Timeline } from '../engine/timeline.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { acceptValue, defaultOf, linkValue } from '../protocols/shared/settings.ts';
import { engineFor } from './engines.ts';
import { formatLink, parseLink, type RawLink, type RawSetting } from './grammar.ts';
import { LINK_MAX, quote, STEPS_MAX, type LinkProblem } from './problem.ts';
import { replayWords, type Run } from './run.ts';
import { seenChecksum } from './seen.ts';
import { emptyScenario, type Scenario } from './scenario.ts';
import { changedSettings, defaultSettings } from './settings.ts';
import { NEWEST_VERSION, upgrade } from './versions.ts';
import { wordOf } from './words.ts';

/** What a link opens: always a scenario that replays, and what was wrong with the link, if anything. */
export interface Opened {
  readonly scenario: Scenario;
  /** How many of the scenario's steps have been taken: the position that is shown. */
  readonly at: number;
  /** How many steps the link asked for; more than the scenario has when some could not be replayed. */
  readonly asked: number;
  readonly problem: LinkProblem | null;
}

/**
 * Opens a link: a whole address, from `#` on, or from `v2/` on. A text that names no known protocol opens the first one.
 * @example readLink(protocols, 'v2/half-message?do=place.half&h=3f9a')
 */
export function readLink(protocols: readonly [Protocol, ...Protocol[]], text: string): Opened {
  const [first] = protocols;
  const raw = parseLink(text);
  if (raw === null) return openedEmpty(first, { kind: 'not-a-link' });
  if (raw.version > NEWEST_VERSION) {
    return openedEmpty(first, { kind: 'newer-version', version: raw.version, newest: NEWEST_VERSION });
  }
  const link = upgrade(raw);
  const protocol = protocols.find(({ id }) => id === link.protocol);
  if (protocol === undefined) {
    const known = protocols.map(({ id }) => id);
    return openedEmpty(first, { kind: 'unknown-protocol', protocol: quote(link.protocol), known });
  }
  return openLink(protocol, link);
}

function openedEmpty(protocol: Protocol, problem: LinkProblem): Opened {
  return { scenario: emptyScenario(protocol), at: 0, asked: 0, problem };
}

function openLink(protocol: Protocol, link: RawLink): Opened {
  const { settings, problem: settingProblem } = readSettings(protocol, link.settings);
  const run = replayWords(protocol, settings, link.words);
  const { steps } = run;
  const { at, problem: atProblem } =
    link.at === null ? { at: steps.length, problem: null } : readPosition(link.at, steps.length);
  const tooLong: LinkProblem | null =
    link.cutFrom === null ? null : { kind: 'too-long', length: link.cutFrom, max: LINK_MAX };
  return {
    scenario: { protocol: protocol.id, settings, steps },
    at,
    asked: run.asked,
    problem: tooLong ?? run.problem ?? settingProblem ?? atProblem ?? readHash(protocol, link.hash, run, at),
  };
}

export interface ReadSettings {
  /** Every setting of the protocol. */
  readonly settings: Settings;
  /** The first of those that could not be read. */
  readonly problem: LinkProblem | null;
}

export function readSettings(protocol: Protocol, given: readonly RawSetting[]): ReadSettings {
  const settings = new Map(Object.entries(defaultSettings(protocol)));
  const problems: LinkProblem[] = [];
  const repeated = new Set<string>();
  for (const [index, { name, value }] of given.entries()) {
    if (given.findIndex((other) => other.name === name) < index) repeated.add(name);
    const spec = protocol.settings.find((known) => known.name === name);
    const accepted = spec === undefined ? null : acceptValue(spec, value);
    if (spec === undefined) {
      problems.push({
        kind: 'unknown-setting',
        name: quote(name),
        known: protocol.settings.map((known) => known.name),
      });
    } else if (accepted === null) {
      const expected =
        spec.kind === 'number'
          ? { kind: spec.kind, min: spec.min, max: spec.max }
          : { kind: spec.kind, values: spec.values.map(linkValue) };
      problems.push({ kind: 'invalid-setting', name, value: quote(value), expected, used: defaultOf(spec) });
    } else {
      settings.set(name, accepted);
    }
  }
  for (const name of repeated) {
    const used = settings.get(name);
    if (used !== undefined) problems.push({ kind: 'repeated-setting', name, used: linkValue(used) });
  }
  return { settings: Object.fromEntries(settings), problem: problems[0] ?? null };
}

export interface ReadPosition {
  readonly at: number;
  readonly problem: LinkProblem | null;
}

/** A position from 0 to the last; what is none becomes the last. */
export function readPosition(text: string, last: number): ReadPosition {
  const at = /^\d{1,6}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
  if (at <= last) return { at, problem: null };
  return { at: last, problem: { kind: 'at-out-of-range', at: quote(text), steps: last } };
}

function readHash(protocol: Protocol, text: string | null, run: Run, at: number): LinkProblem | null {
  if (text === null || text === '' || run.moments[at] === undefined) return null;
  const expected = seenChecksum(protocol, run.engine.model, run.moments, at);
  return text === expected ? null : { kind: 'checksum-differs', step: at, came: quote(text), expected };
}

export interface Written {
  readonly link: string;
  /** How many steps the link holds: fewer than the run has only beyond the limits of a link. */
  readonly steps: number;
}

/** The canonical link of a scenario, from `v2/` on. */
export function writeScenario(protocol: Protocol, { settings, steps }: Scenario, at = steps.length): string {
  return writeLink(protocol, replay(engineFor(protocol, settings), steps).timeline, at).link;
}

/** The canonical link of a timeline at a position, from `v2/` on. */
export function writeLink(protocol: Protocol, timeline: Timeline, at: number): Written {
  const words = wordsOf(protocol, timeline).slice(0, STEPS_MAX);
  for (let count = words.length; ; count -= 1) {
    const link = linkOf(protocol, timeline, words.slice(0, count), Math.min(at, count));
    if (link.length <= LINK_MAX || count === 0) return { link, steps: count };
  }
}

function linkOf(protocol: Protocol, timeline: Timeline, words: readonly string[], at: number): string {
  const { engine, frames } = timeline;
  return formatLink({
    version: NEWEST_VERSION,
    protocol: protocol.id,
    settings: writtenSettings(protocol, engine.model.settings),
    words,
    at: at === words.length ? null : String(at),
    hash: words.length === 0 || frames[at] === undefined ? null : seenChecksum(protocol, engine.model, frames, at),
  });
}

/** The settings that a link has to say, as it says them. */
export function writtenSettings(protocol: Protocol, settings: Settings): readonly RawSetting[] {
  return changedSettings(protocol, settings).map(({ name, value }) => ({ name, value: linkValue(value) }));
}

const knownWords = new WeakMap<Frame, string>();

/** The word of every step of a timeline, each as short as the world before it permits. */
export function wordsOf(protocol: Protocol, { engine, frames }: Timeline): readonly string[] {
  return frames.flatMap((frame, index) => {
    const before = frames[index - 1];
    if (before === undefined || frame.step === null) return [];
    const known = knownWords.get(frame);
    if (known !== undefined) return [known];
    const word = wordOf(engine, protocol.words, before.world, frame.step);
    knownWords.set(frame, word);
    return [word];
  });
}
