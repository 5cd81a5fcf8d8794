/**
 * A world of half messages without the orders that were discarded. A space that does not count discards nothing: of such an order it
 * may have half messages, and checks that nobody asks any more, and it may take it for over once it is committed.
 */
import type { World } from '../engine/world.ts';
import { channelId } from '../engine/world.ts';
import { textOf, type Data, type DataObject } from '../engine/data.ts';
import { NO_HALF, rowsOf } from '../protocols/half-message/forgettings.ts';
import type { CheckerContext } from '../protocols/half-message/roles/checker.ts';
import type { HalfTopicContext } from '../protocols/half-message/roles/halfTopic.ts';
import type { DatabaseContext } from '../protocols/half-message/roles/orderDatabase.ts';
import type { ProducerContext } from '../protocols/half-message/roles/producerMessages.ts';
import { withData } from '../protocols/shared/localStates.ts';
import { dataOf, written } from '../protocols/shared/roleData.ts';

export type Orders = ReadonlySet<string>;

interface Discarded {
  readonly orders: Orders;
  readonly over: Orders;
  readonly asked: World;
}

/** Whose row is not the same in both. */
export function differing(one: World, other: World): Orders {
  const [rows, others] = [rowsOf(one), rowsOf(other)];
  return new Set(Object.keys(rows).filter((tx) => rows[tx] !== others[tx]));
}

export function discardedIn(world: World): Orders {
  const checker = world.roles['checker'];
  if (checker === undefined) return new Set();
  const { discarded = [] } = dataOf<Partial<CheckerContext>>(checker);
  return new Set(discarded.map(({ tx }) => tx));
}

/**
 * `orders`: those that `asked` has discarded, whose checks are kept of theirs, and no others. `over`: those of them of which only one of
 * two worlds says that they are over.
 */
export function withoutDiscarded(world: World, { orders, over: isOver, asked }: Discarded): World {
  const { 'half-topic': halfTopic, checker, producer, 'order-database': database } = world.roles;
  if (halfTopic === undefined || checker === undefined || producer === undefined || database === undefined)
    return world;
  const { half } = dataOf<HalfTopicContext>(halfTopic);
  const { discarded } = dataOf<CheckerContext>(checker);
  const { orders: rows } = dataOf<DatabaseContext>(database);
  const toProducer = channelId('broker', 'producer');
  const isKept = (tx: string, others: ReadonlySet<string>): boolean => !orders.has(tx) || others.has(tx);
  const known = { inFlight: checksIn(asked.network[toProducer] ?? []), waiting: poolOf(asked) };
  const left = (world.network[toProducer] ?? []).filter(
    ({ type, tx }) => type !== 'checkTransactionState' || isKept(textOf(tx), known.inFlight),
  );
  const over = Object.entries(rows).map(([tx, row]) => [tx, isOver.has(tx) && row === 'committed' ? 'aborted' : row]);
  const isDown = producer.value === 'crashed';
  const checks = isDown ? [] : written<ProducerContext>(producer.context).checks;
  const waiting = checks.filter(({ tx }) => isKept(tx, known.waiting));
  return {
    ...world,
    network: { ...world.network, [toProducer]: left },
    roles: {
      ...world.roles,
      'half-topic': withData(halfTopic, { half: half.map((message) => (orders.has(message.tx) ? NO_HALF : message)) }),
      checker: withData(checker, { discarded: discarded.filter(({ tx }) => !orders.has(tx)) }),
      'order-database': withData(database, { orders: Object.fromEntries(over) as DataObject }),
      ...(isDown ? {} : { producer: withIdlePool(withData(producer, { checks: waiting }), waiting.length) }),
    },
    timers: {
      ...world.timers,
      producer: (world.timers['producer'] ?? []).filter(
        (delay) => delay !== 'checkLocalTransaction' || waiting.length > 0,
      ),
    },
  };
}

function withIdlePool(producer: World['roles'][string], count: number): World['roles'][string] {
  if (count > 0) return producer;
  return { ...producer, value: { ...(producer.value as DataObject), checkPool: 'idle' } };
}

function checksIn(messages: readonly { readonly type: string; readonly [field: string]: Data }[]): Orders {
  return new Set(messages.filter(({ type }) => type === 'checkTransactionState').map(({ tx }) => textOf(tx)));
}

function poolOf({ roles }: World): Orders {
  const producer = roles['producer'];
  if (producer === undefined || producer.value === 'crashed') return new Set();
  return new Set(written<ProducerContext>(producer.context).checks.map(({ tx }) => tx));
}
