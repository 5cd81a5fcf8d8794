/** Official documents, at the state in which they were read, and the small settings and bounds of the claims' questions. */
import type { Source } from './incident.ts';

const at = (repository: string, commit: string, path: string): string =>
  `https://github.com/${repository}/blob/${commit}/${path}`;
const rocketmq = (path: string): Source => ({
  name: `RocketMQ ${path.replace(/^.*\//, '')}`,
  url: at('apache/rocketmq', '8fc57f1468d182eea11c01e089c0250d647dc5f3', path),
});
const site = (name: string, path: string): Source => ({
  name,
  url: at('apache/rocketmq-site', '7c16875ef20b889a5ffad003630391fdc84804e7', path),
});

export const transactionPage = site(
  'rocketmq.apache.org: transaction message',
  'i18n/en/docusaurus-plugin-content-docs/version-5.0/04-featureBehavior/04transactionmessage.md',
);
export const limitsPage = site('rocketmq.apache.org: limits', 'versioned_docs/version-5.0/01-introduction/03limits.md');
export const exampleTransaction = rocketmq('docs/en/Example_Transaction.md');
export const concept = rocketmq('docs/en/Concept.md');
export const design = rocketmq('docs/cn/design.md');
export const features = rocketmq('docs/en/Feature.md');
export const faq = rocketmq('docs/en/FAQ.md');
export const listenerSample = rocketmq(
  'example/src/main/java/org/apache/rocketmq/example/transaction/TransactionListenerImpl.java',
);
export const transactionChecker: Source = {
  name: 'RocketMQ TransactionChecker.java',
  url: at(
    'apache/rocketmq-clients',
    'da8271b572b41b627bcbbdfb5b3310c0c5e4736b',
    'java/client-apis/src/main/java/org/apache/rocketmq/client/apis/producer/TransactionChecker.java',
  ),
};

/** Where the product itself says or does it, at the same state. */
const java = (path: string): Source => rocketmq(`${path}.java`);
const broker = (path: string): Source => java(`broker/src/main/java/org/apache/rocketmq/broker/${path}`);
const client = (path: string): Source => java(`client/src/main/java/org/apache/rocketmq/client/impl/${path}`);

export const messageBridge = broker('transaction/queue/TransactionalMessageBridge');
export const checkService = broker('transaction/queue/TransactionalMessageServiceImpl');
export const discardListener = broker('transaction/queue/DefaultTransactionalMessageCheckListener');
export const endTransaction = broker('processor/EndTransactionProcessor');
export const sendProcessor = broker('processor/SendMessageProcessor');
export const sendBackProcessor = broker('processor/AbstractSendMessageProcessor');
export const producerManager = broker('client/ProducerManager');
export const clientApi = client('MQClientAPIImpl');
export const producerImpl = client('producer/DefaultMQProducerImpl');
export const brokerConfig = java('common/src/main/java/org/apache/rocketmq/common/BrokerConfig');
export const storeConfig = java('store/src/main/java/org/apache/rocketmq/store/config/MessageStoreConfig');
export const bestPractice = rocketmq('docs/cn/best_practice.md');
export const rabbitConfirms: Source = {
  name: 'RabbitMQ confirms.md',
  url: at('rabbitmq/rabbitmq-website', '0acf2a429b51aa35667af4369b8353317ebea524', 'docs/confirms.md'),
};
export const kafkaDesign: Source = {
  name: 'Kafka design.md',
  url: at('apache/kafka', '02b1217fa11a5b2b106113986cee2d7c8052a10d', 'docs/design/design.md'),
};
export const capIdempotence: Source = {
  name: 'CAP idempotence.md',
  url: at(
    'dotnetcore/CAP',
    'e52b8508e54cdb7a9ce7f9fec03d9ea8ad2710fb',
    'docs/content/user-guide/en/cap/idempotence.md',
  ),
};

/** Small bounds, so that everything is explored. */
export const SMALL = 'check-max~1.reconsume-max~1';
export const SMALL_TABLE = 'attempts-max~1.reconsume-max~1';

export const faults = (crash: number, drop: number, duplicate: number) => ({ crash, drop, duplicate });
export const NO_FAULT = faults(0, 0, 0);

export const holds = (states: number) => ({ kind: 'holds', states }) as const;
export const breaks = (steps: number) => ({ kind: 'breaks', steps }) as const;
export const shows = (steps: number) => ({ kind: 'shows', steps }) as const;

export const CHECKED = 'timeout.pass.check.answer.end';
