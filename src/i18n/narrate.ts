/** What a step did, in sentences: for the story, the live region and the command line. */
import type { RunRecord } from '../engine/record.ts';
import type { Step } from '../engine/step.ts';
import type { Frame } from '../engine/timeline.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { namesOf } from './names.ts';
import { hasProtocolText, pageText, protocolText } from './text.ts';
import type { Lang } from './languages.ts';
import type { TextValues } from './fill.ts';
import { inSentence, lowered, sentence, variantOf } from './variants.ts';

export interface Narration {
  /** What the step was and its most important consequence, in one sentence. */
  readonly headline: string;
  /** What else happened, in order; nothing that the headline says. */
  readonly details: readonly string[];
}

export function narrate(lang: Lang, protocol: Protocol, { step, records }: Frame): Narration {
  if (step === null) return { headline: pageText(lang, 'now-start'), details: [] };
  const voice: Voice = { lang, protocol };
  const { text, told } = headlineOf(voice, step, records);
  const more = detailsOf(
    voice,
    records.filter((record) => !told.includes(record)),
  );
  const isArrival = told.some(({ kind }) => kind === 'delivered') && told.length === 1;
  const details = isArrival && 'message' in step ? [namesOf(lang, protocol.id).meaning(step.message), ...more] : more;
  return { headline: text, details: [...new Set(details)].filter((detail) => detail !== text) };
}

/** One record in a sentence that stands alone; null where it says nothing to a reader. */
export function describeRecord(lang: Lang, protocol: Protocol, record: RunRecord): string | null {
  const voice: Voice = { lang, protocol };
  switch (record.kind) {
    case 'chosen':
    case 'fired':
    case 'noted':
    case 'crashed':
    case 'restarted':
      return tell(voice, record, []).text;
    case 'sent':
      return say(voice, record.merged ? 'narrate-merged' : 'narrate-sent', record);
    case 'delivered':
      return say(voice, 'narrate-delivered', record);
    case 'dropped':
      return say(voice, 'narrate-dropped', record);
    case 'duplicated':
      return say(voice, 'narrate-duplicated', record);
    case 'lost':
      return say(voice, 'narrate-lost', record);
    case 'ignored': {
      const role = namesOf(lang, protocol.id).role(record.role);
      return pageText(lang, 'narrate-ignored', { role, reason: lowered(reasonOf(voice, record.reason)) });
    }
    case 'called':
    case 'moved':
    case 'armed':
    case 'disarmed':
      return null;
  }
}

interface Voice {
  readonly lang: Lang;
  readonly protocol: Protocol;
}

/** A sentence, and the records that it tells. */
interface Told {
  readonly text: string;
  readonly told: readonly RunRecord[];
}

type Transfer = Extract<RunRecord, { readonly from: string }>;

function headlineOf(voice: Voice, step: Step, records: readonly RunRecord[]): Told {
  const [own, ...rest] = records;
  if (own === undefined) return { text: '', told: [] };
  switch (step.kind) {
    case 'deliver':
      return arrivalOf(voice, own, rest);
    case 'fire': {
      const whole = tell(voice, own, rest);
      const note = rest.find(({ kind }) => kind === 'noted');
      if (whole.told.length > 1 || note === undefined) return whole;
      const noted = tell(voice, note, rest);
      return { text: noted.text, told: [own, ...noted.told] };
    }
    case 'choose':
    case 'crash':
    case 'restart':
      return tell(voice, own, rest);
    case 'drop':
    case 'duplicate':
      return { text: describeRecord(voice.lang, voice.protocol, own) ?? '', told: [own] };
  }
}

/** A message that arrives is told by what the receiver noted, by why it is ignored, or by its mere arrival. */
function arrivalOf(voice: Voice, own: RunRecord, rest: readonly RunRecord[]): Told {
  const note = rest.find(({ kind }) => kind === 'noted');
  if (note !== undefined) {
    const noted = tell(voice, note, rest);
    return { text: noted.text, told: [own, ...noted.told] };
  }
  const ignored = rest.find((record) => record.kind === 'ignored');
  if (ignored?.kind === 'ignored' && own.kind === 'delivered' && ignored.message === own.message) {
    const reason = lowered(reasonOf(voice, ignored.reason));
    return { text: say(voice, 'narrate-unheeded', own, { reason }), told: [own, ignored] };
  }
  const whole = companionOf(voice, own, rest) === undefined ? null : tell(voice, own, rest);
  return whole ?? { text: describeRecord(voice.lang, voice.protocol, own) ?? '', told: [own] };
}

