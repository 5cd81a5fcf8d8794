/** What nothing will ever read again of a world of half messages: history behind the cursors, and what is for people. */
import { byText, type DataObject } from '../../engine/data.ts';
import type { Message, RoleId, Settings } from '../../engine/model.ts';
import { channelId, inFlight, type LocalState, type World } from '../../engine/world.ts';
import type { Argued, Forgetting, Forgotten, Future } from '../protocol.ts';
import { forgetDeliveries, forgetRecovery } from '../shared/forgettings.ts';
import { withData, withValue } from '../shared/localStates.ts';
import { dataOf, written } from '../shared/roleData.ts';
import { sorted } from '../shared/queues.ts';
import { presuming, READ_AT_START } from '../shared/premises.ts';
import { NEVER_BEGUN, NOBODY_ASKS, PASSED, REPLY_IS_AWAITED } from './premises.ts';
import { groupOf, PRODUCERS } from './instances.ts';
import { checkerOf, readsReport } from './checkers.ts';
import { checkMaxOf, flushOf, hasLongImmunity, hasTwoGroups, reportsOutcome } from './settings.ts';
import type { CheckerContext } from './roles/checker.ts';
import type { HalfTopicContext } from './roles/halfTopic.ts';
import type { DatabaseContext } from './roles/orderDatabase.ts';
import type { ProducerContext } from './roles/producerMessages.ts';
import type { HalfMessage } from './vocabulary.ts';

export function forgettings(settings: Settings): readonly Argued[] {
  const profile = checkerOf(settings);
  // Immunity looks at the age of what is settled, a grace period at how often it was asked about.
  const isLossy = flushOf(settings) !== 'sync' || hasLongImmunity(settings);
  const countsChecks = profile.grace !== 'none';
  // An answer that changes nothing at the broker is written down all the same.
  const writesAnswers = readsReport(profile);
  const halves = isLossy || countsChecks || writesAnswers ? [] : [forgetHalves(settings)];
  return [...history(settings), ...presuming(NOBODY_ASKS, halves)];
}

/** All of it but half messages that nobody asks for. */
export function history(settings: Settings): readonly Argued[] {
  return [
    ...presuming(READ_AT_START, PRODUCERS.map(forgetRecovery)),
    ...forgetDeliveries(settings),
    ...presuming(REPLY_IS_AWAITED, [forgetReplies]),
    // A coordinator does not know that a transaction which began has been rolled back.
    ...presuming(NEVER_BEGUN, checkerOf(settings).reads === 'coordinator' ? [] : [forgetRows]),
    // A power loss looks at lengths and at what was flushed, so a lossy log is left alone.
    ...presuming(PASSED, flushOf(settings) === 'sync' ? [forgetChecks(settings)] : []),
  ];
}

/** A reply that nobody waits for. */
function forgetReplies(world: World): Forgotten {
  const left = PRODUCERS.flatMap((role) => {
    const local = world.roles[role];
    const replies = inFlight(world, 'broker', role);
    if (local === undefined || !replies.some(({ type }) => type === 'sendResult')) return [];
    const isWaiting = local.value !== 'crashed' && (local.value as DataObject)['sender'] === 'awaitingSendResult';
    const { tx, attempt } = written<ProducerContext>(local.context);
    const isAwaited = (reply: Message): boolean => isWaiting && reply['tx'] === tx && reply['attempt'] === attempt;
    return [[channelId('broker', role), replies.filter((reply) => reply.type !== 'sendResult' || isAwaited(reply))]];
  });
  return { network: Object.fromEntries(left) };
}

export type Rows = DatabaseContext['orders'];

export function rowsOf(world: World): Rows {
  const database = world.roles['order-database'];
  return database === undefined ? {} : dataOf<DatabaseContext>(database).orders;
}

