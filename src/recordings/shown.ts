/** What of a step of the model could have been seen from outside, in the words of the observations. */
import type { Data } from '../engine/data.ts';
import type { Message } from '../engine/model.ts';
import type { NoteFields, RunRecord } from '../engine/record.ts';
import type { World } from '../engine/world.ts';
import { read, type HalfMessageWorld } from '../protocols/half-message/read.ts';
import type { Sight } from './answer.ts';
import {
  deadLetterTopic,
  DISCARD_TOPIC,
  HALF_TOPIC,
  OP_TOPIC,
  PUT_FAILED_CODES,
  retryTopic,
  SCHEDULE_TOPIC,
  SEND_OK,
  UNSAFE,
} from './names.ts';
import type { ObservationKind, RecordingSettings } from './observation.ts';
import type { Question } from './question.ts';
import type { Coming } from './recorded.ts';

/** A sight and the record that shows it. */
export interface Shown {
  readonly sight: Sight;
  readonly record: RunRecord;
  readonly comes: Coming;
}

/** A step between two worlds, and what it did. */
export interface Taken {
  readonly before: World;
  readonly after: World;
  readonly records: readonly RunRecord[];
}

export function shownBy(
  { settings, coming, groups }: Pick<Question, 'settings' | 'coming' | 'groups'>,
  { before, after, records }: Taken,
): readonly Shown[] {
  const context = { settings, groups, before: read(before), after: read(after), records };
  return records.flatMap((record) =>
    sightsOf(context, record).map((sight): Shown => ({ sight, record, comes: coming(sight) })),
  );
}

interface Context {
  readonly settings: RecordingSettings;
  readonly groups: Question['groups'];
  readonly before: HalfMessageWorld;
  readonly after: HalfMessageWorld;
  readonly records: readonly RunRecord[];
}

function aSight(what: ObservationKind, fields: { readonly [field: string]: Data | undefined } = {}): Sight {
  return {
    what,
    fields: Object.fromEntries(
      Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
    ),
  };
}

function sightsOf(context: Context, record: RunRecord): readonly Sight[] {
  switch (record.kind) {
    case 'chosen':
      return chosen(context, record.role, record.message);
    case 'delivered':
      return delivered(context, record);
    case 'sent':
      return sent(record.from, record.message);
    case 'called':
      return record.message.type === 'sendBack' ? sentBack(context) : [];
    case 'dropped':
    case 'lost':
      return [aSight('lost', { message: record.message.type })];
    case 'ignored':
      return record.reason === 'unknow-changes-nothing' ? [aSight('endAnswered', { code: null })] : [];
    case 'fired':
      return record.delay === 'endTransactionDelay' ? returned(context, record.role) : [];
    case 'noted':
      return noted(context, record.what, record.fields);
    case 'crashed':
      return [aSight('stopped', { process: record.process })];
    case 'restarted':
      return [aSight('started', { process: record.process })];
    case 'duplicated':
    case 'moved':
    case 'armed':
    case 'disarmed':
      return [];
  }
}

function chosen({ after, groups }: Context, role: string, message: Message): readonly Sight[] {
  switch (message.type) {
    case 'placeOrder':
      return [aSight('sendBegun', { order: message['tx'], producer: role })];
    case 'finish': {
      const hasThrown = message['outcome'] === 'throw' || message['outcome'] === 'throw-late';
      const answer = after.producers.find((producer) => producer.role === role)?.context?.answer;
      return [aSight('executeEnded', { producer: role, state: hasThrown ? 'throws' : answer })];
    }
    case 'answerNothing':
      return [aSight('checkEnded', { producer: role, state: null })];
    case 'sendEnd':
    case 'sendEndUnasked':
      return [aSight('endSent', { state: message['state'], producerGroup: groups.get(role) })];
    default:
      return [];
  }
}

function delivered(
  { settings, groups }: Context,
  { from, to, message }: Extract<RunRecord, { readonly kind: 'delivered' }>,
): readonly Sight[] {
  switch (message.type) {
    case 'halfMessage':
      return [aSight('sendReceived')];
    case 'endTransaction': {
      const { offset, state, fromCheck, tx: order } = message;
      return [aSight('endReceived', { halfOffset: offset, state, fromCheck, order, producerGroup: groups.get(from) })];
    }
    case 'checkTransactionState': {
      const { offset, checkTimes } = message;
      return [aSight('checkBegun', { producer: to, topic: settings.topic, halfOffset: offset, checkTimes })];
    }
    case 'message': {
      // the client gives a message of the retry topic its own topic back
      const { offset, tx: order, checkTimes, reconsumeTimes } = message;
      return [aSight('delivered', { topic: settings.topic, offset, order, checkTimes, reconsumeTimes })];
    }
    default:
      return [];
  }
}

function sent(from: string, message: Message): readonly Sight[] {
  if (message.type === 'sendResult') return [aSight('sendAnswered', { status: message['status'] })];
  if (message.type !== 'endTransaction' || message['fromCheck'] !== true) return [];
  return [aSight('checkEnded', { producer: from, state: message['state'] })];
}

