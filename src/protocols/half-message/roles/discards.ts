/** What a pass moves to TRANS_CHECK_MAX_TIME_TOPIC: DefaultTransactionalMessageCheckListener.resolveDiscardMsg. */
import { appendedUnwaited, type WithSettings } from '../../shared/actions.ts';
import type { CheckerContext } from './checker.ts';
import type { PassPlan } from './pass.ts';

type Context = WithSettings<CheckerContext>;
type Discards = PassPlan['discards'];

/** HM-47: the first of them is in no topic where its put fails. */
function storedDiscards({ failsNextDiscard }: CheckerContext, discards: Discards): Discards {
  return discards.slice(failsNextDiscard ? 1 : 0);
}

export function afterDiscards(context: CheckerContext, discards: Discards) {
  const stored = storedDiscards(context, discards).map(({ tx, producer, checkTimes, prepared }) => {
    return { tx, producer, checkTimes, prepared };
  });
  return {
    discarded: [...context.discarded, ...stored],
    ...(stored.length < discards.length ? { failsNextDiscard: false } : {}),
  };
}

/** What a lingering pass discards: its own last copies. */
export function ownDiscards({ own, cursors }: CheckerContext): Discards {
  return own.map((half, index) => ({ ...half, offset: cursors.half + index }));
}

export function discardNotes({ failsNextDiscard }: CheckerContext, discards: Discards) {
  return discards.map(({ tx, offset, checkTimes }, index) => {
    return { what: failsNextDiscard && index === 0 ? 'discard-put-failed' : 'discarded', tx, offset, checkTimes };
  });
}

export function discardEnvelopes(context: Context, discards: Discards) {
  return storedDiscards(context, discards).length > 0 ? appendedUnwaited(context) : [];
}