/** The roles of a world in which these orders are as good as rolled back. */
export function ended(world: World, isEnded: (tx: string) => boolean): NonNullable<Forgotten['roles']> {
  const database = world.roles['order-database'];
  if (database === undefined) return {};
  const rows = Object.entries(rowsOf(world)).map(([tx, row]) => [tx, isEnded(tx) ? 'aborted' : row]);
  return { 'order-database': withData(database, { orders: Object.fromEntries(rows) as DataObject }) };
}

/** An order that was never begun and that no producer has in hand. */
function forgetRows(world: World): Forgotten {
  const rows = rowsOf(world);
  if (!Object.values(rows).includes('none')) return {};
  const inHand = PRODUCERS.map((role) => world.roles[role]?.context['tx']);
  return { roles: ended(world, (tx) => rows[tx] === 'none' && !inHand.includes(tx)) };
}

/**
 * A pass reads the half queue from its cursor on, and of the op queue only which of those offsets it names. So ops become
 * one sorted list of the offsets that a cursor may still meet, and the op cursor, which only saves reading, stands still.
 * A persisted cursor matters to a crash alone. What a discarded half message was like is for people; of who sent one only the
 * group matters, where there are two.
 */
function forgetChecks(settings: Settings): Forgetting {
  const sender = (role: RoleId): RoleId => (hasTwoGroups(settings) ? groupOf(settings, role) : '');
  return (world, future) => withoutChecks(world, future, sender);
}

function withoutChecks(world: World, { crash }: Future, sender: (role: RoleId) => RoleId): Forgotten {
  const [halfTopic, checker] = [world.roles['half-topic'], world.roles['checker']];
  if (halfTopic === undefined || checker === undefined) return {};
  const { half, op } = dataOf<HalfTopicContext>(halfTopic);
  const { cursors, persisted, discarded, own } = dataOf<CheckerContext>(checker);
  const isDown = checker.value === 'crashed';
  const cursor = Math.max(0, cursors.half);
  const stored = isDown || crash ? Math.max(0, persisted.half) : cursor;
  const awaited = [...new Set(op.flat())].filter((offset) => offset >= Math.min(cursor, stored));
  const parked = new Map(discarded.map(({ tx, producer }) => [tx, sender(producer)]));
  const unsigned = (message: HalfMessage): HalfMessage => {
    const producer = sender(message.producer);
    return message.producer === producer ? message : { ...message, producer };
  };
  const left = withData(checker, {
    cursors: { half: cursor, op: 0 },
    persisted: { half: stored, op: 0 },
    discarded: [...parked.entries()]
      .sort(([one], [other]) => byText(one, other))
      .map(([tx, producer]) => ({ tx, producer, checkTimes: 0, prepared: null })),
    ...(isDown ? {} : { own: own.map(unsigned) }),
  });
  const kept = {
    'half-topic': withData(halfTopic, {
      half: half.map(unsigned),
      op: awaited.length === 0 ? [] : [awaited.sort((one, other) => one - other)],
    }),
  };
  if (isDown || cursor !== stored) return { roles: { ...kept, checker: left } };
  return {
    roles: { ...kept, checker: withValue(left, { offsets: 'persisted' }) },
    timers: { checker: (world.timers['checker'] ?? []).filter((delay) => delay !== 'persistOffset') },
  };
}

/**
 * What a pass no longer meets is asked for by a COMMIT on its way, by a check, or by the producer that got it as a reply; what
 * nobody asks for goes.
 */
