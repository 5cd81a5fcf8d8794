/** What a producer is told: by people, by the broker and by its database. */
import type { Message } from '../../../engine/model.ts';
import type { ConnectionLost } from '../../shared/actions.ts';
import type { CheckTransactionState, LocalTransactionState, OrderRow, SendResult } from '../vocabulary.ts';

export type LocalOutcome = 'commit' | 'rollback' | 'unknow' | 'throw' | 'throw-late' | 'commit-rollback';

interface PlaceOrder extends Message {
  readonly type: 'placeOrder';
  readonly tx: string;
}
interface Finish extends Message {
  readonly type: 'finish';
  readonly outcome: LocalOutcome;
}
/** The look-up of the check throws. */
interface FailLookUp extends Message {
  readonly type: 'failLookUp';
}
interface AnswerCheck extends Message {
  readonly type: 'answerCheck';
  readonly answer: LocalTransactionState;
}
/** The answer for a half queue offset, sent by hand: once more, or where there is none yet (`sendEndUnasked`). */
interface SendEnd extends Message {
  readonly type: 'sendEnd' | 'sendEndUnasked';
  readonly tx: string;
  readonly offset: number;
  readonly state: LocalTransactionState;
}
interface LookedUp extends Message {
  readonly type: 'lookedUp';
  readonly row: OrderRow;
}
type Other = Message & {
  readonly type: 'keepRunning' | 'answerNothing' | 'committed' | 'commitRefused' | 'heartbeatAnswered';
};
export type ProducerInput =
  | PlaceOrder
  | Finish
  | AnswerCheck
  | FailLookUp
  | SendEnd
  | LookedUp
  | SendResult
  | CheckTransactionState
  | ConnectionLost
  | Other;