function detailsOf(voice: Voice, records: readonly RunRecord[]): readonly string[] {
  const details: string[] = [];
  let left = records.filter(({ kind }) => isDetail(kind));
  for (let [record] = left; record !== undefined; [record] = left) {
    const { text, told } = detailOf(voice, record, left.slice(1));
    details.push(text);
    left = left.filter((other) => !told.includes(other));
  }
  return details;
}

function detailOf(voice: Voice, record: RunRecord, others: readonly RunRecord[]): Told {
  if (record.kind === 'noted') return tell(voice, record, others);
  return { text: describeRecord(voice.lang, voice.protocol, record) ?? '', told: [record] };
}

function isDetail(kind: RunRecord['kind']): boolean {
  return kind === 'noted' || kind === 'ignored' || kind === 'lost' || kind === 'sent';
}

/** A text of the protocol for a record, in the variant that fits what it says or what else happened in the step. */
function tell({ lang, protocol }: Voice, record: RunRecord, others: readonly RunRecord[]): Told {
  const speech = { lang, protocol: protocol.id };
  const key = keyOfRecord(protocol, record);
  const values = valuesOf({ lang, protocol }, record);
  const companion = companionOf({ lang, protocol }, record, others);
  if (companion === undefined) {
    return { text: sentence(protocolText(lang, protocol.id, variantOf(speech, key, values))), told: [record] };
  }
  const context = [...others.filter((other) => other !== companion), companion];
  const all = context.reduceRight<TextValues>(
    (known, other) => ({ ...valuesOf({ lang, protocol }, other), ...known }),
    values,
  );
  const text = protocolText(lang, protocol.id, { key: `${key}-when-${tagOf(companion)}`, values: all });
  return { text: sentence(text), told: [record, companion] };
}

/** The other record that a text of its own tells together with this one. */
function companionOf(
  { lang, protocol }: Voice,
  record: RunRecord,
  others: readonly RunRecord[],
): RunRecord | undefined {
  const key = keyOfRecord(protocol, record);
  return others.find((other) => hasProtocolText(lang, protocol.id, `${key}-when-${tagOf(other)}`));
}

function keyOfRecord({ words }: Protocol, record: RunRecord): string {
  switch (record.kind) {
    case 'chosen':
      return `chose-${words.choice(record.message) ?? record.message.type}`;
    case 'fired':
      return `fired-${record.delay}`;
    case 'noted':
      return `noted-${record.what}`;
    case 'crashed':
      return record.crash === 'machine' ? `crashed-${record.process}-machine` : `crashed-${record.process}`;
    case 'restarted':
      return `restarted-${record.process}`;
    case 'delivered':
      return `delivered-${record.message.type}`;
    case 'sent':
    case 'called':
    case 'dropped':
    case 'duplicated':
    case 'lost':
    case 'ignored':
    case 'moved':
    case 'armed':
    case 'disarmed':
      return record.kind;
  }
}

/** What a text's variant can refer to: a note, a message that was sent, any loss. */
function tagOf(record: RunRecord): string {
  switch (record.kind) {
    case 'noted':
      return record.what;
    case 'sent':
      return `sent-${record.message.type}`;
    case 'lost':
      return 'lost';
    case 'chosen':
    case 'called':
    case 'delivered':
    case 'dropped':
    case 'duplicated':
    case 'ignored':
    case 'moved':
    case 'armed':
    case 'disarmed':
    case 'fired':
    case 'crashed':
    case 'restarted':
      return record.kind;
  }
}

function valuesOf({ lang, protocol }: Voice, record: RunRecord): TextValues {
  const names = namesOf(lang, protocol.id).inline;
  const fields = {
    ...('message' in record ? inSentence(record.message) : {}),
    ...(record.kind === 'noted' ? inSentence(record.fields) : {}),
  };
  const who = {
    ...('role' in record ? { role: names.role(record.role) } : {}),
    ...('from' in record ? { from: names.role(record.from), to: names.role(record.to) } : {}),
  };
  return { ...fields, ...who };
}

type TransferKey =
  | 'narrate-sent'
  | 'narrate-merged'
  | 'narrate-delivered'
  | 'narrate-unheeded'
  | 'narrate-dropped'
  | 'narrate-duplicated'
  | 'narrate-lost';

function say({ lang, protocol }: Voice, key: TransferKey, record: Transfer, more: TextValues = {}): string {
  const names = namesOf(lang, protocol.id).inline;
  const values = { from: names.role(record.from), to: names.role(record.to), message: names.message(record.message) };
  return sentence(pageText(lang, key, { ...values, ...more }));
}

function reasonOf({ lang, protocol }: Voice, reason: string): string {
  const key = `ignored-${reason}`;
  return hasProtocolText(lang, protocol.id, key)
    ? protocolText(lang, protocol.id, key)
    : pageText(lang, 'narrate-no-use');
}
