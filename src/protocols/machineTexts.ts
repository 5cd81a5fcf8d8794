/** The keys of the texts that the statecharts and tables of every role need, read off the types of the machines themselves. */
import type { ContextFrom, EventFrom, StateMachine, StateValueFrom } from 'xstate';
import type { broker } from './half-message/roles/broker.ts';
import type { checker } from './half-message/roles/checker.ts';
import type { halfTopic } from './half-message/roles/halfTopic.ts';
import type { orderDatabase } from './half-message/roles/orderDatabase.ts';
import type { producer } from './half-message/roles/producer.ts';
import type { words as halfMessageWords } from './half-message/words.ts';
import type { orderDatabase as messageTable } from './local-message-table/roles/orderDatabase.ts';
import type { orderService as tableOrderService } from './local-message-table/roles/orderService.ts';
import type { relay } from './local-message-table/roles/relay.ts';
import type { words as messageTableWords } from './local-message-table/words.ts';
import type { PacketOf } from './neededTexts.ts';
import type { orderService } from './plain-mq/roles/orderService.ts';
import type { words as plainMqWords } from './plain-mq/words.ts';
import type { consumer } from './shared/consumer.ts';
import type { plainBroker } from './shared/plainBroker.ts';
import type { topic } from './shared/topic.ts';
import type { coordinator } from './two-phase-commit/roles/coordinator.ts';
import type { participant } from './two-phase-commit/roles/participant.ts';
import type { resourceManager } from './two-phase-commit/roles/resourceManager.ts';
import type { transactionManager } from './two-phase-commit/roles/transactionManager.ts';
import type { words as twoPhaseWords } from './two-phase-commit/words.ts';

/** States by their own names, inputs that are no messages on a network (those have texts already), guards, fields and their values. */
export type MachineText =
  | `state-${NameIn<StateValueFrom<Machine>>}`
  | `event-${Event}`
  | `guard-${GuardIn<Machine>}`
  | `field-${FieldIn<ContextFrom<Machine>>}`
  | `value-${ValueIn<ContextFrom<Machine>>}`;

type HalfMessageMachine = typeof producer | typeof broker | typeof halfTopic | typeof checker | typeof orderDatabase;
type MessageTableMachine = typeof messageTable | typeof tableOrderService | typeof relay;
type PlainMqMachine = typeof orderService;
type PlainBrokerMachine = typeof plainBroker;
type SharedMachine = typeof topic | typeof consumer;
type TwoPhaseMachine = typeof coordinator | typeof participant | typeof transactionManager | typeof resourceManager;
type Machine =
  | HalfMessageMachine
  | MessageTableMachine
  | PlainMqMachine
  | PlainBrokerMachine
  | SharedMachine
  | TwoPhaseMachine;

type Event =
  | Exclude<TypeOf<HalfMessageMachine | SharedMachine>, PacketOf<typeof halfMessageWords>>
  | Exclude<TypeOf<MessageTableMachine | PlainBrokerMachine | SharedMachine>, PacketOf<typeof messageTableWords>>
  | Exclude<TypeOf<PlainMqMachine | PlainBrokerMachine | SharedMachine>, PacketOf<typeof plainMqWords>>
  | Exclude<TypeOf<TwoPhaseMachine>, PacketOf<typeof twoPhaseWords>>;

type TypeOf<Of> = Of extends unknown ? EventFrom<Of>['type'] : never;

type GuardIn<Of> =
  Of extends StateMachine<
    infer _Context,
    infer _Event,
    infer _Children,
    infer _Actor,
    infer _Action,
    infer Guard,
    infer _Delay,
    infer _Value,
    infer _Tag,
    infer _Input,
    infer _Output,
    infer _Emitted,
    infer _StateMeta,
    infer _StateSchema,
    infer _TransitionMeta
  >
    ? Guard['type']
    : never;

/** Regions and nested states included. */
type NameIn<Value> = Value extends string
  ? Value
  : Value extends object
    ? { readonly [name in keyof Value]-?: (name & string) | NameIn<Value[name]> }[keyof Value]
    : never;

/** Names that are no patterns: a record by orders has none. */
type Own<Of> = keyof { [name in keyof Of as string extends name ? never : number extends name ? never : name]: 1 };

type FieldIn<Of> = Of extends readonly (infer Item)[]
  ? FieldIn<Item>
  : Of extends object
    ? [Own<Of>] extends [never]
      ? FieldIn<Of[keyof Of]>
      : Exclude<{ readonly [name in Own<Of>]: name | FieldIn<Of[name]> }[Own<Of>], Hidden> & string
    : never;

/** What every role has and no reader asks for; the type of a message is its name. */
type Hidden = 'settings' | 'role' | 'type' | 'isRecovered';

/** Words among the values; constants of a product are shown as they are. */
type ValueIn<Of> = Of extends string
  ? string extends Of
    ? never
    : Of extends Uppercase<Of>
      ? never
      : Of
  : Of extends readonly (infer Item)[]
    ? ValueIn<Item>
    : Of extends object
      ? [Own<Of>] extends [never]
        ? ValueIn<Of[keyof Of]>
        : { readonly [name in Exclude<Own<Of>, Hidden>]: ValueIn<Of[name]> }[Exclude<Own<Of>, Hidden>]
      : never;
