/** What the model says that a broker stores, and what it stored: counted by topic, compared by transaction. */
import { read } from '../protocols/half-message/read.ts';
import type { World } from '../engine/world.ts';
import { deadLetterTopic, DISCARD_TOPIC, HALF_TOPIC, retryTopic } from '../recordings/names.ts';
import type { RecordingSettings } from '../recordings/observation.ts';
import { checkTimesIn, transactionIn } from './appended.ts';
import type { Stage } from './stage.ts';

/** The orders whose messages stand in a topic, in the order of its queue. */
export interface Content {
  readonly topic: string;
  readonly predicted: readonly string[];
  readonly held: readonly string[];
  readonly agrees: boolean;
}

/** Topic by topic: the model's words on the left, the broker's on the right. */
export function contentsOf(stage: Stage, world: World): readonly Content[] {
  const { settings, stored, keyOf } = stage;
  const predicted = predictedIn(settings, world);
  const orders = read(world).orders.map(({ order }) => order);
  const orderOf = new Map([...orders, ...[...predicted.values()].flat()].map((order) => [keyOf(order), order]));
  return [...predicted].map(([topic, expected]): Content => {
    const held = stored
      .filter((one) => one.topic === topic && (topic !== HALF_TOPIC || checkTimesIn(one) === 0))
      .map((one) => orderOf.get(transactionIn(one) ?? '') ?? 'unknown');
    return { topic, predicted: expected, held, agrees: sorted(held) === sorted(expected) };
  });
}

function predictedIn(settings: RecordingSettings, world: World): ReadonlyMap<string, readonly string[]> {
  const { halfTopic, checker, topic } = read(world);
  const orders = (messages: readonly { readonly tx: string }[]): readonly string[] => messages.map(({ tx }) => tx);
  return new Map([
    // how many copies there are is a matter of how many passes came while nobody could be asked
    [HALF_TOPIC, orders(halfTopic.half.filter(({ checkTimes }) => checkTimes === 0))],
    [settings.topic, orders(topic.orders)],
    [DISCARD_TOPIC, orders(checker.discarded)],
    [retryTopic(settings), orders(topic.retry)],
    [deadLetterTopic(settings), orders(topic.dead)],
  ]);
}

/** Which queue of the real topic a message went to is no question of agreement, so neither is their order. */
function sorted(orders: readonly string[]): string {
  return orders.toSorted().join(' ');
}
