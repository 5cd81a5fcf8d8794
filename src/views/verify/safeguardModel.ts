/** "Which safeguards matter?": every safeguard left out in turn, and all of them in place. */
import type { Settings } from '../../engine/model.ts';
import { explorerText, protocolText } from '../../i18n/text.ts';
import type { Lang } from '../../i18n/languages.ts';
import { topicText } from '../../i18n/text.ts';
import { questionKey, type InquiryState } from '../../player/inquiry.ts';
import { protocolIds } from '../../protocols/loaders.ts';
import { isPromiseId, type PromiseId } from '../../protocols/shared/propertyIds.ts';
import type { Protocol, Safeguard } from '../../protocols/protocol.ts';
import { completeSettings } from '../../scenario/settings.ts';
import { inquiryOf } from '../../protocols/inquiries.ts';
import { NO_MISHAPS } from '../../verifier/budget.ts';
import { propertiesOf } from '../../verifier/properties.ts';
import type { MishapBudget, Question, Report } from '../../verifier/question.ts';
import { settingSafeguards, settingsOf, BYTES_MAX } from './verifyModel.ts';

/** One way to do without a safeguard, or with all of them. */
export interface SafeguardRow {
  readonly key: string;
  readonly label: string;
  readonly question: Question;
}

export interface SafeguardGroup {
  readonly id: string;
  /** Null for the group of everything, whose row says it all. */
  readonly wording: { readonly title: string; readonly why: string } | null;
  readonly stages: readonly number[];
  readonly rows: readonly SafeguardRow[];
}

/** The questions of all rows. With everything in place nothing is found that would end the search, so that comes last. */
export function questionsOf([all, ...others]: readonly SafeguardGroup[]): readonly Question[] {
  const groups = all === undefined ? others : [...others, all];
  return groups.flatMap(({ rows }) => rows.map(({ question }) => question));
}

/** How far several questions are; null while none of them runs. */
export function progressOf({ checks }: InquiryState, questions: readonly Question[]): TableProgress | null {
  const own = questions.map((question) => checks.get(questionKey(question)));
  const current = own.find((check) => check?.status === 'asked');
  if (current?.status !== 'asked') return null;
  const at = own.filter((check) => check?.status === 'answered').length;
  return { report: current.report, done: { at, count: questions.length } };
}

export interface TableProgress {
  readonly report: Report | null;
  readonly done: { readonly at: number; readonly count: number };
}

/** A promise as the head of a column. */
export function promiseText(lang: Lang, id: PromiseId): string {
  return topicText(lang, 'verify', `promise-${id}`);
}

/** The promises of a protocol: the columns of the table. */
export function promisesOf(protocol: Protocol): readonly PromiseId[] {
  return propertiesOf(protocol)
    .map(({ id }) => id)
    .filter(isPromiseId);
}

export interface Place {
  readonly protocol: Protocol;
  /** Every protocol whose texts are there; a row of another one waits for it. */
  readonly known: readonly Protocol[];
  /** Those of the session. */
  readonly settings: Settings;
}

/** The rows by safeguard, the first group with nothing left out; only what a stage is there for when one is given. */
export function safeguardGroups(
  lang: Lang,
  place: Place,
  form: InquiryState,
  stage: number | null,
): readonly SafeguardGroup[] {
  const { protocol, settings } = place;
  const complete = { ...settingsOf(protocol, settings, form), ...allOn(protocol) };
  const groups = protocol.safeguards
    .filter(({ stages }) => stage === null || stages.includes(stage))
    .map((safeguard): SafeguardGroup => ({
      id: safeguard.id,
      stages: safeguard.stages,
      wording: wordingOf(lang, protocol, safeguard),
      rows: waysWithout(lang, place, safeguard, { form, complete }),
    }));
  const all = rowOf(topicText(lang, 'verify', 'table-all'), protocol, complete, form);
  return [{ id: 'all', wording: null, stages: [], rows: [all] }, ...groups];
}

function allOn(protocol: Protocol): Settings {
  return Object.fromEntries(settingSafeguards(protocol).map(({ setting, on }) => [setting, on]));
}

function wordingOf(lang: Lang, protocol: Protocol, safeguard: Safeguard): SafeguardGroup['wording'] {
  const key = safeguard.kind === 'setting' ? `setting-${safeguard.setting}` : `safeguard-${safeguard.id}`;
  return { title: protocolText(lang, protocol.id, key), why: protocolText(lang, protocol.id, `${key}-why`) };
}

/** Each way to do without it: another value of its setting, or another protocol. */
function waysWithout(
  lang: Lang,
  { protocol, known }: Place,
  safeguard: Safeguard,
  { form, complete }: { readonly form: InquiryState; readonly complete: Settings },
): readonly SafeguardRow[] {
  if (safeguard.kind === 'setting') {
    return safeguard.off.map((value) => {
      const label = protocolText(lang, protocol.id, `value-${safeguard.setting}-${value}`);
      return rowOf(label, protocol, { ...complete, [safeguard.setting]: value }, form, safeguard.id);
    });
  }
  const other = known.find(({ id }) => id === safeguard.protocol);
  const name = protocolIds.find((id) => id === safeguard.protocol);
  if (other === undefined || name === undefined) return [];
  const settings = settingsOf(other, completeSettings(other, safeguard.settings), form);
  return [rowOf(explorerText(lang, `protocol-${name}`), other, settings, form)];
}

/**
 * A row is decided, or said to be undecided, within 20 seconds. A space that is made for promises has few states, and each of
 * them takes long.
 */
function rowStatesMax(protocol: string): number {
  return inquiryOf(protocol).promiseForgettings === null ? 1_000_000 : 60_000;
}

/** One mishap of each kind that a row is about: those of its safeguard, and those from which none protects. */
function mishapsOf(protocol: string, safeguard: string | undefined): MishapBudget | null {
  const asked = inquiryOf(protocol).rowMishaps.filter(({ safeguards }) => {
    return safeguards === undefined || (safeguard !== undefined && safeguards.includes(safeguard));
  });
  if (asked.length === 0) return null;
  const kinds = Object.fromEntries(asked.map(({ kind }) => [kind, 1]));
  return { ...NO_MISHAPS, kinds, about: Object.fromEntries(asked.map(({ kind, breaks }) => [kind, breaks])) };
}

/** `safeguard`: the one that is left out; none where all are in place, or where it is another protocol. */
function rowOf(
  label: string,
  about: Protocol,
  settings: Settings,
  form: InquiryState,
  safeguard?: string,
): SafeguardRow {
  const { faults, orders, messagesAreFast } = form;
  const asked = { protocol: about.id, properties: promisesOf(about), settings, faults, orders };
  const timing = messagesAreFast ? { messagesAreFast } : {};
  const bounds = { reduction: 'as-needed', statesMax: rowStatesMax(about.id), bytesMax: BYTES_MAX } as const;
  const mishaps = mishapsOf(about.id, safeguard);
  const also = mishaps === null ? {} : { mishaps };
  const question: Question = { ...asked, ...also, ...timing, ...bounds, stopsEarly: false };
  return { key: questionKey(question), label, question };
}
