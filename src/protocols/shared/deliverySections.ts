/** What boxes show of a topic, its consumer group and the points service, in every protocol that has them. */
import type { World } from '../../engine/world.ts';
import type { Cell, Fate, Section, TextRef, Tone } from '../protocol.ts';
import type { ConsumerContext } from './consumerState.ts';
import type { Delivery } from './delivery.ts';
import type { PlainBrokerContext } from './plainBroker.ts';
import type { Stored, TopicContext } from './topicState.ts';

type Topic = Pick<TopicContext, 'orders' | 'retry' | 'scheduled' | 'dead' | 'consumed'>;
type Consumer = Pick<ConsumerContext, 'points' | 'markers' | 'isDatabaseDown'> & {
  readonly inbox: readonly Delivery[];
};

export function statusSection(id: string, title: string, text: TextRef, tone: Tone): Section {
  return { kind: 'status', id, title, text, tone };
}

export function consumerStatus({ inbox, isDatabaseDown }: Consumer, world: World): Section {
  const title = 'section-consumer';
  if (world.crashed.includes('points')) return statusSection('consumer', title, { key: 'status-gone' }, 'bad');
  if (isDatabaseDown) return statusSection('consumer', title, { key: 'status-database-down' }, 'bad');
  const [message] = inbox;
  if (message === undefined) return statusSection('consumer', title, { key: 'status-waiting-for-messages' }, 'plain');
  return statusSection('consumer', title, { key: 'status-consuming', values: { tx: message.tx } }, 'good');
}

export function pointsTable({ points }: Consumer): Section {
  const rows = Object.entries(points).map(([tx, { added }]) => [tx, added > 0 ? `+${added}` : '0']);
  return {
    kind: 'table',
    id: 'points',
    title: 'section-points-database',
    columns: ['column-order', 'column-points'],
    rows,
  };
}

/** The ids that a broker recognises for now; nothing while there are none. */
export function knownIds(broker: PlainBrokerContext | null): readonly Section[] {
  if (broker === null || broker.known.length === 0) return [];
  const text = { key: 'status-known', values: { ids: broker.known.join(' ') } };
  return [statusSection('window', 'section-window', text, 'plain')];
}

export function topicCells({ orders, consumed }: Topic, label: 'tx' | 'offset'): readonly Cell[] {
  return orders.map((stored, offset) => {
    const isConsumed = offset < consumed.orders;
    const key = isConsumed ? 'cell-consumed' : 'cell-visible';
    return {
      label: label === 'tx' ? stored.tx : String(offset),
      fate: isConsumed ? 'settled' : 'visible',
      hint: { key, values: { tx: stored.tx, offset } },
    };
  });
}

/** Messages that wait for their retry, are being retried, or have been given up; nothing while there are none. */
export function retryQueues({ scheduled, retry, consumed, dead }: Topic): readonly Section[] {
  const queue = (id: string, title: string, stored: readonly Stored[], fate: Fate, key: string): readonly Section[] => {
    if (stored.length === 0) return [];
    const cells = stored.map(({ tx, reconsumeTimes }): Cell => ({
      label: tx,
      fate,
      hint: { key, values: { tx, times: reconsumeTimes } },
    }));
    return [{ kind: 'queue', id, title, cells }];
  };
  return [
    ...queue('scheduled', 'section-schedule-topic', scheduled, 'plain', 'cell-scheduled'),
    ...queue('retry', 'section-retry-topic', retry.slice(consumed.retry), 'visible', 'cell-retry'),
    ...queue('dead', 'section-dead-letter-topic', dead, 'parked', 'cell-dead'),
  ];
}
