/**
 * What a log can contradict by itself: a number out of turn, a place where nothing lies, a flag that no broker writes. Such
 * a value is left standing under its own name, which the model never shows.
 */
import type { Data } from '../engine/data.ts';
import { HALF_TOPIC, OP_TOPIC, RETRY_PREFIX, retryTopic, SCHEDULE_TOPIC } from './names.ts';
import type { Observation, Recording, RecordingSettings } from './observation.ts';
import type { Appended } from './queues.ts';

export type Fields = { readonly [field: string]: Data | undefined };

export const NOWHERE = -1;

/** What was recorded although it cannot be, and what alone could have been. */
export interface Contradiction {
  readonly field: string;
  readonly came: Data;
  readonly right: Data;
}

export interface Log {
  readonly byPhysicalOffset: ReadonlyMap<number, Appended>;
  /** What a stored message says that cannot be. */
  readonly impossible: (appended: Appended) => readonly Contradiction[];
}

export function logOf({ observations, settings }: Recording): Log {
  const appends = observations.filter((one) => one.what === 'appended');
  const byPhysicalOffset = new Map(appends.map((one) => [one.physicalOffset ?? NOWHERE, one]));
  const halves = appends.filter(({ topic }) => topic === HALF_TOPIC);
  /** The half message that it names, or else the first one of its transaction. */
  const halfOf = ({ halfPhysicalOffset, transaction }: Appended): Appended | undefined => {
    const named = byPhysicalOffset.get(halfPhysicalOffset ?? NOWHERE);
    if (named?.topic === HALF_TOPIC) return named;
    return transaction === undefined ? undefined : halves.find((one) => one.transaction === transaction);
  };
  return {
    byPhysicalOffset,
    impossible: (appended) => [
      ...impossiblePlace(appends, appended),
      ...impossibleFlags(appended, settings.topic),
      ...impossibleNames(appended, halfOf(appended), settings),
    ],
  };
}

/** `TransactionalMessageUtil.REMOVE_TAG`: a broker ignores an op without it. */
const OP_TAG = 'd';

/** It lies behind what was appended before it, and not inside of it (HM-12). */
function impossiblePlace(appends: readonly Appended[], appended: Appended): readonly Contradiction[] {
  const { physicalOffset } = appended;
  const ends = appends
    .slice(0, appends.indexOf(appended))
    .flatMap((one) => (one.physicalOffset === undefined ? [] : [one.physicalOffset + Math.max(one.size ?? 1, 1)]));
  const end = Math.max(0, ...ends);
  if (physicalOffset === undefined || physicalOffset >= end) return [];
  return [{ field: 'physicalOffset', came: physicalOffset, right: `≥ ${end}` }];
}

/** `MessageSysFlag`: 4 prepared, 8 committed, 12 rolled back. A half message is stored with none of them (HM-11). */
const TRANSACTION_BITS = 0b1100;
const COMMITTED = 0b1000;

function impossibleFlags({ topic, sysFlag }: Appended, realTopic: string): readonly Contradiction[] {
  if (sysFlag === undefined) return [];
  // what a consumer sends back keeps the flags that it was stored with
  const isFromReal = topic === realTopic || topic.startsWith(RETRY_PREFIX) || topic === SCHEDULE_TOPIC;
  if (!isFromReal && ![HALF_TOPIC, OP_TOPIC].includes(topic)) return [];
  const right = (sysFlag & ~TRANSACTION_BITS) | (isFromReal ? COMMITTED : 0);
  return sysFlag === right ? [] : [{ field: 'sysFlag', came: sysFlag, right }];
}

/** Tags, groups and queues that are not those of the half message that it comes from. */
function impossibleNames(
  { topic, tags, group, queue, realQueue, realTopic }: Appended,
  half: Appended | undefined,
  settings: RecordingSettings,
): readonly Contradiction[] {
  const isLate = topic === SCHEDULE_TOPIC && settings.consumerGroup !== undefined;
  return [
    ...(topic === OP_TOPIC ? unlike('tags', tags, OP_TAG) : unlike('group', group, half?.group)),
    ...(topic === settings.topic ? unlike('realQueue', queue, half?.realQueue) : []),
    ...(topic === HALF_TOPIC ? unlike('realQueue', realQueue, half?.realQueue) : []),
    ...(isLate ? unlike('realTopic', realTopic, retryTopic(settings)) : []),
  ];
}

function unlike(field: string, came: Data | undefined, right: Data | undefined): readonly Contradiction[] {
  return came === undefined || right === undefined || came === right ? [] : [{ field, came, right }];
}

type Named = Extract<Observation, { readonly what: 'endReceived' | 'checkBegun' }>;

/** A request or a question that names a half message by both of its places must mean one message. */
export function misplaced({ byPhysicalOffset }: Log, { halfOffset, halfPhysicalOffset }: Named): Fields {
  if (halfPhysicalOffset === undefined || byPhysicalOffset.size === 0) return {};
  const half = byPhysicalOffset.get(halfPhysicalOffset);
  return half?.topic === HALF_TOPIC && half.offset === halfOffset ? {} : { halfPhysicalOffset };
}

/**
 * Numbers of calls and deliveries count from 1, per place, or over all places where the harness counts so: whichever fits
 * more of them.
 */
export function countsOf(observations: readonly Observation[]): (observation: Observation) => readonly Contradiction[] {
  const nth = (isSame: (one: Observation, other: Observation) => boolean, observation: Observation): number =>
    observations.filter((one) => isSame(one, observation)).indexOf(observation) + 1;
  const perPlace = (observation: Observation): number => nth(isOfOnePlace, observation);
  const perKind = (observation: Observation): number => nth(isOfOneKind, observation);
  const counted = observations.filter((one) => countIn(one) !== undefined);
  const fitting = (place: (observation: Observation) => number): number =>
    counted.filter((one) => place(one) === countIn(one)).length;
  const rule = fitting(perKind) > fitting(perPlace) ? perKind : perPlace;
  return (observation) => unlike('count', countIn(observation), rule(observation));
}

function countIn(observation: Observation): number | undefined {
  return 'count' in observation ? observation.count : undefined;
}

const isOfOneKind = (one: Observation, other: Observation): boolean => one.what === other.what;
const isOfOnePlace = (one: Observation, other: Observation): boolean =>
  isOfOneKind(one, other) && one.where === other.where;
