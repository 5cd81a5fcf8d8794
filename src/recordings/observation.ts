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
const PLACES_MAX = 100;
const RESOLUTION_MAX_MS = 60_000;
const TIME_MAX_MS = 7 * 24 * 3_600_000;

const Text = v.pipe(v.string(), v.maxLength(TEXT_MAX));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(COUNT_MAX));
/** A place in a commit log, or in a queue of a broker that may have been in use for years. */
const Physical = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Offset = Physical;
const Milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(TIME_MAX_MS));
const State = v.picklist(['COMMIT', 'ROLLBACK', 'UNKNOW']);
/** `SendStatus` of what is stored, and the names of the response codes with which a broker stores nothing. */
const SendStatus = v.picklist([
  'SEND_OK',
  'FLUSH_DISK_TIMEOUT',
  'FLUSH_SLAVE_TIMEOUT',
  'SLAVE_NOT_AVAILABLE',
  'SYSTEM_ERROR',
  'SYSTEM_BUSY',
  'MESSAGE_ILLEGAL',
  'SERVICE_NOT_AVAILABLE',
  'NO_PERMISSION',
  'TOPIC_NOT_EXIST',
]);
/** What can be known to be lost: `message` is a delivery. */
export const LOSSES = [
  'halfMessage',
  'sendResult',
  'endTransaction',
  'checkTransactionState',
  'message',
  'consumerOffset',
  'sendBack',
] as const;
/** Cursor and length of a queue; a cursor of −1 has never been stored. */
const CursorOf = v.strictTuple([v.pipe(v.number(), v.safeInteger(), v.minValue(-1)), Offset]);

/**
 * When it was seen, in milliseconds on one clock, and where: lines of one place are in order. `inferred`: nobody saw it;
 * it follows from what was seen, such as the arrival of a request from its answer.
 */
const seen = { timeMs: Milliseconds, where: Text, inferred: v.optional(v.literal(true)) };

export const ObservationSchema = v.variant('what', [
  // The caller and its producer
  v.strictObject({ what: v.literal('sendBegun'), ...seen, body: v.optional(Text) }),
  v.strictObject({
    what: v.literal('sendReturned'),
    ...seen,
    status: v.optional(SendStatus),
    state: State,
    halfOffset: v.optional(Offset),
    transaction: v.optional(Text),
    transactionId: v.optional(v.nullable(Text)),
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
    halfOffset: Offset,
    halfPhysicalOffset: v.optional(Physical),
    checkTimes: v.optional(Count),
  }),
  /** `state` null: checkLocalTransaction returned null, and nothing is sent. */
  v.strictObject({ what: v.literal('checkEnded'), ...seen, count: v.optional(Count), state: v.nullable(State) }),
  v.strictObject({ what: v.literal('databaseEnded'), ...seen, state: v.picklist(['COMMIT', 'ROLLBACK']) }),
  // The broker
  v.strictObject({ what: v.literal('sendReceived'), ...seen }),
  v.strictObject({ what: v.literal('sendAnswered'), ...seen, status: SendStatus }),
  v.strictObject({
    what: v.literal('endReceived'),
    ...seen,
    halfOffset: Offset,
    halfPhysicalOffset: v.optional(Physical),
    state: State,
    fromCheck: v.boolean(),
    group: v.optional(Text),
    transaction: v.optional(Text),
  }),
  v.strictObject({ what: v.literal('endAnswered'), ...seen, code: v.nullable(Count) }),
  v.strictObject({
    what: v.literal('appended'),
    ...seen,
    topic: Text,
    queue: Count,
    offset: Offset,
    physicalOffset: v.optional(Physical),
    transaction: v.optional(Text),
    body: v.optional(Text),
    checkTimes: v.optional(Count),
    preparedOffset: v.optional(v.nullable(Offset)),
    halfPhysicalOffset: v.optional(Physical),
    reconsumeTimes: v.optional(Count),
    /** When its producer made it, by the producer's clock: age counts from there (HM-35). */
    bornMs: v.optional(v.pipe(v.number(), v.safeInteger())),
    size: v.optional(Count),
    sysFlag: v.optional(Count),
    tags: v.optional(Text),
    group: v.optional(Text),
    realTopic: v.optional(Text),
    realQueue: v.optional(Count),
    transactional: v.optional(v.boolean()),
  }),
  v.strictObject({ what: v.literal('cursors'), ...seen, half: CursorOf, op: CursorOf, discarded: Offset }),
  // The consumer
  v.strictObject({
    what: v.literal('delivered'),
    ...seen,
    count: v.optional(Count),
    topic: Text,
    queue: v.optional(Count),
    offset: v.optional(Offset),
    group: v.optional(Text),
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
    group: v.optional(Text),
  }),
  // What was done to the run
  v.strictObject({
    what: v.literal('lost'),
    ...seen,
    message: v.picklist(LOSSES),
  }),
  v.strictObject({
    what: v.literal('endSent'),
    ...seen,
    state: v.picklist(['COMMIT', 'ROLLBACK']),
    group: v.optional(Text),
  }),
  v.strictObject({ what: v.literal('stopped'), ...seen, process: Text }),
  v.strictObject({ what: v.literal('started'), ...seen, process: Text }),
  /** The recording ends here, with nothing more to come from this place. */
  v.strictObject({ what: v.literal('ended'), ...seen }),
  /** Seen, but outside the model; counted by `kind`. `mayMatter`: it may tell of something that the model has. */
  v.strictObject({
    what: v.literal('other'),
    ...seen,
    kind: Text,
    text: v.optional(Text),
    mayMatter: v.optional(v.boolean()),
  }),
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
  /** Instances of the producer group, where not all of them are seen. */
  producers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(COUNT_MAX))),
  /** The producer group of each instance, by its place, where they are of several. */
  producerGroups: v.optional(v.record(Text, Text)),
});

