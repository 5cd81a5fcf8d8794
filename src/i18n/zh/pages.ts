/** What the menu says of the pages beside the explorer, in Chinese. */
export const texts = {
  'page-to-run': '回到演示',
  'page-incidents-about': '公开报告过的事故逐个重演：当时怎样，加上保障又怎样。',
  'page-recordings-about': '真实 RocketMQ 的事件日志，逐行与模型对照；也可以用你自己的日志。',
  'page-brokers-about': 'RocketMQ、ActiveMQ、RabbitMQ、Kafka、Pulsar、QMQ：哪些支持半消息，不支持的用什么代替。',
  'page-claims-about': '常见的 32 种说法：先猜，再看推演、验证和更准确的说法。',
  'page-checker-about': '说出 checkLocalTransaction 读什么、答什么：看它会不会出错、怎样改。',
  'page-load-about': '许多订单同时到来：异步换来了什么，又付出了什么。',
  'page-compare-about': '同一个故障，两种方案逐步对照；另附所有方案的结果表。',
} as const;
