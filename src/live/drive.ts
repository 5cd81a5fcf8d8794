/** Plays a scenario's steps on a real broker, and writes down what was seen of them. */
import { textOf } from '../engine/data.ts';
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { read } from '../protocols/half-message/read.ts';
import { HALF_TOPIC, OP_TOPIC } from '../recordings/names.ts';
import type { Sight } from '../recordings/answer.ts';
import type { Observation } from '../recordings/observation.ts';
import { shownBy } from '../recordings/shown.ts';
import { engineFor } from '../scenario/engines.ts';
import { LiveError } from './connection.ts';
import { crashRefusal, enact } from './enact.ts';
import { TRANSACTION_GROUP } from './names.ts';
import { ownNote } from './ownNote.ts';
import type { Note } from './notebook.ts';
import type { Play, Taken } from './play.ts';
import type { Refusal } from './refusal.ts';
import { contentsOf, type Content } from './prediction.ts';
import { storedCursors } from './administration.ts';
import { boundsOf } from './reading.ts';
import type { Stage } from './stage.ts';
import { sleep, soon } from './waiting.ts';
import { DISCARD_TOPIC } from '../recordings/names.ts';

export interface Driving {
  readonly settings: Settings;
  readonly steps: readonly Step[];
  readonly stage: Stage;
  readonly signal: AbortSignal;
}

export interface Driven {
  readonly observations: readonly Observation[];
  /** How many steps were done for real. */
  readonly done: number;
  /** Why the rest was not; null when all were. */
  readonly refusal: Refusal | null;
  readonly contents: readonly Content[];
  readonly world: World;
}

/** Whose group it is, the real messages say. */
const NO_GROUPS = new Map<never, never>();
const LOOK_MS = 20;
/** What a request stores can be read a moment after its answer. */
const STORED_MS = 2_000;
const PASS_LATE_MS = 4_000;

export async function drive({ settings, steps, stage, signal }: Driving): Promise<Driven> {
  const engine = engineFor(halfMessage, settings);
  const play: Play = {
    engine,
    stage,
    signal,
    nextStatus: null,
    putFails: false,
    endLimit: null,
    stopsCleanly: false,
    statuses: new Map(),
    asked: new Map(),
    stoppedMs: 0,
  };
  for (const producer of stage.producers.values()) await producer.register();
  await stage.consumer.start();
  let { world } = engine.initial;
  let done = 0;
  let refusal: Driven['refusal'] = null;
  const predicted = new Map<string, number>();
  for (const step of steps) {
    const outcome = engine.apply(world, step);
    if (!outcome.ok) {
      refusal = { kind: 'other-settings' };
      break;
    }
    const taken = { step, before: world, after: outcome.world, records: outcome.records };
    const shown = shownBy({ settings: stage.settings, coming: () => 'now', groups: NO_GROUPS }, taken).map(
      ({ sight }) => sight,
    );
    refusal = step.kind === 'crash' ? crashRefusal(play, step) : null;
    if (refusal !== null) break;
    if (step.kind === 'crash') await noteOwn(play, taken, shown);
    refusal = await failing(signal, () => enact(play, taken));
    if (refusal !== null) break;
    if (step.kind !== 'crash') await noteOwn(play, taken, shown);
    for (const { what, fields } of shown) {
      if (what === 'appended')
        predicted.set(textOf(fields['topic']), (predicted.get(textOf(fields['topic'])) ?? 0) + 1);
    }
    world = outcome.world;
    done += 1;
    if (await isStored(play, step, world, predicted)) continue;
    refusal = { kind: 'not-stored', topics: missing(stage, predicted) };
    break;
  }
  const contents = contentsOf(stage, world);
  if (!signal.aborted) await ending(play, refusal === null);
  return { observations: stage.book.observations(), done, refusal, contents, world };
}

async function noteOwn(play: Play, taken: Taken, shown: readonly Sight[]): Promise<void> {
  for (const sight of shown) {
    const note = ownNote(play, taken, sight);
    if (note === null) continue;
    if (note.what === 'started' && note.process === 'broker') await noteStart(play, note);
    else play.stage.book.note(note);
    if (note.what === 'stopped' && note.process === 'broker') play.stoppedMs = Date.now();
  }
}

