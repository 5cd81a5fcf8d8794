import { keyOf } from './data.ts';
import type { CrashKind, DelayName, Message } from './model.ts';
import { saysTheSame, whatItReads, type SettingsRead } from './settingsRead.ts';
import type { LocalState } from './world.ts';
import { crash, fire, react, start, takes, type Bound, type FirstInput, type Reaction } from './xstateAdapter.ts';

/** How roles are asked: plain, or remembering what a role answered in this state to this input. */
export interface Reactions {
  readonly start: (bound: Bound, first: FirstInput) => Reaction;
  readonly react: (bound: Bound, local: LocalState, message: Message) => Reaction;
  readonly fire: (bound: Bound, local: LocalState, delay: DelayName) => Reaction;
  readonly takes: (bound: Bound, local: LocalState, message: Message) => boolean;
  /** What is left of a local state. */
  readonly crash: (bound: Bound, local: LocalState, kind: CrashKind) => LocalState;
}

export const plainReactions: Reactions = { start, react, fire, takes, crash };

/**
 * Remembers per machine, local state and input, and per value of each setting that was read to find the answer: models
 * that differ in other settings share it. Sound because roles are pure and local states are interned.
 * Bounded: a memory is emptied when it holds more than `ENTRIES_MAX` answers.
 */
export function memoisedReactions(): Reactions {
  const startIn = memo(
    ({ machine }) => machine,
    (bound, _: object, first: FirstInput) => start(bound, first),
    keyOf,
  );
  return {
    start: (bound, first) => startIn(bound, NO_STATE, first),
    react: memo(({ machine }) => machine, react, keyOf),
    fire: memo(
      ({ machine }) => machine,
      fire,
      (delay) => delay,
    ),
    takes: memo(({ machine }) => machine, takes, keyOf),
    crash: memo(
      ({ durable }) => durable,
      crash,
      (kind) => kind,
    ),
  };
}

/** A role that starts has no state yet. */
const NO_STATE = {};

const ENTRIES_MAX = 500_000;

type Ask<State, Input, Answer> = (bound: Bound, state: State, input: Input) => Answer;

interface Remembered<Answer> {
  readonly read: SettingsRead;
  readonly answer: Answer;
}

function memo<State extends object, Input, Answer>(
  ownerOf: (bound: Bound) => object,
  ask: Ask<State, Input, Answer>,
  key: (input: Input) => string,
): Ask<State, Input, Answer> {
  type Answers = Map<string, Remembered<Answer>[]>;
  let owners = new Map<object, WeakMap<State, Answers>>();
  let entries = 0;
  return (bound, state, input) => {
    const byState = entryOf(owners, ownerOf(bound), () => new WeakMap<State, Answers>());
    const answers = entryOf(byState, state, () => new Map<string, Remembered<Answer>[]>());
    const known = entryOf(answers, key(input), (): Remembered<Answer>[] => []);
    for (const { read, answer } of known) if (saysTheSame(read, bound.settings)) return answer;
    const found = whatItReads(() => ask(bound, state, input));
    known.push(found);
    entries += 1;
    if (entries > ENTRIES_MAX) [owners, entries] = [new Map(), 0];
    return found.answer;
  };
}

interface Entries<Key, Value> {
  readonly get: (key: Key) => Value | undefined;
  readonly set: (key: Key, value: Value) => unknown;
}

function entryOf<Key, Value>(map: Entries<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}
