/** Records what a broker holds of one topic's half messages, and leaves nothing behind. */
import { deadLetterTopic, DISCARD_TOPIC, HALF_TOPIC, OP_TOPIC, retryTopic } from '../recordings/names.ts';
import {
  OBSERVATIONS_MAX,
  type Observation,
  type Recording,
  type RecordingSettings,
} from '../recordings/observation.ts';
import type { Address } from './address.ts';
import { brokerConfig, groupsOf, retryMaxOf, runtimeInfo, storedCursors, topicQueues } from './administration.ts';
import { appendedNote, transactionIn } from './appended.ts';
import { recordingSettings, releaseIn } from './brokerSettings.ts';
import { LiveError, openConnection, type Connection } from './connection.ts';
import { mask, type Mask } from './mask.ts';
import { TRANSACTION_GROUP } from './names.ts';
import { readOnly, type Care } from './readOnly.ts';
import { boundsOf, indexOf, offsetAtTime, pull, storedAtPlace, type QueuePlace } from './reading.ts';
import type { StoredMessage } from './stored.ts';

export interface RecordOrder {
  readonly name: string;
  readonly broker: Address;
  readonly topic: string;
  /** Whose retries and dead letters are read too; the only one there is where it is left out. */
  readonly group: string | null;
  /** From which store time on. */
  readonly sinceMs: number;
  readonly care: Care;
  readonly showsKeys: boolean;
  readonly signal: AbortSignal;
  /** Told before anything is read. */
  readonly onPlan?: (messages: number) => void;
}

/** What comes before the messages of a recording: how many of its lines are left for them. */
const LOOKS = 2;
const RECONSUME_MAX = 16;
const READ_COUNT = 32;

export async function recordRun(order: RecordOrder): Promise<Recording> {
  const open = await openConnection(order.broker);
  try {
    return await recorded(order, readOnly(open, order.care));
  } finally {
    open.close();
  }
}

async function recorded(order: RecordOrder, connection: Connection): Promise<Recording> {
  const release = releaseIn(await runtimeInfo(connection));
  const config = await brokerConfig(connection);
  const queues = (await topicQueues(connection)).get(order.topic);
  if (queues === undefined) throw new LiveError({ kind: 'nothing', topic: order.topic });
  const [onlyGroup, ...others] = await groupsOf(connection, order.topic);
  const group = order.group ?? (others.length === 0 ? onlyGroup : undefined);
  const reconsumeMax = group === undefined ? null : await retryMaxOf(connection, group);
  const settings = recordingSettings(
    { release, config },
    {
      topic: order.topic,
      sendRetries: 0,
      reconsumeMax: Math.min(RECONSUME_MAX, reconsumeMax ?? RECONSUME_MAX),
      ...(group === undefined ? {} : { consumerGroup: group }),
    },
  );
  const windows = await windowsOf(connection, order, placesOf(settings, queues));
  const planned = windows.reduce((sum, { from, until }) => sum + until - from, 0);
  order.onPlan?.(planned);
  if (planned > OBSERVATIONS_MAX - LOOKS) {
    throw new LiveError({ kind: 'too-many', count: planned, max: OBSERVATIONS_MAX - LOOKS });
  }
  const stored: StoredMessage[] = [];
  for (const window of windows) stored.push(...(await readWindow(connection, window, order.signal)));
  return recordingOf(order, { release, settings, connection, ...ours(order, stored), isCut: windows.some(isCut) });
}

interface Window {
  readonly place: QueuePlace;
  readonly min: number;
  readonly from: number;
  readonly until: number;
}

const isCut = ({ from, min }: Window): boolean => from > min;

function placesOf(settings: RecordingSettings, queues: number): readonly QueuePlace[] {
  const others = settings.consumerGroup === undefined ? [] : [retryTopic(settings), deadLetterTopic(settings)];
  return [
    ...[HALF_TOPIC, OP_TOPIC, DISCARD_TOPIC].map((topic) => ({ topic, queue: 0 })),
    ...Array.from({ length: queues }, (_, queue) => ({ topic: settings.topic, queue })),
    ...others.map((topic) => ({ topic, queue: 0 })),
  ];
}

/** Inside of what is there: a pull from outside leaves a message in a broker before 5.0. */
async function windowsOf(connection: Connection, { sinceMs }: RecordOrder, places: readonly QueuePlace[]) {
  const windows: Window[] = [];
  for (const place of places) {
    const { min, max } = await boundsOf(connection, place);
    if (max <= min) continue;
    const since = sinceMs <= 0 ? min : await offsetAtTime(connection, place, sinceMs);
    windows.push({ place, min, from: Math.min(max, Math.max(min, since)), until: max });
  }
  return windows;
}

