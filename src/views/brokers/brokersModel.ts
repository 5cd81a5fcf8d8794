import { versioned } from '../../scenario/versions.ts';

/** What brokers offer for a half message, and where that is written. The sentences are the topic `brokers`. */

/** What a half message needs, all three at once. */
export const CRITERIA = ['hidden', 'settled', 'asks'] as const;

/** The columns of the table: the three needs, and whether a message that is sent twice is stored once. */
export const COLUMNS = [...CRITERIA, 'dedup'] as const;
export type Column = (typeof COLUMNS)[number];

export const MARKS = ['yes', 'partly', 'no'] as const;
export type Mark = (typeof MARKS)[number];

/** Pages that were read in November 2026. */
export const SOURCES = {
  'rocketmq-docs': 'https://rocketmq.apache.org/docs/featureBehavior/04transactionmessage/',
  'rocketmq-release': 'https://rocketmq.apache.org/release-notes/2018/07/24/4.3.0',
  'rocketmq-rocksdb':
    'https://github.com/apache/rocketmq/blob/f7005907b48694cc2177f2e4a750b68ff3c132a4/broker/src/main/java/org/apache/rocketmq/broker/transaction/rocksdb/TransactionalMessageRocksDBService.java',
  'rocketmq-no-check': 'https://github.com/alibaba/rocketmq/issues/266',
  'apsaramq-docs':
    'https://help.aliyun.com/en/apsaramq-for-rocketmq/cloud-message-queue-rocketmq-4-x-series/developer-reference/transactional-messages',
  'huawei-docs': 'https://support.huaweicloud.com/intl/en-us/ae-ad-1-devg-hrm/hrm-devg-020.html',
  'qiniu-docs': 'https://developer.qiniu.com/qvm/manual/6131/transaction-message',
  'tdmq-docs': 'https://tencentcloud.com/document/product/1113/58504',
  'cmq-docs': 'https://github.com/tencentyun/qcloud-documents/pull/1369',
  'activemq-transactions': 'https://activemq.apache.org/how-do-transactions-work',
  'artemis-transactions': 'https://activemq.apache.org/artemis/docs/latest/transaction-config.html',
  'artemis-dedup': 'https://activemq.apache.org/artemis/docs/latest/duplicate-detection.html',
  'amazon-mq-xa': 'https://docs.amazonaws.cn/en_us/amazon-mq/latest/developer-guide/recover-xa-transactions.html',
  'rabbitmq-confirms': 'https://www.rabbitmq.com/docs/confirms',
  'rabbitmq-semantics': 'https://www.rabbitmq.com/docs/semantics',
  'rabbitmq-streams': 'https://hexdocs.pm/rabbitmq_stream/producing.html',
  'kafka-semantics': 'https://kafka.apache.org/documentation/#semantics',
  'kafka-kip-98':
    'https://cwiki.apache.org/confluence/display/KAFKA/KIP-98+-+Exactly+Once+Delivery+and+Transactional+Messaging',
  'kafka-producer': 'https://kafka.apache.org/42/javadoc/org/apache/kafka/clients/producer/KafkaProducer.html',
  'kafka-timeout': 'https://kafka.apache.org/43/configuration/producer-configs/#producerconfigs_transaction.timeout.ms',
  'kafka-kip-939': 'https://cwiki.apache.org/confluence/display/KAFKA/KIP-939%3A+Support+Participation+in+2PC',
  'kafka-kip-939-withdrawn': 'https://github.com/apache/kafka/pull/23356',
  'pulsar-how': 'https://pulsar.apache.org/docs/txn-how',
  'pulsar-use': 'https://pulsar.apache.org/docs/2.11.x/txn-use',
  'pulsar-by-id': 'https://github.com/apache/pulsar/discussions/26452',
  'pulsar-dedup': 'https://pulsar.apache.org/docs/cookbooks-deduplication/',
  'qmq-docs': 'https://github.com/qunarcorp/qmq/blob/6a8eb4126c66b523da574d008c077fb35426d9a8/docs/cn/transaction.md',
  'dtm-docs': 'https://en.dtm.pub/practice/msg.html',
  'service-bus-dedup': 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/duplicate-detection',
  'service-bus-transactions': 'https://docs.azure.cn/en-us/service-bus-messaging/service-bus-transactions',
  'sqs-dedup':
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html',
  'pubsub-once': 'https://docs.cloud.google.com/pubsub/docs/exactly-once-delivery',
  'nats-publish': 'https://nats-io.github.io/nats.net/documentation/jetstream/publish.html',
  'ibm-mq-syncpoints': 'https://www.ibm.com/support/knowledgecenter/SSFKSJ_9.0.0/com.ibm.mq.dev.doc/q026800_.html',
  'oracle-enqueue': 'https://docs.oracle.com/cd/A91202_01/901_doc/appdev.901/a89852/dbms_aq5.htm',
  'sql-server-broker': 'https://learn.microsoft.com/en-us/previous-versions/sql/sql-server-2008-r2/ms171602(v=sql.105)',
} as const;
export type SourceId = keyof typeof SOURCES;

