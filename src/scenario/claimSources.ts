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

/** Small bounds, so that everything is explored. */
export const SMALL = 'check-max~1.reconsume-max~1';
export const SMALL_TABLE = 'attempts-max~1.reconsume-max~1';

export const faults = (crash: number, drop: number, duplicate: number) => ({ crash, drop, duplicate });
export const NO_FAULT = faults(0, 0, 0);

export const holds = (states: number) => ({ kind: 'holds', states }) as const;
export const breaks = (steps: number) => ({ kind: 'breaks', steps }) as const;
export const shows = (steps: number) => ({ kind: 'shows', steps }) as const;

export const CHECKED = 'timeout.pass.check.answer.end';
