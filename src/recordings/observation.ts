/**
 * The format of a recorded run, version 1: what was seen of a real broker and its clients, in the words of RocketMQ
 * (described for writers of exporters in FORMAT.md). A field that is absent was not recorded and is not compared.
 */
import * as v from 'valibot';

/** The number behind `halfway-observations` in a file. */
export const FORMAT_VERSION = 1;
/** More observations than this are not read. */
export const OBSERVATIONS_MAX = 2_000;

const TEXT_MAX = 500;
const COUNT_MAX = 1_000_000;
const TIME_MAX_MS = 7 * 24 * 3_600_000;

const Text = v.pipe(v.string(), v.maxLength(TEXT_MAX));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(COUNT_MAX));
/** A place in a commit log. */
const Physical = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(TIME_MAX_MS));
const State = v.picklist(['COMMIT', 'ROLLBACK', 'UNKNOW']);
const SendStatus = v.picklist([
  'SEND_OK',
  'FLUSH_DISK_TIMEOUT',
  'FLUSH_SLAVE_TIMEOUT',
  'SLAVE_NOT_AVAILABLE',
  'NO_PERMISSION',
]);
/** Cursor and length of a queue; a cursor of −1 has never been stored. */
const CursorOf = v.strictTuple([v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(COUNT_MAX)), Count]);

/** When it was seen, in milliseconds on one clock, and where: lines of one place are in order. */
const seen = { timeMs: Milliseconds, where: Text };

export const ObservationSchema = v.variant('what', [
  // The caller and its producer
  v.strictObject({ what: v.literal('sendBegun'), ...seen, body: v.optional(Text) }),
  v.strictObject({
    what: v.literal('sendReturned'),
    ...seen,
    status: v.optional(SendStatus),
    state: State,
    halfOffset: v.optional(Count),
    transaction: v.optional(Text),
  }),
  v.strictObject({ what: v.literal('sendFailed'), ...seen }),
  v.strictObject({ what: v.literal('executeBegun'), ...seen, count: v.optional(Count) }),
  v.strictObject({
    what: v.literal('executeEnded'),
    ...seen,
    count: v.optional(Count),
    state: v.picklist(['COMMIT', 'ROLLBACK', 'UNKNOW', 'throws']),
  }),
  v.strictObject({
    what: v.literal('checkBegun'),
    ...seen,
    count: v.optional(Count),
    topic: v.optional(Text),
    halfOffset: Count,
    halfPhysicalOffset: v.optional(Physical),
    checkTimes: v.optional(Count),
  }),
  v.strictObject({ what: v.literal('checkEnded'), ...seen, count: v.optional(Count), state: State }),
  v.strictObject({ what: v.literal('databaseEnded'), ...seen, state: v.picklist(['COMMIT', 'ROLLBACK']) }),
  // The broker
  v.strictObject({ what: v.literal('sendReceived'), ...seen }),
  v.strictObject({ what: v.literal('sendAnswered'), ...seen, status: SendStatus }),
  v.strictObject({
    what: v.literal('endReceived'),
    ...seen,
    halfOffset: Count,
    halfPhysicalOffset: v.optional(Physical),
    state: State,
    fromCheck: v.boolean(),
  }),
  v.strictObject({ what: v.literal('endAnswered'), ...seen, code: v.nullable(Count) }),
  v.strictObject({
    what: v.literal('appended'),
    ...seen,
    topic: Text,
    queue: Count,
    offset: Count,
    physicalOffset: v.optional(Physical),
    transaction: v.optional(Text),
    body: v.optional(Text),
    checkTimes: v.optional(Count),
    preparedOffset: v.optional(v.nullable(Count)),
    halfPhysicalOffset: v.optional(Physical),
    reconsumeTimes: v.optional(Count),
  }),
  v.strictObject({ what: v.literal('cursors'), ...seen, half: CursorOf, op: CursorOf, discarded: Count }),
  // The consumer
  v.strictObject({
    what: v.literal('delivered'),
    ...seen,
    count: v.optional(Count),
    topic: Text,
    offset: v.optional(Count),
    transaction: v.optional(Text),
    body: v.optional(Text),
    checkTimes: v.optional(Count),
    reconsumeTimes: v.optional(Count),
  }),
  v.strictObject({
    what: v.literal('sentBack'),
    ...seen,
    physicalOffset: v.optional(Physical),
    transaction: v.optional(Text),
  }),
  // What was done to the run
  v.strictObject({
    what: v.literal('lost'),
    ...seen,
    message: v.picklist(['halfMessage', 'sendResult', 'endTransaction', 'checkTransactionState']),
  }),
  v.strictObject({ what: v.literal('endSent'), ...seen, state: v.picklist(['COMMIT', 'ROLLBACK']) }),
  v.strictObject({ what: v.literal('stopped'), ...seen, process: Text }),
  v.strictObject({ what: v.literal('started'), ...seen, process: Text }),
  /** The recording ends here, with nothing more to come from this place. */
  v.strictObject({ what: v.literal('ended'), ...seen }),
  /** Seen, but outside the model; counted by `kind`. */
  v.strictObject({ what: v.literal('other'), ...seen, kind: Text, text: v.optional(Text) }),
]);

/** What the run was configured with. A duration that is absent is not known, and bounds nothing. */
const RecordingSettings = v.strictObject({
  version: v.picklist(['4.9', '5.x']),
  transactionTimeOutMs: v.optional(Milliseconds),
  transactionCheckIntervalMs: v.optional(Milliseconds),
  transactionCheckMax: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
  transactionOpBatchIntervalMs: v.optional(Milliseconds),
  /** CHECK_IMMUNITY_TIME_IN_SECONDS of every message, in milliseconds. */
  checkImmunityMs: v.optional(Milliseconds),
  /** retryTimesWhenSendFailed. */
  sendRetries: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(16)),
  /** maxReconsumeTimes. */
  reconsumeMax: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(16)),
  /** Delay before the first, second … redelivery of a message that failed. */
  retryDelaysMs: v.optional(v.pipe(v.array(Milliseconds), v.maxLength(16))),
  topic: Text,
  producerGroup: v.optional(Text),
  consumerGroup: v.optional(Text),
});

export const RecordingSchema = v.strictObject({
  'halfway-observations': v.literal(FORMAT_VERSION),
  name: Text,
  broker: Text,
  settings: RecordingSettings,
  observations: v.pipe(v.array(ObservationSchema), v.minLength(1), v.maxLength(OBSERVATIONS_MAX)),
});

export type Observation = v.InferOutput<typeof ObservationSchema>;

export type RecordingSettings = v.InferOutput<typeof RecordingSettings>;
export type Recording = v.InferOutput<typeof RecordingSchema>;

export type ObservationKind = Observation['what'];