export interface Broker {
  readonly id: BrokerId;
  readonly marks: { readonly [column in Column]: Mark };
  readonly protocol: 'half-message' | 'local-message-table' | 'two-phase-commit';
  /** What follows the protocol in the link: settings, and a run to walk through from its start. */
  readonly run: string;
  readonly sources: readonly SourceId[];
}

const BROKER_IDS = [
  'rocketmq',
  'rocketmq-cloud',
  'activemq-jms',
  'activemq-xa',
  'rabbitmq',
  'kafka',
  'pulsar',
  'qmq',
  'dtm',
  'service-bus',
  'sqs',
  'pubsub',
  'nats',
  'ibm-mq',
  'db-queue',
] as const;
export type BrokerId = (typeof BROKER_IDS)[number];

/** The relay crashes before its mark and sends again; the broker knows the id. */
const KNOWN_ID_RUN =
  'set=broker-dedup~window&do=order.commit.wake.send.pub.ok.crash~relay.restart~relay.msg.consume.offset.ack.age.poll.send.pub.ok.mark';
/** The same crash, and the consumer recognises the second copy. */
const SENT_TWICE_RUN =
  'do=order.commit.wake.send.pub.ok.crash~relay.restart~relay.msg.consume.offset.ack.age.poll.send.pub.msg.ok.mark.consume.offset.ack';

