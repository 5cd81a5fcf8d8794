/** What can be asked about a protocol, and the question that the form stands for. */
import type { Settings } from '../../engine/model.ts';
import { listText } from '../../i18n/lists.ts';
import { topicText } from '../../i18n/text.ts';
import { protocolText } from '../../i18n/text.ts';
import type { Lang } from '../../i18n/languages.ts';
import type { InquiryState } from '../../player/inquiry.ts';
import { inquiryOf } from '../../protocols/inquiries.ts';
import { propertyIdOf } from '../../protocols/shared/propertyIds.ts';
import type { Protocol, Safeguard, SettingSpec } from '../../protocols/protocol.ts';
import { completeSettings } from '../../scenario/settings.ts';
import { propertiesOf } from '../../verifier/properties.ts';
import type { MishapBudget, PropertyKind, Question } from '../../verifier/question.ts';

/** Where a search in the page gives up. No browser says how much memory there is; a phone has this much. */
const STATES_MAX = 2_000_000;
export const BYTES_MAX = 400_000_000;
export const FAULTS_MAX = 3;
export const ORDERS_MAX = 2;

export interface Askable {
  readonly id: string;
  readonly kind: PropertyKind;
  /** In plain words. */
  readonly question: string;
}

/** The promises first, the most telling one in front, then the runs that one can be shown. */
export function askables(lang: Lang, protocol: Protocol): readonly Askable[] {
  const all = propertiesOf(protocol).map(({ id, kind }): Askable => ({
    id,
    kind,
    question: questionText(lang, id),
  }));
  return [...all.filter(({ kind }) => kind !== 'sometimes'), ...all.filter(({ kind }) => kind === 'sometimes')];
}

export function questionText(lang: Lang, id: string): string {
  return topicText(lang, 'verify', `ask-${propertyIdOf(id)}`);
}

/** One mishap or one repair of any kind. */
const EACH_KIND: MishapBudget = { kinds: {}, others: 1, persons: 1 };

type Form = Pick<InquiryState, 'property' | 'faults' | 'others' | 'messagesAreFast' | 'orders' | 'changes'>;

/** The settings that the question is about: the session's, with fewer rounds, and with what was switched in the panel. */
export function settingsOf(protocol: Protocol, session: Settings, { property, changes }: Form): Settings {
  const switched = changes?.base === session ? changes.values : {};
  return { ...completeSettings(protocol, session), ...fewerRounds(protocol, session, property), ...switched };
}

/** Settings that only count rounds, at as many as an exploration lets itself have, or more where the property needs them. */
function fewerRounds({ id: protocol, settings: specs }: Protocol, session: Settings, property: string): Settings {
  const needed = inquiryOf(protocol).properties.find(({ id }) => id === property)?.rounds ?? {};
  return Object.fromEntries(
    specs.filter(isRounds).map(({ name, initial, explored }) => {
      return [name, String(Math.min(Number(session[name] ?? initial), Math.max(explored, needed[name] ?? 0)))];
    }),
  );
}

type RoundsSpec = Extract<SettingSpec, { readonly kind: 'number' }> & { readonly explored: number };

function isRounds(spec: SettingSpec): spec is RoundsSpec {
  return spec.kind === 'number' && spec.explored !== undefined;
}

export interface Rounds {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What the run on the stage has. */
  readonly usual: number;
}

/** More rounds than this only make the search longer. */
const ROUNDS_MAX = 5;

export function roundsOf(lang: Lang, protocol: Protocol, session: Settings, used: Settings): readonly Rounds[] {
  return protocol.settings.filter(isRounds).map(({ name, initial, min, max }) => ({
    name,
    label: protocolText(lang, protocol.id, `setting-${name}`),
    value: Number(used[name]),
    min,
    max: Math.min(max, ROUNDS_MAX),
    usual: Number(session[name] ?? initial),
  }));
}

export type SettingSafeguard = Extract<Safeguard, { readonly kind: 'setting' }>;

export function settingSafeguards({ safeguards }: Protocol): readonly SettingSafeguard[] {
  return safeguards.filter((safeguard) => safeguard.kind === 'setting');
}

export interface Switch {
  readonly setting: string;
  readonly label: string;
  readonly why: string;
  readonly isOn: boolean;
  readonly on: string;
  readonly off: string;
  /** What the setting is now, in words. */
  readonly value: string;
  /** The ways to do without it, where there is more than one. */
  readonly ways: readonly { readonly value: string; readonly label: string }[];
}

export function switchesOf(lang: Lang, protocol: Protocol, used: Settings): readonly Switch[] {
  const text = (key: string): string => protocolText(lang, protocol.id, key);
  return settingSafeguards(protocol).map(({ setting, on, off }) => {
    const value = used[setting] ?? on;
    return {
      setting,
      label: text(`setting-${setting}`),
      why: text(`setting-${setting}-why`),
      isOn: !off.includes(value),
      on,
      off: off[0],
      value,
      ways: off.length < 2 ? [] : off.map((way) => ({ value: way, label: text(`value-${setting}-${way}`) })),
    };
  });
}

/** One property of the form, until the first run that decides it. */
export function questionOf(protocol: Protocol, session: Settings, form: Form): Question {
  const { property, faults, orders, others, messagesAreFast } = form;
  return {
    protocol: protocol.id,
    settings: settingsOf(protocol, session, form),
    faults,
    ...(others ? { mishaps: EACH_KIND } : {}),
    ...(messagesAreFast ? { messagesAreFast } : {}),
    orders,
    properties: [property],
    reduction: 'as-needed',
    statesMax: STATES_MAX,
    bytesMax: BYTES_MAX,
    stopsEarly: true,
  };
}

/** Every setting that is neither a safeguard nor a number of rounds, with its value. */
export function otherSettings(lang: Lang, protocol: Protocol, used: Settings): string {
  const text = (key: string): string => protocolText(lang, protocol.id, key);
  const shown = new Set(settingSafeguards(protocol).map(({ setting }) => setting));
  const others = protocol.settings
    .filter((spec) => !shown.has(spec.name) && !isRounds(spec))
    .map(({ name, kind }) => {
      const value = used[name] ?? '';
      const named = kind === 'choice' ? text(`value-${name}-${value}`) : value;
      return topicText(lang, 'verify', 'switches-other', { setting: text(`setting-${name}`), value: named });
    });
  return listText(lang, others);
}
