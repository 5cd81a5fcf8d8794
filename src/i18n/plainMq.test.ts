import { describe } from 'vitest';
import type { Settings } from '../engine/model.ts';
import type { Timeline } from '../engine/timeline.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { orderService } from '../protocols/plain-mq/roles/orderService.ts';
import { consumer } from '../protocols/shared/consumer.ts';
import { plainBroker } from '../protocols/shared/plainBroker.ts';
import { topic } from '../protocols/shared/topic.ts';
import { runOf } from './runs.testing.ts';
import { itHasItsTexts } from './texts.testing.ts';

const run = (given: Settings, words: string): Timeline => runOf(plainMq, given, words);

/** Runs that chance seldom finds. */
const PUBLISHED = 'order.commit.send.pub';
const rareRuns: readonly Timeline[] = [
  run({}, `${PUBLISHED}.msg.crash~broker.fail.again`),
  run({ ack: 'before-commit' }, `${PUBLISHED}.msg.fail`),
  run({ retry: 'on' }, `${PUBLISHED}.timeout.send.ok~attempt-0`),
];

describe('texts of plain messaging', { timeout: 60_000 }, () => {
  itHasItsTexts({
    protocol: plainMq,
    machines: [orderService],
    sharedMachines: [plainBroker, topic, consumer],
    rareRuns,
    rareChoices: [],
    ids: ['order-service', 'publish-then-commit'],
  });
});
