/** What the broker's front is told: by clients, by its own queues, and by people. */
import type { Message, RoleId } from '../../../engine/model.ts';
import type { ConnectionLost } from '../../shared/actions.ts';
import type { EndTransaction, HalfMessage, HalfMessageSent, SendStatus } from '../vocabulary.ts';
import type { CheckProducer } from './brokerMessages.ts';

interface HalfFound extends Message {
  readonly type: 'halfFound';
  readonly half: HalfMessage | null;
  /** Its age has passed transactionTimeOut or its immunity time. */
  readonly isOld: boolean;
}
interface Appended extends Message {
  readonly type: 'halfAppended';
  readonly offset: number;
}
interface Heartbeat extends Message {
  readonly type: 'heartbeat';
  readonly from: RoleId;
}
interface SetSendStatus extends Message {
  readonly type: 'setSendStatus';
  readonly status: SendStatus;
}
interface SetRejecting extends Message {
  readonly type: 'setRejecting';
  readonly rejects: boolean;
}
interface AskNext extends Message {
  readonly type: 'askNext';
  readonly producer: RoleId;
}
type Other = Message & { readonly type: 'putDone' | 'appended' | 'flushNow' | 'failNextPut' | 'stopCleanly' };
export type BrokerInput =
  | HalfMessageSent
  | EndTransaction
  | HalfFound
  | Appended
  | CheckProducer
  | AskNext
  | Heartbeat
  | SetSendStatus
  | SetRejecting
  | ConnectionLost
  | Other;
