/** The op messages that are written for the offsets that wait in memory: TransactionalOpBatchService, deletePrepareMessage in 4.9. */
import type { WithSettings } from '../../shared/actions.ts';
import { versionOf } from '../settings.ts';
import { opBody, TRANSACTION_OP_MSG_MAX_SIZE } from '../vocabulary.ts';
import type { HalfTopicContext } from './halfTopic.ts';

type Context = WithSettings<HalfTopicContext>;

/**
 * 4.9 writes an op message per offset, 5.1 and later one for all that wait (HM-14, HM-15). When their text becomes too long, the
 * newest offset is written first.
 */
function opMessages(context: Context): readonly (readonly number[])[] {
  const { buffer, settings } = context;
  if (versionOf(settings) === '4.9') return buffer.map((offset) => [offset]);
  return [isTooLong(context) ? [...buffer.slice(-1), ...buffer.slice(0, -1)] : buffer];
}

export function isTooLong({ buffer, settings }: Context): boolean {
  return opBody(buffer, versionOf(settings)).length > TRANSACTION_OP_MSG_MAX_SIZE;
}

/** A put that fails takes its offsets with it: they were out of memory before it (HM-16). */
export function storedOps(context: Context): readonly (readonly number[])[] {
  return opMessages(context).slice(context.failsNextOp ? 1 : 0);
}

export function opNotes(context: Context) {
  return storedOps(context).map((offsets, index) => ({
    what: 'op-stored',
    offset: context.op.length + index,
    body: opBody(offsets, versionOf(context.settings)),
  }));
}

export function lostNotes(context: Context) {
  const lost = context.failsNextOp ? opMessages(context).slice(0, 1) : [];
  return lost.map((offsets) => ({ what: 'op-put-failed', body: opBody(offsets, versionOf(context.settings)) }));
}
