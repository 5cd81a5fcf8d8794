import { describe } from 'vitest';
import type { Settings } from '../engine/model.ts';
import type { Timeline } from '../engine/timeline.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { orderDatabase } from '../protocols/local-message-table/roles/orderDatabase.ts';
import { orderService } from '../protocols/local-message-table/roles/orderService.ts';
import { relay } from '../protocols/local-message-table/roles/relay.ts';
import { consumer } from '../protocols/shared/consumer.ts';
import { plainBroker } from '../protocols/shared/plainBroker.ts';
import { topic } from '../protocols/shared/topic.ts';
import { runOf } from './runs.testing.ts';
import { itHasItsTexts } from './texts.testing.ts';

const run = (given: Settings, words: string): Timeline => runOf(localMessageTable, given, words);

/** Runs that chance seldom finds. */
const SENT = 'order.commit.wake.send.pub.msg.ok.mark';
const CANCELLED = 'cancel.wake.send.pub.msg.ok.mark.consume';
const rareRuns: readonly Timeline[] = [
  run({ confirm: 'consumer-ack' }, `${SENT}.consume.reply.done.${CANCELLED}.reply.done`),
  run({ confirm: 'consumer-ack' }, 'order.commit.wake.send.pub.msg.consume.reply.done.ok.mark'),
  run({}, `${SENT}.crash~broker.fail.again`),
  run({ ack: 'before-commit' }, 'order.commit.wake.send.pub.msg.fail'),
  run({ database: 'async-replica' }, 'order'),
  run({ row: 'row-first' }, 'order.commit'),
  run({}, 'order.commit.wake.send.pub.drop~msg.pull'),
  run({ relay: 'log-tailing', position: 'per-transaction' }, 'order.join.commit.tail.send.pub.ok.mark'),
];

describe('texts of the local message table', { timeout: 60_000 }, () => {
  itHasItsTexts({
    protocol: localMessageTable,
    machines: [orderService, orderDatabase, relay],
    sharedMachines: [plainBroker, topic, consumer],
    rareRuns,
    rareChoices: [],
    ids: ['order-service', 'order-database', 'order-db', 'relay-b', 'broker-ack'],
  });
});
