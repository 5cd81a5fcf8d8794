/** What people and mishaps do in a driven run. */
import { textOf } from '../engine/data.ts';
import type { Step } from '../engine/step.ts';
import { read } from '../protocols/half-message/read.ts';
import { ORDER_MS, slippedAfterMs } from '../recordings/clock.ts';
import { DISCARD_TOPIC, OP_TOPIC } from '../recordings/names.ts';
import { shortKey, transactionIn } from './appended.ts';
import { mayOpSlip } from './brokerSettings.ts';
import { limitDiscards, limitMessages, statusRefusal } from './forcing.ts';
import type { Play, Taken } from './play.ts';
import type { Refusal } from './refusal.ts';
import { resumeHalf, setBrokerConfig } from './administration.ts';
import { sendBack } from './requests.ts';
import type { Stage } from './stage.ts';
import { offsetMsgIdOf } from './stored.ts';
import { sleep } from './waiting.ts';

type Choose = Extract<Step, { readonly kind: 'choose' }>;

/** Level 3 + reconsumeTimes: the broker counts for itself. */
const LEVEL_BY_BROKER = 0;

export async function enactChoice(play: Play, { step, before }: Taken<Choose>): Promise<Refusal | null> {
  const { stage } = play;
  const { message } = step;
  switch (message.type) {
    case 'setSendStatus': {
      const status = textOf(message['status']);
      const refusal = statusRefusal(play, status);
      if (refusal === null) play.nextStatus = status;
      return refusal;
    }
    case 'setRejecting': {
      if (stage.process === null) return { kind: 'not-started-here' };
      const rejects = String(message['rejects'] === true);
      await setBrokerConfig(await stage.administrator(), { rejectTransactionMessage: rejects });
      return null;
    }
    case 'failNextPut':
      if (stage.process === null) return { kind: 'not-started-here' };
      play.putFails = true;
      return null;
    case 'failNextOp':
      return limitMessages(play);
    case 'failNextDiscard':
      return limitDiscards(play);
    case 'stopCleanly':
      play.stopsCleanly = true;
      return null;
    case 'slipOp':
      return slipped(play);
    case 'breakPass':
    case 'reachOwnCopy':
      return { kind: 'cannot-force', what: message.type };
    case 'resume':
      return resumed(play, textOf(message['tx']));
    case 'failConsuming':
      // nobody is there to send it back to: it is consumed again on the spot
      return before.crashed.includes('broker') ? null : failed(play, read(before).consumer.inbox[0]);
    default:
      return null;
  }
}

async function resumed({ stage }: Play, order: string): Promise<Refusal | null> {
  const key = stage.keyOf(order);
  const discarded = stage.stored.findLast((one) => one.topic === DISCARD_TOPIC && transactionIn(one) === key);
  if (discarded === undefined) return { kind: 'no-discard', transaction: shortKey(key) };
  await resumeHalf(await stage.administrator(), offsetMsgIdOf(discarded.physicalOffset));
  return null;
}

/** Nothing makes an op slip; before 5.4 many do by themselves (HM-60), which is waited for. */
async function slipped({ stage, signal }: Play): Promise<Refusal | null> {
  const { settings, release, book } = stage;
  const { transactionOpBatchIntervalMs: intervalMs } = settings;
  if (!mayOpSlip(release) || intervalMs === undefined) return { kind: 'cannot-force', what: 'slipOp' };
  await stage.look();
  const seen = book.observations();
  const lastOpMs = seen.findLast((one) => one.what === 'appended' && one.topic === OP_TOPIC)?.timeMs ?? 0;
  const answered = seen.find((one) => one.what === 'endAnswered' && one.code === 0 && one.timeMs > lastOpMs);
  const opsBefore = opsIn(stage);
  const knownMs = book.startMs + (answered?.timeMs ?? 0) + slippedAfterMs(intervalMs) + 2 * ORDER_MS;
  await sleep(Math.max(0, knownMs - Date.now()), signal);
  await stage.look();
  return opsIn(stage) > opsBefore ? { kind: 'no-slip' } : null;
}

function opsIn({ stored }: Stage): number {
  return stored.filter(({ topic }) => topic === OP_TOPIC).length;
}

async function failed(
  { stage }: Play,
  inbox: { readonly tx: string; readonly reconsumeTimes: number } | undefined,
): Promise<Refusal | null> {
  if (inbox === undefined) return null;
  const key = stage.keyOf(inbox.tx);
  const message = stage.delivered.findLast(
    (one) => transactionIn(one) === key && one.reconsumeTimes === inbox.reconsumeTimes,
  );
  if (message === undefined) return { kind: 'no-delivery', transaction: shortKey(key) };
  const { physicalOffset, topic } = message;
  stage.book.note({ what: 'sentBack', where: 'broker', inferred: true, physicalOffset, transaction: shortKey(key) });
  const failing = { physicalOffset, topic, transaction: key };
  const { consumerGroup = '', reconsumeMax } = stage.settings;
  const connection = stage.consumer.connection() ?? (await stage.administrator());
  const code = await sendBack(connection, failing, consumerGroup, { delayLevel: LEVEL_BY_BROKER, reconsumeMax });
  return code === 0 ? null : { kind: 'send-back-refused', code };
}
