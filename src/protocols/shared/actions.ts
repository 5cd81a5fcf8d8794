/** The actions that every role machine may use. They are data: their implementations never run (see the XState adapter). */
import type { Message, RoleId, RoleInput, Settings } from '../../engine/model.ts';
import type { NoteFields } from '../../engine/record.ts';
import { flushesAsync, leavesUnwaited, losesAppends } from './settings.ts';

/**
 * A role's context as its machine sees it: with the protocol's settings, which come with the input. The engine keeps them
 * beside the world: what a role stores is `Context` alone.
 */
export type WithSettings<Context> = Context & { readonly settings: Settings };

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
export function appended({ settings }: { readonly settings: Settings }): readonly Envelope[] {
  if (flushesAsync(settings)) return [{ to: 'broker', message: { type: 'appended' } }];
  return leavesUnwaited(settings) ? [{ to: 'broker', message: { type: 'flushNow' } }] : [];
}

/** The same of an append whose flush nobody waits for, however the log is flushed (waitStoreMsgOK = false). */
export function appendedUnwaited({ settings }: { readonly settings: Settings }): readonly Envelope[] {
  return losesAppends(settings) ? [{ to: 'broker', message: { type: 'appended' } }] : [];
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