export const brokers: readonly Broker[] = [
  {
    id: 'rocketmq',
    marks: { hidden: 'yes', settled: 'yes', asks: 'yes', dedup: 'no' },
    protocol: 'half-message',
    run: 'do=order.half.ok.commit.return.drop~end.timeout.pass.check.answer.end.msg.consume',
    sources: ['rocketmq-docs', 'rocketmq-release', 'rocketmq-rocksdb'],
  },
  {
    id: 'rocketmq-cloud',
    marks: { hidden: 'yes', settled: 'yes', asks: 'yes', dedup: 'no' },
    protocol: 'half-message',
    run: 'set=producers~2&do=order~producer.half.ok.commit.crash~order.timeout.pass.check.answer.end.msg.consume',
    sources: ['apsaramq-docs', 'huawei-docs', 'qiniu-docs', 'tdmq-docs'],
  },
  {
    id: 'activemq-jms',
    marks: { hidden: 'partly', settled: 'no', asks: 'no', dedup: 'partly' },
    protocol: 'local-message-table',
    run: 'do=order.commit.wake.send.pub.msg.ok.mark.consume.offset.ack',
    sources: ['activemq-transactions', 'artemis-transactions', 'artemis-dedup'],
  },
  {
    id: 'activemq-xa',
    marks: { hidden: 'yes', settled: 'partly', asks: 'no', dedup: 'partly' },
    protocol: 'two-phase-commit',
    run: 'do=order.prepare~order-db.prepare.work~order-db.work.vote~order-db.vote.decide.crash~order.restart~order.commit~order-db.commit.ack~order-db.ack',
    sources: ['activemq-transactions', 'artemis-transactions', 'amazon-mq-xa', 'artemis-dedup'],
  },
  {
    id: 'rabbitmq',
    marks: { hidden: 'no', settled: 'no', asks: 'no', dedup: 'partly' },
    protocol: 'local-message-table',
    run: 'set=mandatory~on&do=order.commit.unroute.wake.send.pub.returned.backoff.poll.send.pub.msg.ok.mark.consume.offset.ack',
    sources: ['rabbitmq-semantics', 'rabbitmq-confirms', 'rabbitmq-streams'],
  },
  {
    id: 'kafka',
    marks: { hidden: 'yes', settled: 'partly', asks: 'no', dedup: 'partly' },
    protocol: 'local-message-table',
    run: 'do=order.commit.crash~order.restart~order.age.poll.send.pub.msg.ok.mark.consume.offset.ack',
    sources: ['kafka-semantics', 'kafka-producer', 'kafka-timeout', 'kafka-kip-939', 'kafka-kip-939-withdrawn'],
  },
  {
    id: 'pulsar',
    marks: { hidden: 'yes', settled: 'partly', asks: 'no', dedup: 'partly' },
    protocol: 'local-message-table',
    run: 'set=relays~2&do=order.commit.wake.age.poll.send.pub.msg.ok.mark.consume.offset.ack',
    sources: ['pulsar-how', 'pulsar-use', 'pulsar-by-id', 'pulsar-dedup'],
  },
  {
    id: 'qmq',
    marks: { hidden: 'no', settled: 'no', asks: 'no', dedup: 'no' },
    protocol: 'local-message-table',
    run: 'do=order.commit.wake.send.drop~pub.backoff.poll.send.pub.msg.ok.mark.consume.offset.ack',
    sources: ['qmq-docs'],
  },
  {
    id: 'dtm',
    marks: { hidden: 'yes', settled: 'yes', asks: 'yes', dedup: 'yes' },
    protocol: 'half-message',
    run: 'set=checker~fenced&do=order.half.ok.slow.timeout.pass.check.answer.end.commit.return.end',
    sources: ['dtm-docs'],
  },
  {
    id: 'service-bus',
    marks: { hidden: 'partly', settled: 'no', asks: 'no', dedup: 'yes' },
    protocol: 'local-message-table',
    run: KNOWN_ID_RUN,
    sources: ['service-bus-dedup', 'service-bus-transactions'],
  },
  {
    id: 'sqs',
    marks: { hidden: 'no', settled: 'no', asks: 'no', dedup: 'partly' },
    protocol: 'local-message-table',
    run: KNOWN_ID_RUN,
    sources: ['sqs-dedup'],
  },
  {
    id: 'pubsub',
    marks: { hidden: 'no', settled: 'no', asks: 'no', dedup: 'no' },
    protocol: 'local-message-table',
    run: SENT_TWICE_RUN,
    sources: ['pubsub-once'],
  },
  {
    id: 'nats',
    marks: { hidden: 'no', settled: 'no', asks: 'no', dedup: 'yes' },
    protocol: 'local-message-table',
    run: KNOWN_ID_RUN,
    sources: ['nats-publish'],
  },
  {
    id: 'ibm-mq',
    marks: { hidden: 'yes', settled: 'partly', asks: 'no', dedup: 'no' },
    protocol: 'two-phase-commit',
    run: 'do=order.prepare~order-db.prepare.work~order-db.work.vote~order-db.vote.decide.announce.commit~order-db.commit.ack~order-db.ack',
    sources: ['ibm-mq-syncpoints'],
  },
  {
    id: 'db-queue',
    marks: { hidden: 'yes', settled: 'no', asks: 'no', dedup: 'no' },
    protocol: 'local-message-table',
    run: 'set=relay~log-tailing&do=order.commit.crash~order.restart~order.tail.send.pub.msg.ok.mark.consume.offset.ack',
    sources: ['oracle-enqueue', 'sql-server-broker'],
  },
];

/** The link of a broker's button, from `v2/` on: the run stands at its start. */
export function linkOf({ protocol, run }: Broker): string {
  return versioned(`${protocol}?${run}&at=0`);
}

/** The four halves of the article's sentence, and how true each of them is. */
export const claims = [
  { id: 'rocketmq', mark: 'yes', sources: ['rocketmq-release', 'rocketmq-no-check'] },
  { id: 'activemq', mark: 'partly', sources: ['activemq-transactions', 'artemis-transactions'] },
  { id: 'rabbitmq', mark: 'yes', sources: ['rabbitmq-semantics'] },
  { id: 'kafka', mark: 'partly', sources: ['kafka-kip-98', 'kafka-semantics'] },
] as const satisfies readonly { readonly id: string; readonly mark: Mark; readonly sources: readonly SourceId[] }[];

/** What could not be verified. */
export const gaps = [
  { id: 'runs', sources: [] },
  { id: 'cmq', sources: ['cmq-docs'] },
  { id: 'tdmq', sources: [] },
] as const satisfies readonly { readonly id: string; readonly sources: readonly SourceId[] }[];