export const OBSERVATION_KINDS = [
  'sendBegun',
  'sendReturned',
  'sendFailed',
  'executeBegun',
  'executeEnded',
  'checkBegun',
  'checkEnded',
  'databaseEnded',
  'sendReceived',
  'sendAnswered',
  'endReceived',
  'endAnswered',
  'appended',
  'cursors',
  'delivered',
  'sentBack',
  'lost',
  'endSent',
  'stopped',
  'started',
  'ended',
  'other',
] as const satisfies readonly v.InferOutput<typeof ObservationSchema>['what'][];

/** What the log would have shown. What is outside of it may have happened without a trace. */
const Recorded = v.strictObject({
  kinds: v.pipe(v.array(v.picklist(OBSERVATION_KINDS)), v.minLength(1), v.maxLength(OBSERVATION_KINDS.length)),
  /** Producer instances that are seen; absent: all of them. */
  places: v.optional(v.pipe(v.array(Text), v.maxLength(PLACES_MAX))),
  /** Lines of these kinds may be missing too: what is there happened, what is not there may have. */
  gaps: v.optional(v.boolean()),
  /** Messages of other topics and groups were left out, so that offsets have gaps. */
  filtered: v.optional(v.boolean()),
  /** The smallest step of the clock, where that is more than a millisecond. */
  resolutionMs: v.optional(v.pipe(Milliseconds, v.maxValue(RESOLUTION_MAX_MS))),
});

export const RecordingSchema = v.strictObject({
  'halfway-observations': v.literal(FORMAT_VERSION),
  name: Text,
  broker: Text,
  settings: RecordingSettings,
  recorded: v.optional(Recorded),
  observations: v.pipe(v.array(ObservationSchema), v.minLength(1), v.maxLength(OBSERVATIONS_MAX)),
});

export type Observation = v.InferOutput<typeof ObservationSchema>;

export type RecordingSettings = v.InferOutput<typeof RecordingSettings>;
export type Recorded = v.InferOutput<typeof Recorded>;
export type Recording = v.InferOutput<typeof RecordingSchema>;

export type ObservationKind = Observation['what'];
