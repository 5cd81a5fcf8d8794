import { describe } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { broker } from '../protocols/half-message/roles/broker.ts';
import { checker } from '../protocols/half-message/roles/checker.ts';
import { halfTopic } from '../protocols/half-message/roles/halfTopic.ts';
import { orderDatabase } from '../protocols/half-message/roles/orderDatabase.ts';
import { producer } from '../protocols/half-message/roles/producer.ts';
import { consumer } from '../protocols/shared/consumer.ts';
import { topic } from '../protocols/shared/topic.ts';
import { rareRuns } from './halfMessage.testing.ts';
import { itHasItsTexts } from './texts.testing.ts';

describe('texts of the half message', { timeout: 60_000 }, () => {
  itHasItsTexts({
    protocol: halfMessage,
    machines: [producer, broker, halfTopic, checker, orderDatabase],
    sharedMachines: [topic, consumer],
    rareRuns,
    rareChoices: ['accept'],
    ids: ['producer-b', 'order-db', 'order-b', 'half-topic', 'order-database'],
  });
});
