import type { Data } from './data.ts';
import type { CrashKind, DelayName, Message, ProcessId, RoleId } from './model.ts';

interface Transfer {
  readonly from: RoleId;
  readonly to: RoleId;
  readonly message: Message;
}

/** What happened because of a step, in the order in which it happened. */
export type RunRecord =
  | { readonly kind: 'chosen'; readonly role: RoleId; readonly message: Message }
  /** Put on a network; `merged` means an equal message was already in flight on a `set` or a coalescing channel. */
  | ({ readonly kind: 'sent'; readonly merged: boolean } & Transfer)
  /** A call inside the step (same process, or a request that is answered at once). */
  | ({ readonly kind: 'called' } & Transfer)
  | ({ readonly kind: 'delivered' } & Transfer)
  | ({ readonly kind: 'dropped' } & Transfer)
  | ({ readonly kind: 'duplicated' } & Transfer)
  /** Reached a process that is down. */
  | ({ readonly kind: 'lost' } & Transfer)
  /** The role did not act on it; `reason` is an id with a text in the catalogue. */
  | { readonly kind: 'ignored'; readonly role: RoleId; readonly message: Message; readonly reason: string }
  | { readonly kind: 'moved'; readonly role: RoleId; readonly before: Data; readonly after: Data }
  | { readonly kind: 'armed'; readonly role: RoleId; readonly delay: DelayName; readonly delayMs: number }
  | { readonly kind: 'disarmed'; readonly role: RoleId; readonly delay: DelayName }
  | { readonly kind: 'fired'; readonly role: RoleId; readonly delay: DelayName }
  /** Something the protocol wants told: an append, a database commit, a discard. `what` is an id of the protocol. */
  | { readonly kind: 'noted'; readonly role: RoleId; readonly what: string; readonly fields: NoteFields }
  | { readonly kind: 'crashed'; readonly process: ProcessId; readonly crash: CrashKind }
  | { readonly kind: 'restarted'; readonly process: ProcessId };

export type NoteFields = { readonly [field: string]: Data };
