/** What a producer is told: by people, by the broker and by its database. */
import type { Message } from '../../../engine/model.ts';
import type { ConnectionLost } from '../../shared/actions.ts';
import type { CheckTransactionState, LocalTransactionState, OrderRow, SendResult } from '../vocabulary.ts';

export type LocalOutcome = 'commit' | 'rollback' | 'unknow' | 'throw' | 'throw-late';

interface PlaceOrder extends Message {
  readonly type: 'placeOrder';
  readonly tx: string;
}
interface Finish extends Message {
  readonly type: 'finish';
  readonly outcome: LocalOutcome;
}
interface AnswerCheck extends Message {
  readonly type: 'answerCheck';
  readonly answer: LocalTransactionState;
}
/** The answer for a half queue offset, sent once more by hand. */
interface SendEnd extends Message {
  readonly type: 'sendEnd';
  readonly tx: string;
  readonly offset: number;
  readonly state: LocalTransactionState;
}
interface LookedUp extends Message {
  readonly type: 'lookedUp';
  readonly row: OrderRow;
}
type Other = Message & { readonly type: 'keepRunning' | 'committed' | 'commitRefused' | 'heartbeatAnswered' };
export type ProducerInput =
  | PlaceOrder
  | Finish
  | AnswerCheck
  | SendEnd
  | LookedUp
  | SendResult
  | CheckTransactionState
  | ConnectionLost
  | Other;
