import { keyOf, type Data } from './data.ts';
import type { CrashKind, DelayName, Message, RoleId, RoleSpec, Settings } from './model.ts';
import type { LocalState } from './world.ts';
import { crash, fire, react, start, takes, type Machine, type Reaction } from './xstateAdapter.ts';

/** How roles are asked: plain, or remembering what a role answered in this state to this input. */
export interface Reactions {
  readonly start: (machine: Machine, settings: Settings, first: FirstInput) => Reaction;
  readonly react: (machine: Machine, local: LocalState, message: Message) => Reaction;
  readonly fire: (machine: Machine, local: LocalState, delay: DelayName) => Reaction;
  readonly takes: (machine: Machine, local: LocalState, message: Message) => boolean;
  /** What is left of a local state. */
  readonly crash: (durable: RoleSpec['durable'], local: LocalState, kind: CrashKind) => LocalState;
}

/** Which role starts, and with what it kept; null at the very first start. */
export interface FirstInput {
  readonly role: RoleId;
  readonly recovered: Data;
}

const startIn: Reactions['start'] = (machine, settings, first) => start(machine, { settings, ...first });

export const plainReactions: Reactions = { start: startIn, react, fire, takes, crash };

/**
 * Remembers per machine, local state and input. Sound because roles are pure and local states are interned.
 * Bounded: a machine's memory is emptied when it holds more than `ENTRIES_MAX` answers.
 */
export function memoisedReactions(): Reactions {
  return {
    start: memo(startIn, keyOf),
    react: memo(react, keyOf),
    fire: memo(fire, (delay) => delay),
    takes: memo(takes, keyOf),
    crash: memo(crash, (kind) => kind),
  };
}

const ENTRIES_MAX = 500_000;

type Ask<Owner, State, Input, Answer> = (owner: Owner, state: State, input: Input) => Answer;

function memo<Owner, State extends object, Input, Answer>(
  ask: Ask<Owner, State, Input, Answer>,
  key: (input: Input) => string,
): Ask<Owner, State, Input, Answer> {
  let owners = new Map<Owner, WeakMap<State, Map<string, Answer>>>();
  let entries = 0;
  return (owner, state, input) => {
    const byState = entryOf(owners, owner, () => new WeakMap<State, Map<string, Answer>>());
    let answers = byState.get(state);
    if (answers === undefined) byState.set(state, (answers = new Map()));
    const inputKey = key(input);
    const known = answers.get(inputKey);
    if (known !== undefined) return known;
    const answer = ask(owner, state, input);
    answers.set(inputKey, answer);
    entries += 1;
    if (entries > ENTRIES_MAX) [owners, entries] = [new Map(), 0];
    return answer;
  };
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}
