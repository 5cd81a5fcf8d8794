import type { WhyText } from '../../protocols/plain-mq/texts.ts';

/** Why each named run is worth a look, in Chinese. */
export const zhPlainMqWhys = {
  'scenario-clean-why': '三步走完，两边一致：没有意外的时候，普通 MQ 就够用。',
  'scenario-rollback-why': '先提交的好处：没有订单，就没有消息。',
  'scenario-crash-between-why': '“还要发消息”只在内存里，进程一死就没人记得：有订单，永远没有积分。',
  'scenario-broker-refuses-why': '订单已经提交，回不去了；消息没发出去，也没人再发。',
  'scenario-retry-helps-why': '连接断了一下，重试就发出去了，只是迟了一点。',
  'scenario-retry-dies-why': '重试也在内存里：它救得了 Broker 的故障，救不了自己的。',
  'scenario-confirmed-not-kept-why': '没有队列接收的消息，Broker 照样确认；发送方以为成功了。',
  'scenario-power-loss-why': '先确认后刷盘的 Broker 一断电，确认过的消息也没了。',
  'scenario-confirm-lost-why': '消息其实存下了；不重试反而对了，可是发送方没有办法知道。',
  'scenario-confirm-lost-retried-why': '不知道发没发成，只好再发；没有去重，积分就加了两次。',
  'scenario-confirm-lost-retried-dedup-why': '同样的重发，去重标记认得出第二份。',
  'scenario-new-order-after-crash-why': '宕机后客户换个单号再下一次：旧订单没有积分，新订单倒是好的。',
  'scenario-publish-first-why': '没有意外时结果一样，但有一段时间，消息在外面，订单还不存在。',
  'scenario-points-before-order-why': '谁也没出故障，积分服务却已经为一张还不存在的订单加了分。',
  'scenario-publish-first-crash-why': '消息收不回来，没提交的订单却回滚了：积分凭空多出来。',
  'scenario-publish-first-rollback-why': '提交失败本来是最平常的事，先发布就把它变成了事故。',
  'scenario-publish-first-timeout-why': '消息其实存下了，订单服务当作没发成，把订单回滚。',
  'scenario-publish-first-refused-why': '先发布的好处：明确没发成，就当什么都没发生。',
  'scenario-consumer-crash-why': '还没确认消费，消息必须再来；靠标记认出它。',
  'scenario-consumer-crash-no-dedup-why': '至少一次加上不去重，就是加两次。',
  'scenario-auto-ack-why': '收到就自动确认，处理之前宕机，这条消息不会再来。',
  'scenario-poison-why': '重试用完进死信队列；订单不会因此撤销，得有人来看。',
} as const satisfies { readonly [key in WhyText]: string };
