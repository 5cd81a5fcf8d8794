/** What the menu says of the pages beside the explorer, in Chinese. */
export const zhPages = {
  'page-to-run': '回到演示',
  'page-incidents-about': '公开报告过的事故，一件件重演：当时怎样，加上保障又怎样。',
  'page-recordings-about': 'RocketMQ 实际运行的事件日志，一行一行对照模型；也可以放进你自己的。',
  'page-brokers-about': 'RocketMQ、ActiveMQ、RabbitMQ、Kafka、Pulsar、QMQ：谁有半消息，谁没有，又该用什么。',
  'page-compare-about': '同一个故障，两种做法一步一步走给你看；再加一张所有协议的结果表。',
} as const;

export type PagesTexts = { readonly [key in keyof typeof zhPages]: string };