function sentBack({ settings, before }: Context): readonly Sight[] {
  const [failed] = before.consumer.inbox;
  if (failed === undefined) return [];
  const topic = failed.queue === 'retry' ? retryTopic(settings) : settings.topic;
  return [aSight('sentBack', { order: failed.tx, topic, offset: failed.offset })];
}

/** The half message is acknowledged as safe unless the producer did not even run the local transaction (HM-3). */
function returned({ before }: Context, role: string): readonly Sight[] {
  const context = before.producers.find((producer) => producer.role === role)?.context;
  if (context === null || context === undefined) return [];
  const { tx: order, answer: state, offset: halfOffset } = context;
  const hasRun = before.orders.some((one) => one.order === order && one.row !== 'none');
  return [aSight('sendReturned', { order, producer: role, status: hasRun ? SEND_OK : UNSAFE, state, halfOffset })];
}

function noted(context: Context, what: string, fields: NoteFields): readonly Sight[] {
  const { settings, groups, before, after, records } = context;
  const { tx: order, offset, checkTimes } = fields;
  const half = after.halfTopic.half[Number(offset)];
  const halfPlace = { topic: HALF_TOPIC, queue: 0, offset, order };
  const producerGroup = half === undefined ? undefined : groups.get(half.producer);
  const inHalfTopic = { ...halfPlace, preparedOffset: half?.prepared, reconsumeTimes: 0, producerGroup };
  switch (what) {
    case 'transaction-begun':
    case 'begin-after-fence':
      return records.flatMap((record) =>
        record.kind === 'delivered' ? [aSight('executeBegun', { producer: record.to })] : [],
      );
    case 'order-committed':
      return [aSight('databaseEnded', { state: 'COMMIT' })];
    case 'order-rolled-back':
      return [aSight('databaseEnded', { state: 'ROLLBACK' })];
    case 'send-failed':
    case 'send-rejected':
      return [aSight('sendFailed')];
    case 'half-stored':
    case 'half-resumed':
      return [aSight('appended', { ...inHalfTopic, checkTimes: 0 })];
    case 'copy-stored':
    case 'silent-copy-stored':
      return [aSight('appended', { ...inHalfTopic, checkTimes })];
    case 'message-stored': {
      const stored = { topic: settings.topic, offset, order, checkTimes, halfOffset: fields['prepared'] };
      return [aSight('appended', { ...stored, reconsumeTimes: 0 }), aSight('endAnswered', { code: CODES.accepted })];
    }
    case 'message-dropped':
      return [aSight('endAnswered', { code: CODES.accepted })];
    case 'no-half-at-offset':
    case 'foreign-group':
      return [aSight('endAnswered', { code: CODES.systemError })];
    case 'put-failed':
      return [aSight('endAnswered', { code: PUT_FAILED_CODES })];
    case 'illegal-operation':
      return [aSight('endAnswered', { code: CODES.illegalOperation })];
    case 'op-stored':
      return [aSight('appended', { topic: OP_TOPIC, queue: 0, offset, body: fields['body'], reconsumeTimes: 0 })];
    case 'discarded': {
      const nth = records
        .filter((one) => one.kind === 'noted' && one.what === what)
        .findIndex((one) => 'fields' in one && one.fields === fields);
      const place = { topic: DISCARD_TOPIC, queue: 0, offset: before.checker.discarded.length + nth };
      return [aSight('appended', { ...place, order, checkTimes, reconsumeTimes: 0 })];
    }
    default:
      return retried(context, what, fields);
  }
}

/** Response codes of END_TRANSACTION (`ResponseCode`). */
const CODES = { accepted: 0, systemError: 1, illegalOperation: 604 } as const;

/** Where a message goes that its consumer could not process (HM-53). */
function retried({ settings, before, after }: Context, what: string, fields: NoteFields): readonly Sight[] {
  const { tx: order, offset } = fields;
  switch (what) {
    case 'retry-scheduled': {
      const scheduled = after.topic.scheduled.at(-1);
      const level = Number(fields['level']);
      const reconsumeTimes = (scheduled?.reconsumeTimes ?? 0) + 1;
      const place = { topic: SCHEDULE_TOPIC, queue: level - 1 };
      return [aSight('appended', { ...place, order, checkTimes: scheduled?.checkTimes, reconsumeTimes })];
    }
    case 'retry-stored': {
      const { checkTimes, reconsumeTimes } = after.topic.retry[Number(offset)] ?? {};
      return [aSight('appended', { topic: retryTopic(settings), queue: 0, offset, order, checkTimes, reconsumeTimes })];
    }
    case 'dead-lettered': {
      const place = { topic: deadLetterTopic(settings), queue: 0, offset: before.topic.dead.length };
      const { checkTimes, reconsumeTimes } = after.topic.dead.at(-1) ?? {};
      return [aSight('appended', { ...place, order, checkTimes, reconsumeTimes: Number(reconsumeTimes) + 1 })];
    }
    default:
      return [];
  }
}
