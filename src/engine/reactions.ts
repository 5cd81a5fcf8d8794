import { keyOf } from './data.ts';
import type { DelayName, Message } from './model.ts';
import type { LocalState } from './world.ts';
import { fire, react, takes, type Machine, type Reaction } from './xstateAdapter.ts';

/** How roles are asked: plain, or remembering what a role answered in this state to this input. */
export interface Reactions {
  readonly react: (machine: Machine, local: LocalState, message: Message) => Reaction;
  readonly fire: (machine: Machine, local: LocalState, delay: DelayName) => Reaction;
  readonly takes: (machine: Machine, local: LocalState, message: Message) => boolean;
}

export const plainReactions: Reactions = { react, fire, takes };

/**
 * Remembers per machine, local state and input. Sound because roles are pure and local states are interned.
 * Bounded: a machine's memory is emptied when it holds more than `ENTRIES_MAX` answers.
 */
export function memoisedReactions(): Reactions {
  const reactTo = memo<Message, Reaction>(react, keyOf);
  const fired = memo<DelayName, Reaction>(fire, (delay) => delay);
  const taken = memo<Message, boolean>(takes, keyOf);
  return { react: reactTo, fire: fired, takes: taken };
}

const ENTRIES_MAX = 500_000;

type Ask<Input, Answer> = (machine: Machine, local: LocalState, input: Input) => Answer;

function memo<Input, Answer>(ask: Ask<Input, Answer>, key: (input: Input) => string): Ask<Input, Answer> {
  let machines = new Map<Machine, WeakMap<LocalState, Map<string, Answer>>>();
  let entries = 0;
  return (machine, local, input) => {
    const byLocal = entryOf(machines, machine, () => new WeakMap<LocalState, Map<string, Answer>>());
    let answers = byLocal.get(local);
    if (answers === undefined) byLocal.set(local, (answers = new Map()));
    const inputKey = key(input);
    const known = answers.get(inputKey);
    if (known !== undefined) return known;
    const answer = ask(machine, local, input);
    answers.set(inputKey, answer);
    entries += 1;
    if (entries > ENTRIES_MAX) [machines, entries] = [new Map(), 0];
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
