/** Does a step of the model for real, as far as that can be forced. */
import { textOf } from '../engine/data.ts';
import type { Step } from '../engine/step.ts';
import { read } from '../protocols/half-message/read.ts';
import { HALF_TOPIC } from '../recordings/names.ts';
import { storedCursors } from './administration.ts';
import { enactChoice } from './enactChoice.ts';
import { messageArrives, messageIsLost } from './enactDeliveries.ts';
import { endReaches, halfMessageReaches } from './enactRequests.ts';
import type { Check } from './producerClient.ts';
import { boundsOf } from './reading.ts';
import { TRANSACTION_GROUP } from './names.ts';
import { realHalf, type Play, type Taken } from './play.ts';
import type { Refusal } from './refusal.ts';
import { sleep, soon } from './waiting.ts';

const LOOK_MS = 20;
/** An op is written an interval after its answer, or two. */
const OP_ROUNDS = 2;
/** From a pass to the arrival of its checks. */
const ARRIVAL_MS = 3_000;
/** flushConsumerOffsetInterval, and a little. */
const PERSISTED_MS = 5_300;

export async function enact(play: Play, taken: Taken): Promise<Refusal | null> {
  const { step } = taken;
  switch (step.kind) {
    case 'deliver':
      return delivered(play, { ...taken, step });
    case 'drop':
      // what is not to arrive is not written; a delivery is asked for, and its answer not read
      return step.message.type === 'message' ? messageIsLost(play, step.message) : null;
    case 'fire':
      return fired(play, { ...taken, step });
    case 'choose':
      return enactChoice(play, { ...taken, step });
    case 'crash':
      return crashed(play, step);
    case 'restart':
      return restarted(play, step.process);
    case 'duplicate':
      return null;
  }
}

type Deliver = Extract<Step, { readonly kind: 'deliver' }>;

async function delivered(play: Play, taken: Taken<Deliver>): Promise<Refusal | null> {
  const { step, records } = taken;
  // it reached a process that is down: it is not even written
  if (records.some(({ kind }) => kind === 'lost')) return null;
  switch (step.message.type) {
    case 'halfMessage':
      return halfMessageReaches(play, taken);
    case 'endTransaction':
      return endReaches(play, taken);
    case 'checkTransactionState':
      return checkArrives(play, taken);
    case 'message':
      return messageArrives(play, step.message);
    case 'consumerOffset': {
      const { queue, offset } = step.message;
      const { stage } = play;
      const topic = queue === 'retry' ? `%RETRY%${stage.settings.consumerGroup ?? ''}` : stage.settings.topic;
      await stage.consumer.storeOffset({ topic, queue: 0 }, Number(offset));
      return null;
    }
    default:
      return null;
  }
}

/** Any instance of the group may be the one that is asked (HM-10). */
async function checkArrives(play: Play, { step, before }: Taken<Deliver>): Promise<Refusal | null> {
  const { stage, signal } = play;
  const { offset } = step.message;
  const half = realHalf(play, before, Number(offset));
  if (half === null) return { kind: 'no-half', offset: Number(offset) };
  const key = stage.keyOf(textOf(step.message['tx']));
  // passes that nobody was asked in, while a broker came up, leave the model's copy behind: a later one is meant
  const isMeant = (check: Check): boolean => check.transaction === key && check.halfOffset >= half.offset;
  const find = () => [...stage.producers].find(([, { checks }]) => checks.some(isMeant));
  await soon(() => find() !== undefined, ARRIVAL_MS, LOOK_MS, signal);
  const found = find();
  if (found === undefined) return { kind: 'no-check', offset: half.offset };
  const [instance, { checks }] = found;
  const at = checks.findIndex(isMeant);
  const [check] = checks.splice(at, 1);
  if (check === undefined) return null;
  play.asked.set(step.to, { check, instance });
  stage.book.note({
    what: 'checkBegun',
    where: instance,
    topic: check.topic,
    halfOffset: check.halfOffset,
    halfPhysicalOffset: check.halfPhysicalOffset,
    checkTimes: check.checkTimes,
  });
  return null;
}

type Fire = Extract<Step, { readonly kind: 'fire' }>;

async function fired(play: Play, { step, before }: Taken<Fire>): Promise<Refusal | null> {
  const { stage, signal } = play;
  switch (step.delay) {
    case 'transactionTimeOut': {
      const [oldest] = read(before).halfTopic.young;
      const half = oldest === undefined ? null : realHalf(play, before, oldest);
      const dueMs = (half?.storedMs ?? 0) + (stage.settings.transactionTimeOutMs ?? 0);
      await sleep(Math.max(0, dueMs - Date.now()), signal);
      return null;
    }
    case 'heartbeatInterval':
      await stage.producers.get(step.role)?.register();
      return null;
    case 'reconnect':
      await stage.consumer.reconnect();
      return null;
    case 'persistOffset':
      await sleep(PERSISTED_MS, signal);
      return null;
    case 'persistConsumerOffset':
      return null;
    case 'opWrite':
      // a put that fails leaves nothing to wait for
      if (play.endLimit === null) return null;
      await sleep(OP_ROUNDS * (stage.settings.transactionOpBatchIntervalMs ?? 0) + ARRIVAL_MS, signal);
      await play.endLimit();
      return null;
    case 'transactionCheckInterval':
      if (play.endLimit === null) return null;
      await passEnds(play);
      await play.endLimit();
      return null;
    default:
      return null;
  }
}

/** A pass whose discard fails leaves nothing behind but its cursor, which has moved past everything. */
async function passEnds({ stage, signal }: Play): Promise<void> {
  const { transactionCheckIntervalMs = 0, transactionTimeOutMs = 0 } = stage.settings;
  const half = { topic: HALF_TOPIC, queue: 0 };
  const connection = await stage.administrator();
  const { max } = await boundsOf(connection, half);
  const hasPassed = async (): Promise<boolean> => (await storedCursors(connection))(half, TRANSACTION_GROUP) >= max;
  const patience = 2 * transactionCheckIntervalMs + transactionTimeOutMs + ARRIVAL_MS;
  await soon(hasPassed, patience, LOOK_MS, signal);
}

type Crash = Extract<Step, { readonly kind: 'crash' }>;

/** Asked before a death is written down: what cannot be done did not happen. */
export function crashRefusal({ stage }: Play, step: Crash): Refusal | null {
  if (step.process !== 'broker') return null;
  if (stage.process === null) return { kind: 'not-started-here' };
  return step.crash === 'machine' ? { kind: 'no-power-loss' } : null;
}

async function crashed(play: Play, step: Crash): Promise<Refusal | null> {
  const { stage, engine } = play;
  if (step.process === 'broker') {
    if (play.stopsCleanly) await stage.process?.stop();
    else await stage.process?.kill();
    play.stopsCleanly = false;
    return null;
  }
  for (const { id } of engine.model.roles.filter((role) => role.process === step.process)) {
    stage.producers.get(id)?.close();
    if (id === 'consumer') stage.consumer.close();
  }
  return null;
}

async function restarted({ stage, engine }: Play, process: string): Promise<Refusal | null> {
  if (process === 'broker') {
    await stage.process?.start();
    return null;
  }
  for (const { id } of engine.model.roles.filter((role) => role.process === process)) {
    await stage.producers.get(id)?.register();
    if (id === 'consumer') await stage.consumer.start();
  }
  return null;
}
