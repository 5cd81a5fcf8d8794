/**
 * Deadlines that a clean run never comes near: somebody waits from one operation to another, and does something else when
 * that takes too long. They are the timers that the clean run arms and disarms; what follows is read off the run in which
 * one of them fires before anything else happens. One that does nothing by itself waits for the next pass of an actor that
 * all orders share.
 */
import type { Step } from '../engine/step.ts';
import type { Frame, Timeline } from '../engine/timeline.ts';
import type { Protocol } from '../protocols/protocol.ts';
import type { Cost, Holding } from '../protocols/shared/program.ts';
import { engineFor } from '../scenario/engines.ts';
import { annotated, notesOf, noteName } from './annotate.ts';
import { operationsOf, runOf, type RunOperation } from './graph.ts';
import type { Operation } from './operation.ts';

export interface Watchdog {
  /** The protocol's own name for it. */
  readonly delay: string;
  readonly engineMs: number;
  /** It is noticed at once, or by the next pass of an actor that all orders share. */
  readonly noticedBy: 'timer' | 'pass';
  /** It is armed after this operation, */
  readonly from: number;
  /** and disarmed by this one: before it where it joins what was waited for, else after it. */
  readonly until: number;
  readonly isJoin: boolean;
  /** What it costs whoever has waited, and what is let go at once. */
  readonly costs: readonly Cost[];
  readonly gives: readonly Holding[];
  /** What the buyer hears; null who has the answer already. */
  readonly hears: 'failed' | 'answered' | null;
  /** What is sent then. */
  readonly reaction: readonly Operation[];
  /** Whether what has been asked for is given up; else it goes on, and its answer is for nobody. */
  readonly cancels: boolean;
  /**
   * What becomes of it: the broker `asks` about it; it asks until it has an answer, whatever has been settled meanwhile
   * (`asks-on`); or it is done `again` by whoever has waited.
   */
  readonly afterwards: 'asks' | 'asks-on' | 'again' | null;
}

interface Clean {
  readonly timeline: Timeline;
  readonly run: readonly RunOperation[];
  readonly operations: readonly Operation[];
  readonly checkBack: readonly Operation[];
}

export function watchdogsOf(protocol: Protocol, clean: Clean): readonly Watchdog[] {
  return idleTimers(clean).flatMap((timer) => watchdog(protocol, clean, timer) ?? []);
}

interface IdleTimer {
  readonly role: string;
  readonly delay: string;
  readonly delayMs: number;
  readonly from: Operation;
  readonly until: Operation;
}

/** Armed by an operation of the order and disarmed by another, without having fired. */
function idleTimers({ timeline: { frames }, run, operations }: Clean): readonly IdleTimer[] {
  return frames.flatMap(({ index, records }) =>
    records.flatMap((record): readonly IdleTimer[] => {
      if (record.kind !== 'disarmed') return [];
      const { role, delay } = record;
      const armed = frames.slice(0, index).findLast((frame) => armedIn(frame, role, delay) !== null);
      const from = operations.find(({ id }) => id === armed?.index);
      const until = counted(run, operations, index);
      const delayMs = armed === undefined ? null : armedIn(armed, role, delay);
      const step = frames[index]?.step ?? null;
      const hasFired = step !== null && isFiring(step, delay);
      if (from === undefined || until === undefined || delayMs === null || hasFired) return [];
      return [{ role, delay, delayMs, from, until }];
    }),
  );
}

/** The operation itself, or what leads to it where it only runs in the background: its share is counted there. */
function counted(
  run: readonly RunOperation[],
  operations: readonly Operation[],
  index: number | undefined,
): Operation | undefined {
  const known = operations.find(({ id }) => id === index);
  const [cause] = run.find(({ id }) => id === index)?.causes ?? [];
  return known !== undefined || cause === undefined ? known : counted(run, operations, cause);
}

function armedIn({ records }: Frame, role: string, delay: string): number | null {
  const armed = records.find((record) => record.kind === 'armed' && record.role === role && record.delay === delay);
  return armed?.kind === 'armed' ? armed.delayMs : null;
}

interface Late {
  readonly timeline: Timeline;
  readonly struckAt: number | null;
  readonly noticedBy: Watchdog['noticedBy'];
}

/** The run in which it fires as soon as it is armed; where nothing comes of that, the clocks that all orders share fire next. */
export function tooLate(protocol: Protocol, delay: string): Late {
  const engine = engineFor(protocol, {});
  const clean = runOf(engine).timeline;
  const alone = runOf(engine, firing([delay]));
  if (stepsBut(alone.timeline, delay) !== stepsBut(clean, delay)) return { ...alone, noticedBy: 'timer' };
  const clocks = clean.frames[0].timers.map((timer) => timer.delay);
  return { ...runOf(engine, firing([delay, ...clocks])), noticedBy: 'pass' };
}

/** One after the other, and nothing in between. */
function firing(delays: readonly string[]): (frame: Frame, done: number) => Step | null {
  return ({ timers }, done) => {
    const timer = timers.find((armed) => armed.delay === delays[done]);
    return timer === undefined ? null : { kind: 'fire', role: timer.role, delay: timer.delay };
  };
}

/** All steps, in any order, without those of this timer, and whether anybody heeded them. */
function stepsBut({ frames }: Timeline, delay: string): string {
  return frames
    .flatMap(({ step, records }) => {
      if (step === null || isFiring(step, delay)) return [];
      return [`${JSON.stringify(step)} ${records.some(({ kind }) => kind === 'ignored')}`];
    })
    .toSorted()
    .join();
}

function isFiring(step: Step, delay: string): boolean {
  return step.kind === 'fire' && step.delay === delay;
}