function forgetHalves(settings: Settings): Forgetting {
  const checkMax = checkMaxOf(settings);
  const isReported = reportsOutcome(settings);
  return (world, { crash }) => {
    const [halfTopic, checker] = [world.roles['half-topic'], world.roles['checker']];
    if (halfTopic === undefined || checker === undefined) return {};
    const seen = { halfTopic, checker, timers: world.timers['half-topic'] ?? [], crash, checkMax };
    const { half, isBehind, isForgotten } = queueOf(seen);
    const sides = PRODUCERS.flatMap((role) => sideOf(world, role, { isForgotten, isReported }));
    const asked = new Set(sides.flatMap(({ offsets }) => offsets));
    const label = (offset: number): string => `${half[offset]?.tx} ${Math.min(1, half[offset]?.checkTimes ?? 0)}`;
    const behind = half
      .flatMap((_, offset) => (isBehind(offset) && asked.has(offset) ? [offset] : []))
      .sort((one, other) => byText(label(one), label(other)));
    const ahead = half.flatMap((_, offset) => (isBehind(offset) ? [] : [offset]));
    const order = [...behind, ...ahead];
    const moved = (offset: number): number => order.indexOf(offset);
    const front = behind.map((offset) => {
      const message = half[offset] ?? NO_HALF;
      return message.checkTimes > 1 ? { ...message, checkTimes: 1 } : message;
    });
    const left = halvesLeft(seen, front);
    return {
      ...left,
      roles: { ...left.roles, ...Object.fromEntries(sides.map(({ role, local }) => [role, local(moved)])) },
      network: Object.fromEntries(sides.flatMap(({ network }) => network(moved))),
    };
  };
}

interface HalvesSeen {
  readonly halfTopic: LocalState;
  readonly checker: LocalState;
  /** Of the half topic. */
  readonly timers: readonly string[];
  readonly crash: boolean;
  readonly checkMax: number;
}

function queueOf({ halfTopic, checker, crash, checkMax }: HalvesSeen) {
  const { half, op, young } = dataOf<HalfTopicContext>(halfTopic);
  const { cursors, persisted } = dataOf<CheckerContext>(checker);
  const isDown = halfTopic.value === 'crashed';
  const buffer = isDown ? [] : written<HalfTopicContext>(halfTopic.context).buffer;
  const cursor = Math.max(0, cursors.half);
  const stored = isDown || crash ? Math.max(0, persisted.half) : cursor;
  const passed = Math.min(cursor, stored);
  const named = new Set(op.flat());
  // What is young stops a pass, whosever it is, before what is old behind it, such as a copy of what lies before it.
  const isInTheWay = (offset: number): boolean =>
    young.includes(offset) &&
    half.some(({ tx, checkTimes }, other) => {
      if (tx === '' || other < passed) return false;
      return other < offset ? checkTimes + 1 < checkMax : !young.includes(other) && checkTimes < checkMax;
    });
  const isNobodys = (offset: number): boolean =>
    half[offset] === undefined || (half[offset].tx === '' && !isInTheWay(offset));
  const isSettled = (offset: number): boolean => offset < passed || named.has(offset) || isNobodys(offset);
  // A pass that lingers discards by position.
  const isLingering = !isDown && (checker.value as DataObject)['service'] === 'lingering';
  const isHeld = (offset: number): boolean => isLingering && offset >= cursor && !isNobodys(offset);
  return {
    half,
    young,
    buffer,
    cursor,
    stored,
    isDown,
    named,
    isSettled,
    /** No pass meets it any more, and it stands in nobody's way. */
    isBehind: (offset: number): boolean => isSettled(offset) && !isHeld(offset),
    /** To settle it changes nothing. */
    isForgotten: (offset: number): boolean => isSettled(offset) || (!crash && buffer.includes(offset)),
  };
}