async function readWindow(connection: Connection, { place, from, until }: Window, signal: AbortSignal) {
  const found: StoredMessage[] = [];
  for (let at = from; at < until && !signal.aborted;) {
    const count = Math.min(READ_COUNT, until - at);
    const pulled = await pull(connection, place, at, { max: count });
    if (pulled.kind === 'found') {
      found.push(...pulled.messages);
      at = Math.max(at + 1, pulled.next);
    } else if (pulled.next !== null) {
      at = Math.max(at + 1, pulled.next);
    } else {
      // the op topic of 4.9 has queue entries but no configuration, so it cannot be pulled
      const physical = (await indexOf(connection, place, at, count)) ?? [];
      for (const offset of physical) {
        const one = await storedAtPlace(connection, offset);
        if (one !== null && !('isFiller' in one)) found.push(one);
      }
      at += Math.max(1, physical.length);
    }
  }
  return found.filter(({ offset }) => offset < until);
}

/** Half, op and discard topic hold the transactions of all topics; ops are told apart by the half offsets they name. */
function ours({ topic }: RecordOrder, stored: readonly StoredMessage[]) {
  const halves = stored.filter((one) => one.topic === HALF_TOPIC && one.properties['REAL_TOPIC'] === topic);
  const offsets = new Set(halves.map(({ offset }) => String(offset)));
  const isOurs = (one: StoredMessage): boolean => {
    if (one.topic === OP_TOPIC)
      return one.body
        .toString()
        .split(',')
        .some((offset) => offsets.has(offset));
    return [HALF_TOPIC, DISCARD_TOPIC].includes(one.topic) ? one.properties['REAL_TOPIC'] === topic : true;
  };
  const kept = stored.filter(isOurs).toSorted((one, other) => one.physicalOffset - other.physicalOffset);
  return { kept, isFiltered: kept.length < stored.length };
}

interface Found {
  readonly release: string;
  readonly settings: RecordingSettings;
  readonly connection: Connection;
  readonly kept: readonly StoredMessage[];
  readonly isFiltered: boolean;
  readonly isCut: boolean;
}

async function recordingOf(order: RecordOrder, found: Found): Promise<Recording> {
  const { release, settings, connection, kept, isFiltered, isCut: isWindow } = found;
  const startMs = Math.min(...kept.map(({ storedMs }) => storedMs), Date.now());
  const masks = mask(order);
  const appended = kept.map((one) => masked(settings, masks, one, startMs));
  const endMs = Math.max(0, ...appended.map(({ timeMs }) => timeMs), Date.now() - startMs);
  const groups = new Set(
    kept.flatMap(({ topic, properties }) => (topic === HALF_TOPIC ? [properties['PGROUP'] ?? ''] : [])),
  );
  const [producerGroup] = groups;
  return {
    'halfway-observations': 1,
    name: order.name,
    broker: `RocketMQ ${release}`,
    settings: { ...settings, ...(groups.size === 1 && producerGroup !== undefined ? { producerGroup } : {}) },
    recorded: { kinds: ['appended', 'cursors', 'ended'], ...(isFiltered || isWindow ? { filtered: true } : {}) },
    observations: [
      ...appended,
      { ...(await cursorsOf(connection)), timeMs: endMs },
      ...(order.signal.aborted ? [] : [{ what: 'ended', where: 'administrator', timeMs: endMs } as const]),
    ],
  };
}

function masked(settings: RecordingSettings, masks: Mask, one: StoredMessage, startMs: number): Observation {
  const timeMs = one.storedMs - startMs;
  const note = appendedNote(settings, one, startMs);
  if (note.what !== 'appended' || one.topic === OP_TOPIC) return { ...note, timeMs };
  const key = transactionIn(one);
  const { transaction: _, ...rest } = note;
  return {
    ...rest,
    timeMs,
    body: masks.body(one.body),
    ...(key === undefined ? {} : { transaction: masks.transaction(key) }),
  };
}

async function cursorsOf(connection: Connection) {
  const cursorOf = await storedCursors(connection);
  const lookAt = async (topic: string): Promise<[number, number]> => {
    const place = { topic, queue: 0 };
    return [cursorOf(place, TRANSACTION_GROUP), (await boundsOf(connection, place)).max];
  };
  const half = await lookAt(HALF_TOPIC);
  const op = await lookAt(OP_TOPIC);
  const [, discarded] = await lookAt(DISCARD_TOPIC);
  return { what: 'cursors', where: 'administrator', half, op, discarded } as const;
}