/** Null where all goes on as if nothing had been. */
function watchdog(protocol: Protocol, clean: Clean, timer: IdleTimer): Watchdog | null {
  const late = tooLate(protocol, timer.delay);
  return late.noticedBy === 'pass' ? unsettled(protocol, clean, timer, late) : impatient(protocol, clean, timer, late);
}

/** What has waited for too long when the broker makes its pass; null where no question comes of it. */
function unsettled(
  protocol: Protocol,
  { checkBack }: Clean,
  { delay, delayMs, from, until }: IdleTimer,
  { timeline }: Late,
): Watchdog | null {
  const late = operationsOf(protocol, timeline, 'without-joins');
  const rounds = late.filter(({ name }) => name === checkBack.at(-1)?.name);
  const [first] = rounds;
  if (first === undefined) return null;
  const answer = late.find(({ causes }) => causes.includes(first.id));
  const isAnswered = timeline.frames[answer?.id ?? 0]?.records.every(({ kind }) => kind !== 'ignored') ?? true;
  if (isAnswered || rounds.length < 2) throw new Error(`Expected ${protocol.id} to leave alone what still runs.`);
  return {
    delay,
    engineMs: delayMs,
    noticedBy: 'pass',
    from: from.id,
    until: until.id,
    isJoin: false,
    costs: [],
    gives: [],
    hears: null,
    reaction: checkBack,
    cancels: false,
    afterwards: 'asks-on',
  };
}

function impatient(
  protocol: Protocol,
  clean: Clean,
  { role, delay, delayMs, from, until }: IdleTimer,
  { timeline, struckAt }: Late,
): Watchdog | null {
  const notes = notesOf(protocol);
  const known = Object.keys(notes.costs);
  const late = operationsOf(protocol, timeline, 'without-joins').filter(({ name }) => !notes.background.includes(name));
  const lateNames = late.map((operation) => noteName(operation, known) ?? operation.name);
  const others = lateNames.filter((_, index) => late[index]?.id !== struckAt);
  const cleanNames = clean.operations.map(({ name }) => name);
  const answerAt = late[lateNames.indexOf(until.name)]?.id ?? -1;
  const isIgnored = timeline.frames[answerAt]?.records.some(({ kind }) => kind === 'ignored') ?? false;
  if (!isIgnored && others.toSorted().join() === cleanNames.toSorted().join()) return null;
  const { operations, checkBack } = clean;
  const before = ancestors(operations, from);
  const between = ancestors(operations, until).filter(({ id }) => ancestorIds(operations, id).has(from.id));
  const [fire, ...reaction] = annotated(
    protocol,
    descendants(late, struckAt ?? -1, others.includes(from.name) ? from.name : null),
  );
  if (fire === undefined) throw new Error(`Expected ${delay} of ${protocol.id} to fire.`);
  const inScope = new Set([from.name, ...before.map(({ name }) => name), ...between.map(({ name }) => name)]);
  const givenBack = new Set([...before, from, ...between].flatMap(({ gives }) => gives));
  const held = notes.holds.filter((hold) => inScope.has(hold.from) && !givenBack.has(hold.what));
  const giver = (to: string): string | undefined =>
    receiverOf(clean.run, operations.find(({ name }) => name === to)?.id);
  const isCommitted = [...before, from].some(({ isCommit }) => isCommit);
  const isAnswered = [...before, from].some(({ isAnswer }) => isAnswer);
  const joining = operations.find(({ causes }) => causes.length > 1 && causes.includes(until.id));
  return {
    delay,
    engineMs: delayMs,
    noticedBy: 'timer',
    from: from.id,
    until: (joining ?? until).id,
    isJoin: joining !== undefined,
    costs: fire.costs,
    gives: held.flatMap(({ what, to }) => (giver(to) === role ? [what] : [])),
    hears: isAnswered ? null : isCommitted ? 'answered' : 'failed',
    reaction: reaction.map((operation) => ({
      ...operation,
      gives: held.flatMap(({ what, to }) => (giver(to) === receiverOf(late, operation.id) ? [what] : [])),
    })),
    cancels: between.some(({ name }) => !lateNames.includes(name)),
    afterwards: afterwards(lateNames, from, checkBack),
  };
}

function afterwards(
  lateNames: readonly string[],
  from: Operation,
  checkBack: readonly Operation[],
): Watchdog['afterwards'] {
  if (lateNames.filter((name) => name === from.name).length > 1) return 'again';
  return checkBack.length > 0 && checkBack.every(({ name }) => lateNames.includes(name)) ? 'asks' : null;
}

/** The firing and what stems from it, up to where it begins again. */
function descendants(run: readonly RunOperation[], first: number, again: string | null): readonly RunOperation[] {
  const found = new Set([first]);
  for (const { id, name, causes } of run) if (causes.some((cause) => found.has(cause)) && name !== again) found.add(id);
  return run.filter(({ id }) => found.has(id));
}

/** Whose operation it is: who gets the message, or whose timer fires. */
function receiverOf(run: readonly RunOperation[], id: number | undefined): string | undefined {
  return run.find((operation) => operation.id === id)?.roles.at(-1);
}

function ancestors(operations: readonly Operation[], of: Operation): readonly Operation[] {
  const ids = ancestorIds(operations, of.id);
  return operations.filter(({ id }) => ids.has(id));
}

function ancestorIds(operations: readonly Operation[], id: number): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const causes = operations.find((operation) => operation.id === at)?.causes ?? [];
    for (const cause of causes.filter((known) => !found.has(known))) {
      found.add(cause);
      open.push(cause);
    }
  }
  return found;
}