/** The half queue counted anew: `front`, then what is not yet behind the cursors, in its order. */
export function halvesLeft(seen: HalvesSeen, front: readonly HalfMessage[]): Forgotten {
  const { half, young, buffer, cursor, stored, isDown, named, isSettled, isBehind } = queueOf(seen);
  const ahead = half.flatMap((_, offset) => (isBehind(offset) ? [] : [offset]));
  const moved = (offset: number): number => front.length + ahead.indexOf(offset);
  const cursorAt = (at: number): number => front.length + ahead.filter((offset) => offset < at).length;
  const waiting = [...new Set(buffer)].filter((offset) => !isSettled(offset)).map(moved);
  const names = ahead.filter((offset) => named.has(offset)).map(moved);
  const youngLeft = young.filter((offset) => !isSettled(offset)).map(moved);
  const left = withData(seen.halfTopic, {
    half: [...front, ...ahead.map((offset) => half[offset] ?? NO_HALF)],
    op: names.length === 0 ? [] : [names],
    young: youngLeft,
    ...(isDown ? {} : { buffer: waiting.sort((one, other) => one - other) }),
  });
  const isWritten = waiting.length === 0;
  const isCalm = youngLeft.length === 0;
  return {
    roles: {
      'half-topic': withValue(left, { ...(isWritten ? { op: 'written' } : {}), ...(isCalm ? { age: 'calm' } : {}) }),
      checker: withData(seen.checker, {
        cursors: { half: cursorAt(cursor), op: 0 },
        persisted: { half: cursorAt(stored), op: 0 },
      }),
    },
    timers: {
      'half-topic': seen.timers.filter(
        (delay) => (delay !== 'opWrite' || !isWritten) && (delay !== 'transactionTimeOut' || !isCalm),
      ),
    },
  };
}

export const NO_HALF: HalfMessage = { tx: '', producer: '', checkTimes: 0, prepared: null };

type Moved = (offset: number) => number;

interface Asking {
  readonly isForgotten: (offset: number) => boolean;
  /** The producer tells how its local transaction ended (HM-C18). */
  readonly isReported: boolean;
}

/** A producer and its channels, and the offsets that they name. An answer that changes nothing names none. */
function sideOf(world: World, role: RoleId, { isForgotten, isReported }: Asking) {
  const local = world.roles[role];
  if (local === undefined) return [];
  const changesNothing = (state: unknown, offset: unknown): boolean =>
    state === 'UNKNOW' || (state === 'ROLLBACK' && isForgotten(Number(offset)));
  const ends = inFlight(world, role, 'broker').filter(
    ({ type, state, offset }) => type !== 'endTransaction' || !changesNothing(state, offset),
  );
  const replies = inFlight(world, 'broker', role);
  const inFlightOffsets = [...ends, ...replies].flatMap(({ offset }) => (typeof offset === 'number' ? [offset] : []));
  const network = (moved: Moved) => [
    [channelId(role, 'broker'), sorted(ends.map((message) => withOffset(message, moved)))],
    [channelId('broker', role), sorted(replies.map((message) => withOffset(message, moved)))],
  ];
  if (local.value === 'crashed') return [{ role, offsets: inFlightOffsets, local: () => local, network }];
  const { sender } = local.value as DataObject;
  const { offset, answer, checks } = written<ProducerContext>(local.context);
  const isSilent = sender === 'returning' && (!isReported || changesNothing(answer, offset));
  const own = isSilent || offset === null ? [] : [offset];
  return [
    {
      role,
      offsets: [...inFlightOffsets, ...own, ...checks.map((check) => check.offset)],
      local: (moved: Moved): LocalState =>
        withData(local, {
          ...(isSilent ? { answer: 'UNKNOW' } : {}),
          offset: own[0] === undefined ? null : moved(own[0]),
          checks: checks.map((check) => withOffset(check, moved)),
        }),
      network,
    },
  ];
}

/** Whether it was asked for, and how often, matters to immunity and to people. */
export function withOffset<Named extends DataObject>(named: Named, moved: Moved): Named {
  const { offset, fromCheck, checkTimes } = named;
  if (typeof offset !== 'number') return named;
  const isAsIs = moved(offset) === offset && fromCheck !== true && (checkTimes === undefined || checkTimes === 0);
  if (isAsIs) return named;
  return {
    ...named,
    offset: moved(offset),
    ...(fromCheck === undefined ? {} : { fromCheck: false }),
    ...(checkTimes === undefined ? {} : { checkTimes: 0 }),
  };
}
