/**
 * What a log of an ordinary broker tells beside the one order service and the one consumer group that the model has: what is
 * set aside and counted, and what makes a run unfit for the model.
 */
import type { SetAside, SetAsideKind, Unsupported } from './answer.ts';
import { ORDER_MS } from './clock.ts';
import { DEAD_LETTER_PREFIX, HALF_TOPIC, RETRY_PREFIX, ROCKSDB_PREFIX, SCHEDULE_TOPIC } from './names.ts';
import type { Observation, Recording } from './observation.ts';
import type { Appended } from './queues.ts';

type Delivered = Extract<Observation, { readonly what: 'delivered' }>;

export interface Aside {
  /** Observations that are not compared, by their index. */
  readonly aside: ReadonlyMap<number, SetAsideKind>;
  /** Deliveries to other groups of what was never stored: no broker does that. */
  readonly impossible: ReadonlySet<number>;
  /** The consumer group that the model follows, and the others; by place where no group is recorded. */
  readonly followed: string | null;
  readonly others: readonly string[];
}

export function asideIn(recording: Recording): Aside {
  const { observations, settings } = recording;
  const groups = [...new Set(observations.flatMap((one) => (one.what === 'delivered' ? [groupOf(one)] : [])))];
  const followed = groups.find((group) => group === settings.consumerGroup) ?? groups[0] ?? null;
  const others = groups.filter((group) => group !== followed);
  const aside = new Map<number, SetAsideKind>();
  const impossible = new Set<number>();
  for (const [index, one] of observations.entries()) {
    const kind = kindOf(recording, index, one, others);
    if (kind === 'otherGroups' && one.what === 'delivered' && !wasStored(recording, one)) impossible.add(index);
    else if (kind !== null) aside.set(index, kind);
  }
  return { aside, impossible, followed, others };
}

/** How many of each kind. */
export function countsOfAside({ aside }: Aside): SetAside {
  const counts: { [kind in SetAsideKind]?: number } = {};
  for (const kind of aside.values()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Without a name for its group, a place is a group. */
function groupOf({ group, where }: Delivered): string {
  return group ?? where;
}

function kindOf(recording: Recording, index: number, one: Observation, others: readonly string[]): SetAsideKind | null {
  if (one.what === 'delivered') {
    if (others.includes(groupOf(one))) return 'otherGroups';
    return isRebalanced(recording.observations.slice(0, index), one) ? 'rebalanced' : null;
  }
  if (one.what === 'sentBack') return one.group !== undefined && others.includes(one.group) ? 'otherGroups' : null;
  if (one.what === 'appended') return kindOfAppended(recording, one, others);
  return one.what === 'cursors' && recording.recorded?.filtered === true ? 'otherTopics' : null;
}

function kindOfAppended(
  { settings }: Recording,
  { topic, realTopic, transactional }: Appended,
  others: readonly string[],
): SetAsideKind | null {
  const ofGroup = topic === SCHEDULE_TOPIC ? realTopic : topic;
  if (others.some((group) => [RETRY_PREFIX + group, DEAD_LETTER_PREFIX + group].includes(ofGroup ?? '')))
    return 'otherGroups';
  if (SYSTEM_TOPICS.test(topic)) return 'systemTopics';
  return transactional === false && isForeignPlain(topic) && topic !== settings.topic ? 'otherTopics' : null;
}

/** Topics that a broker writes by itself, or that clients report to. */
const SYSTEM_TOPICS =
  /^(?:RMQ_SYS_TRACE_TOPIC|rmq_sys_wheel_timer|rmq_sys_REVIVE_LOG_.*|OFFSET_MOVED_EVENT|SELF_TEST_TOPIC|TBW102)$/;

function isForeignPlain(topic: string): boolean {
  return !/^(?:RMQ_SYS_|TRANS_CHECK_|SCHEDULE_TOPIC_|%)/.test(topic);
}

/** Another instance of the group got it before, and its offset had not arrived when the queue changed hands. */
function isRebalanced(
  before: readonly Observation[],
  { where, topic, queue, offset, reconsumeTimes }: Delivered,
): boolean {
  return before.some(
    (one) =>
      one.what === 'delivered' &&
      one.where !== where &&
      one.topic === topic &&
      one.queue === queue &&
      one.offset === offset &&
      one.reconsumeTimes === reconsumeTimes,
  );
}

/** Whether a message that another group got had been stored, as far as the recording would have shown it. */
function wasStored(
  { observations, recorded }: Recording,
  { topic, offset, timeMs, reconsumeTimes }: Delivered,
): boolean {
  if (recorded?.gaps === true || recorded?.kinds.includes('appended') === false) return true;
  if (offset === undefined || (reconsumeTimes ?? 0) > 0) return true;
  return observations.some(
    (one) => one.what === 'appended' && one.topic === topic && one.offset === offset && one.timeMs <= timeMs + ORDER_MS,
  );
}

/** The first observation of something that the model does not have. */
export function foreignIn({ observations, settings }: Recording): {
  readonly at: number;
  readonly reason: Unsupported;
} | null {
  for (const [at, one] of observations.entries()) {
    const reason = foreignOf(one, settings, observations);
    if (reason !== null) return { at, reason };
  }
  return null;
}

function foreignOf(
  one: Observation,
  { topic, producerGroup, producerGroups = {} }: Recording['settings'],
  observations: readonly Observation[],
): Unsupported | null {
  // whose message it may settle is the model's to say
  const isKnown = (group: string | undefined): boolean => Object.values(producerGroups).some((name) => name === group);
  if (one.what === 'endReceived') {
    if (isKnown(one.group)) return null;
    const group = groupOfHalf(one, observations) ?? producerGroup;
    return one.group !== undefined && group !== undefined && one.group !== group
      ? { kind: 'foreign-group', group: one.group, expected: group }
      : null;
  }
  if (one.what !== 'appended') return null;
  if (one.topic.startsWith(ROCKSDB_PREFIX)) return { kind: 'rocksdb-store', topic: one.topic };
  if (one.topic === topic && one.transactional === false) return { kind: 'plain-send', topic };
  if (one.topic !== HALF_TOPIC) return null;
  if (one.group !== undefined && producerGroup !== undefined && one.group !== producerGroup && !isKnown(one.group))
    return { kind: 'foreign-group', group: one.group, expected: producerGroup };
  return one.realTopic !== undefined && one.realTopic !== topic
    ? { kind: 'foreign-topic', topic: one.realTopic, expected: topic }
    : null;
}

function groupOfHalf(
  { halfPhysicalOffset }: Extract<Observation, { readonly what: 'endReceived' }>,
  observations: readonly Observation[],
): string | undefined {
  return observations.flatMap((one) =>
    one.what === 'appended' && one.physicalOffset !== undefined && one.physicalOffset === halfPhysicalOffset
      ? [one.group]
      : [],
  )[0];
}
