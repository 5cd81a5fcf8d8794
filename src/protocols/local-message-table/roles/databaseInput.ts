/** What the order database is asked. */
import type { Message, RoleId } from '../../../engine/model.ts';
import type { ConnectionLost } from '../../shared/actions.ts';
import type { Why } from '../vocabulary.ts';

interface OfOrder extends Message {
  readonly type: 'commit' | 'rollback' | 'writeSecond' | 'cancel' | 'compensate';
  readonly tx: string;
}
interface Begin extends Message {
  readonly type: 'begin';
  readonly tx: string;
  /** The order in whose transaction this one is placed. */
  readonly in?: string;
}
interface ConfirmRow extends Message {
  readonly type: 'confirmRow';
  readonly tx: string;
  readonly event?: 'cancel';
}
interface Read extends Message {
  readonly type: 'read';
  readonly from: RoleId;
  readonly why: Why;
}
interface OfRow extends Message {
  readonly type: 'mark' | 'fail';
  readonly from: RoleId;
  readonly id: number;
}
interface ByPerson extends Message {
  readonly type: 'replay' | 'spoil' | 'mend';
  readonly id: number;
}
type Other = Message & { readonly type: 'failover' | 'losePosition' };
export type DatabaseInput = Begin | OfOrder | ConfirmRow | Read | OfRow | ByPerson | ConnectionLost | Other;
