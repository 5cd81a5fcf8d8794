import type { CrashKind, DelayName, Message, ProcessId, RoleId } from './model.ts';

/** What the environment chose to do next: the reader, autoplay, a link or the verifier. */
export type Step =
  | { readonly kind: 'deliver'; readonly from: RoleId; readonly to: RoleId; readonly message: Message }
  | { readonly kind: 'drop'; readonly from: RoleId; readonly to: RoleId; readonly message: Message }
  | { readonly kind: 'duplicate'; readonly from: RoleId; readonly to: RoleId; readonly message: Message }
  | { readonly kind: 'fire'; readonly role: RoleId; readonly delay: DelayName }
  | { readonly kind: 'choose'; readonly role: RoleId; readonly message: Message }
  | { readonly kind: 'crash'; readonly process: ProcessId; readonly crash: CrashKind }
  | { readonly kind: 'restart'; readonly process: ProcessId };