/** A broker makes its passes before it answers: it was up at the latest an interval before the first copy that it stored. */
async function noteStart({ stage, stoppedMs }: Play, note: Note): Promise<void> {
  await stage.look();
  const [first] = stage.stored.filter(({ storedMs }) => storedMs > stoppedMs);
  const intervalMs = first?.topic === HALF_TOPIC ? (stage.settings.transactionCheckIntervalMs ?? 0) : 0;
  const upMs = (first?.storedMs ?? Date.now()) - intervalMs;
  stage.book.note({ ...note, inferred: true }, Math.max(stoppedMs, Math.min(Date.now(), upMs)));
}

/** A broker that is gone, or a person who has seen enough, ends the run and not the program. */
async function failing(signal: AbortSignal, act: () => Promise<Refusal | null>): Promise<Driven['refusal']> {
  if (signal.aborted) return { kind: 'interrupted' };
  try {
    return await act();
  } catch (error) {
    if (signal.aborted) return { kind: 'interrupted' };
    if (error instanceof LiveError) return { kind: 'broker', problem: error.problem };
    throw error;
  }
}

/** Waits until the broker has stored as much as the model; a broker that is down is asked when it is back. */
async function isStored({ stage, signal }: Play, step: Step, world: World, predicted: ReadonlyMap<string, number>) {
  if (world.crashed.includes('broker')) return true;
  const isPass = step.kind === 'fire' && step.delay === 'transactionCheckInterval';
  const { transactionCheckIntervalMs = 0, transactionTimeOutMs = 0 } = stage.settings;
  const op = predicted.get(OP_TOPIC) ?? 0;
  const reached = async (): Promise<boolean> => {
    await stage.look();
    return [...predicted].every(([topic, count]) => topic === OP_TOPIC || countOf(stage, topic) >= count);
  };
  const patience = isPass
    ? 2 * transactionCheckIntervalMs + transactionTimeOutMs + PASS_LATE_MS
    : patienceOf(stage, step);
  if (!(await soon(reached, patience, LOOK_MS, signal))) return false;
  // several answers may share an op, so their number is no measure: it is waited for, never insisted on
  if (step.kind === 'fire' && step.delay === 'opWrite')
    await soon(() => opsAre(stage, op, world), patience, LOOK_MS, signal);
  return true;
}

async function opsAre(stage: Stage, count: number, world: World): Promise<boolean> {
  await stage.look();
  const named = stage.stored
    .filter(({ topic }) => topic === OP_TOPIC)
    .flatMap(({ body }) => body.toString().split(','));
  const settled = read(world).halfTopic.op.flat().length;
  return countOf(stage, OP_TOPIC) >= count || named.filter((offset) => offset !== '').length >= settled;
}

function patienceOf({ settings }: Stage, step: Step): number {
  if (step.kind !== 'fire') return STORED_MS;
  if (step.delay === 'opWrite') return 2 * (settings.transactionOpBatchIntervalMs ?? 0) + STORED_MS;
  if (step.delay === 'retryDelay') return Math.max(0, ...(settings.retryDelaysMs ?? [])) + STORED_MS;
  return STORED_MS;
}

function countOf({ stored }: Stage, topic: string): number {
  return stored.filter((one) => one.topic === topic).length;
}

function missing(stage: Stage, predicted: ReadonlyMap<string, number>): string {
  return [...predicted]
    .filter(([topic, count]) => topic !== OP_TOPIC && countOf(stage, topic) < count)
    .map(([topic, count]) => `${topic} has ${countOf(stage, topic)} of ${count}`)
    .join(', ');
}

/** Ops that are still in memory are waited for; then the cursors are looked at once. */
async function ending({ stage }: Play, isWhole: boolean): Promise<void> {
  if (stage.process?.isRunning() === false) return;
  await sleep(2 * (stage.settings.transactionOpBatchIntervalMs ?? 0) + LOOK_MS);
  await stage.look();
  const connection = await stage.administrator();
  const cursorOf = await storedCursors(connection);
  const half = { topic: HALF_TOPIC, queue: 0 };
  const op = { topic: OP_TOPIC, queue: 0 };
  const lengths = [await boundsOf(connection, half), await boundsOf(connection, op)] as const;
  stage.book.note({
    what: 'cursors',
    where: 'driver',
    half: [cursorOf(half, TRANSACTION_GROUP), lengths[0].max],
    op: [cursorOf(op, TRANSACTION_GROUP), lengths[1].max],
    discarded: (await boundsOf(connection, { topic: DISCARD_TOPIC, queue: 0 })).max,
  });
  await stage.look();
  // a run that stopped on the way did not end: what is still to come is not missing
  if (isWhole) stage.book.note({ what: 'ended', where: 'driver' });
}
