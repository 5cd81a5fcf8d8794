/** The actions that every role machine may use. They are data: their implementations never run (see the XState adapter). */
import type { Message, RoleId, RoleInput } from '../../engine/model.ts';
import type { NoteFields } from '../../engine/record.ts';

export interface Envelope {
  readonly to: RoleId;
  readonly message: Message;
}

export type Note = NoteFields & { readonly what: string };

export const roleActions = {
  /** Sends one message to a role. */
  send: (_: unknown, _params: Envelope): void => {},
  /** Sends several messages, in order. */
  sendAll: (_: unknown, _params: { readonly envelopes: readonly Envelope[] }): void => {},
  /** Tells what happened; `what` names a text of the protocol. */
  note: (_: unknown, _params: Note): void => {},
  noteAll: (_: unknown, _params: { readonly notes: readonly Note[] }): void => {},
  /** Listed and deliberately without effect; `reason` names a text of the protocol. */
  ignore: (_: unknown, _params: { readonly reason: string }): void => {},
};

/** Tells the broker that something was appended to its log, where the log is not flushed with every append. */
export function appended({ flushesAsync }: { readonly flushesAsync: boolean }): readonly Envelope[] {
  return flushesAsync ? [{ to: 'broker', message: { type: 'appended' } }] : [];
}

/** What the engine tells a role whose connection to another process broke. */
export interface ConnectionLost extends Message {
  readonly type: 'connectionLost';
  readonly process: string;
}

/** What the engine tells a sender whose message was lost on a connection that notices losses. */
export interface Undelivered extends Message {
  readonly type: 'undelivered';
  readonly message: Message;
}

export type { RoleInput };
