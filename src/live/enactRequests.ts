/** Half messages and END_TRANSACTIONs of a driven run: written, answered, and written down. */
import { textOf } from '../engine/data.ts';
import type { Step } from '../engine/step.ts';
import { RESPONSE } from './codes.ts';
import { LiveError } from './connection.ts';
import { forcedStatus, withFailingPut } from './forcing.ts';
import { realHalf, type Play, type Taken } from './play.ts';
import type { Refusal } from './refusal.ts';
import { endTransaction, sendHalf, type EndState } from './requests.ts';
import { groupIn } from './stage.ts';

type Deliver = Extract<Step, { readonly kind: 'deliver' }>;
type Status = 'SEND_OK' | 'FLUSH_DISK_TIMEOUT' | 'FLUSH_SLAVE_TIMEOUT' | 'SLAVE_NOT_AVAILABLE' | 'NO_PERMISSION';

const STATUSES: { readonly [code: number]: Status } = {
  [RESPONSE.success]: 'SEND_OK',
  [RESPONSE.flushDiskTimeout]: 'FLUSH_DISK_TIMEOUT',
  [RESPONSE.flushSlaveTimeout]: 'FLUSH_SLAVE_TIMEOUT',
  [RESPONSE.slaveNotAvailable]: 'SLAVE_NOT_AVAILABLE',
  [RESPONSE.noPermission]: 'NO_PERMISSION',
};
/** DefaultMQProducer.sendMsgTimeout, and as long again for a busy machine. */
const SEND_MS = 6_000;

export async function halfMessageReaches(play: Play, { step }: Taken<Deliver>): Promise<Refusal | null> {
  const { stage } = play;
  const order = textOf(step.message['tx']);
  const connection = (await stage.producers.get(step.from)?.connection()) ?? (await stage.administrator());
  const { topic, checkImmunityMs } = stage.settings;
  const immunity =
    checkImmunityMs === undefined ? {} : { CHECK_IMMUNITY_TIME_IN_SECONDS: String(checkImmunityMs / 1e3) };
  const half = {
    topic,
    queue: Number(order.replace(/\D/g, '')) % stage.queues,
    group: groupIn(stage.settings, step.from),
    transaction: stage.keyOf(order),
    body: Buffer.from(stage.bodyOf(order), 'utf8'),
    bornMs: Date.now(),
    properties: { KEYS: order, TAGS: 'TagA', ...immunity },
  };
  stage.book.note({ what: 'sendReceived', where: 'broker', inferred: true });
  const wanted = play.nextStatus;
  const { code, remark } = await forcedStatus(play, () => sendHalf(connection, half, SEND_MS));
  const status = STATUSES[code];
  if (status === undefined) {
    stage.book.note({
      what: 'other',
      where: 'broker',
      kind: `a send refused with ${code}`,
      text: remark.slice(0, 200),
    });
    return { kind: 'send-refused', code, remark };
  }
  stage.book.note({ what: 'sendAnswered', where: 'broker', status });
  play.statuses.set(order, status);
  return wanted === null || wanted === status ? null : { kind: 'not-forced', status: wanted, came: status };
}

export async function endReaches(play: Play, { step, before }: Taken<Deliver>): Promise<Refusal | null> {
  const { stage } = play;
  const { offset, state, tx } = step.message;
  const fromCheck = step.message['fromCheck'] === true;
  const asked = fromCheck ? play.asked.get(step.from) : undefined;
  const half =
    asked === undefined
      ? realHalf(play, before, Number(offset))
      : { offset: asked.check.halfOffset, physicalOffset: asked.check.halfPhysicalOffset };
  if (half === null) return { kind: 'no-half', offset: Number(offset) };
  // a connection that is gone was closed after its requests were written: an administrator's carries them
  const sender = asked?.instance ?? step.from;
  const producer = stage.producers.get(sender);
  const connection = (await producer?.connection()) ?? (await stage.administrator());
  const end = {
    topic: stage.settings.topic,
    group: groupIn(stage.settings, sender),
    transaction: stage.keyOf(textOf(tx)),
    state: stateIn(state),
    halfOffset: half.offset,
    halfPhysicalOffset: half.physicalOffset,
    fromCheck,
  };
  stage.book.note({
    what: 'endReceived',
    where: 'broker',
    inferred: true,
    halfOffset: half.offset,
    halfPhysicalOffset: half.physicalOffset,
    state: end.state,
    fromCheck,
    ...(stage.settings.producerGroups === undefined ? {} : { group: end.group }),
  });
  const code = await withFailingPut(play, end.state, () => endTransaction(connection, end));
  stage.book.note({ what: 'endAnswered', where: 'broker', code, ...(code === null ? { inferred: true } : {}) });
  return null;
}

function stateIn(state: unknown): EndState {
  if (state === 'COMMIT' || state === 'ROLLBACK' || state === 'UNKNOW') return state;
  throw new LiveError({ kind: 'malformed', address: '', what: `expected a transaction state; got ${String(state)}` });
}
