/** What the points service is told: deliveries and their like, and what happens to it. */
import type { Message } from '../../engine/model.ts';
import type { ConnectionLost, Undelivered } from './actions.ts';
import type { Delivery, Subscribed } from './delivery.ts';

interface PurgeMarker extends Message {
  readonly type: 'purgeMarker';
  readonly tx: string;
}
/** The points database goes down, or is back (LT-35). */
interface SetDatabase extends Message {
  readonly type: 'setDatabase';
  readonly isDown: boolean;
}
type Other = Message & { readonly type: 'failConsuming' | 'refuseOrder' | 'sentBack' };
export type ConsumerInput = Delivery | Subscribed | Undelivered | ConnectionLost | PurgeMarker | SetDatabase | Other;
