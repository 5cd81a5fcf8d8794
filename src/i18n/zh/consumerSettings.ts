/** How every consumer recognises duplicates and when it acknowledges, in Chinese. */
export const texts = {
  'setting-dedup': '消费去重',
  'value-dedup-same-tx': '标记与积分同一事务',
  'value-dedup-none': '不去重',
  'value-dedup-marker-first': '先写标记再加积分',
  'value-dedup-marker-after': '先加积分再写标记',
  'setting-ack': '何时确认消费',
  'value-ack-after-commit': '本地提交之后',
  'value-ack-before-commit': '本地提交之前',
  'setting-reconsume-max': '最大重试次数',
  'setting-reconsume-max-why': '一直消费失败的消息，重试达到这个次数后进入死信队列。',
} as const;
