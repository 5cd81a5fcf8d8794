import type { WhyText } from '../../protocols/half-message/texts.ts';

/** Why each named run is worth a look, in Chinese. */
export const zhHalfMessageWhys = {
  'scenario-clean-commit-why': '先看没有意外时的样子：订单先提交，积分随后跟上，两边一致。',
  'scenario-rollback-why': '回滚的订单不会给任何人加积分，而 Broker 只记了一条 op，什么也没删。',
  'scenario-unknow-then-commit-why': 'UNKNOW 不是失败，只是把决定推给回查；代价是积分晚到几十秒。',
  'scenario-crash-before-half-why': '先发消息后动数据库，所以在这里宕机什么也不会留下。',
  'scenario-crash-after-half-why': '半消息没了主人，回查查不到订单，就把它回滚掉。',
  'scenario-crash-after-local-commit-why':
    '最危险的一刻：订单已经存在，Broker 却没收到消息；由同组的另一个实例替它回答。',
  'scenario-end-transaction-lost-why': '结束请求不重发，发送方还以为成功了，只有回查能补救。',
  'scenario-group-down-until-discard-why': '没人在线也照样计数，约七分半钟后半消息被搁置：订单在，积分永远不会自己来。',
  'scenario-resumed-by-hand-why': '搁置不是删除：管理员可以把它放回半消息主题，次数从 0 重新计起。',
  'scenario-check-while-running-unknow-why':
    '回答没有错，但回查留下的副本和迟到的 COMMIT 各投递一次，没有去重就加了两次积分。',
  'scenario-check-while-running-rollback-why': '查不到不等于已回滚：之后订单提交了，COMMIT 又丢失，再也没有人来问。',
  'scenario-check-while-running-commit-why': '回查抢先答 COMMIT，本地事务却回滚了，积分加给了一张不存在的订单。',
  'scenario-check-while-running-fenced-why': '回查先写一行“已取消”，让迟到的本地提交失败，这样答 ROLLBACK 才不会错。',
  'scenario-late-commit-after-check-why': '回查的答复和迟到的 COMMIT 都有效，Broker 不去重，消息投递了两次。',
  'scenario-commit-replayed-why': 'Broker 不检查半消息是否早已处理，两个 COMMIT 就是两条消息。',
  'scenario-commit-replayed-dedup-why': '标记和积分写在同一个事务里，第二条消息就加不出第二次积分。',
  'scenario-exception-rolled-back-why': '异常会变成 UNKNOW 而不是 ROLLBACK，要等回查查明真相。',
  'scenario-exception-after-commit-why': '数据库已提交，异常只会变成 UNKNOW；回查看到订单，仍然答 COMMIT。',
  'scenario-broker-restart-why': 'COMMIT 到时 Broker 不在，但存下的半消息还在；生产者重新登记后，回查补上结果。',
  'scenario-op-lost-in-batch-why': '消息已经投递，op 还攒在内存里；重启后半消息看起来仍未决，又投递一次。',
  'scenario-orphan-half-after-retry-why':
    '两次发送存下两条半消息，COMMIT 只管第二条；回查替第一条答 COMMIT，又投递一次。',
  'scenario-consumer-crash-before-commit-why': '消费位点没有上报，重启后消息再来一遍，什么也没丢。',
  'scenario-consumer-crash-after-commit-why': '积分已经加了，位点还没上报，消息必然再来；标记让它被认出来。',
  'scenario-consumer-crash-no-dedup-why': '至少一次加上不去重，就是加两次积分。',
  'scenario-marker-first-crash-why': '标记和积分不在同一个事务里：标记写了、积分没加，重来的消息被当成重复跳过。',
  'scenario-ack-before-commit-why': '确认之后、加积分之前宕机，Broker 以为早已消费，消息不会再来。',
  'scenario-consumer-never-succeeds-why': '重试次数用完，消息进死信队列；订单不会因此撤销，要由人来处理。',
  'scenario-immunity-discards-unasked-why': '免检期内不询问却照样计数，次数用完就搁置，一次也没问过。',
  'scenario-flush-timeout-why': '半消息其实存下了，但回复不是 SEND_OK，客户端不执行本地事务，直接回滚。',
  'scenario-put-fails-why': '写不进主题就不写 op，也不通知任何人；半消息仍未决，等下一轮回查再试。',
  'scenario-power-loss-why': '异步刷盘时断电带走了半消息，而订单已经提交：没有半消息，就没有人来回查。',
} as const satisfies { readonly [key in WhyText]: string };
