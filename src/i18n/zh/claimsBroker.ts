/** Claims about the broker’s storage, in Chinese. */
export const texts = {
  'a-broker-crash-loses-messages-claim': '异步刷盘时，Broker 一宕机就会丢失最后的消息。',
  'a-broker-crash-loses-messages-ask': '异步刷盘，SEND_OK 之后立刻 kill -9 杀掉 Broker 进程。半消息会怎样？',
  'a-broker-crash-loses-messages-a': '丢失',
  'a-broker-crash-loses-messages-b': '已提交才会丢失',
  'a-broker-crash-loses-messages-c': '还在',
  'a-broker-crash-loses-messages-why':
    '进程宕机，页缓存还在操作系统里，一条也不丢；机器断电，没刷盘的半消息丢失，已提交的订单再也不会回查。',
  'a-broker-crash-loses-messages-say': '杀掉 Broker 进程只会变慢，机器断电才会丢失消息。',
  'a-timeout-of-the-slave-rolls-back-claim':
    '返回 FLUSH_DISK_TIMEOUT、FLUSH_SLAVE_TIMEOUT 或 SLAVE_NOT_AVAILABLE 时，本地事务根本不会执行。',
  'a-timeout-of-the-slave-rolls-back-ask': '半消息已存储，但从节点没有及时响应。订单会怎样？',
  'a-timeout-of-the-slave-rolls-back-a': '提交，因为发送成功',
  'a-timeout-of-the-slave-rolls-back-b': '提交，消息等从节点',
  'a-timeout-of-the-slave-rolls-back-c': '根本不会开始',
  'a-timeout-of-the-slave-rolls-back-why': '发送结果是 FLUSH_SLAVE_TIMEOUT，客户端不调用监听器，直接发出 ROLLBACK。',
  'a-timeout-of-the-slave-rolls-back-say': '对事务消息来说，“存了但不够安全”等于失败。',
  'mq-down-application-down-claim': 'MQ 宕机，整个系统就不可用。',
  'mq-down-application-down-ask': 'Broker 宕机十分钟。哪一家店还能继续卖？',
  'mq-down-application-down-a': '两家都能',
  'mq-down-application-down-b': '两家都不能',
  'mq-down-application-down-c': '用本地消息表的那家',
  'mq-down-application-down-why':
    '半消息要先存到 Broker，下单就此停住；本地消息表的订单照常提交，消息行等 Broker 恢复后补发。',
  'mq-down-application-down-say': '半消息下单就要 Broker 可用；本地消息表只在转发时才需要它。',
} as const;
