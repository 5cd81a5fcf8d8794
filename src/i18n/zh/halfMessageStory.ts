import type { StoryText } from '../../protocols/half-message/texts.ts';

/** The numbered steps and the named runs of RocketMQ's transactional messages, in Chinese. */
export const zhHalfMessageStory = {
  'stage-concept-1-title': '发送半消息',
  'stage-concept-1-text': '订单服务先把完整的消息发给 Broker，并注明暂时不能投递。这时数据库里还没有订单。',
  'stage-concept-2-title': 'Broker 确认存下',
  'stage-concept-2-text': 'Broker 把半消息存进消费者看不见的主题，再回复 SEND_OK。没有这个回复，本地事务不会开始。',
  'stage-concept-3-title': '执行本地事务',
  'stage-concept-3-text': '收到 SEND_OK 后，订单服务才在自己的数据库里建订单，由数据库保证要么全成、要么全不成。',
  'stage-concept-4-title': '报告提交或回滚',
  'stage-concept-4-text': '订单服务把 COMMIT 或 ROLLBACK 告诉 Broker。请求只发一次，没有回复也不重试，所以可能丢失。',
  'stage-concept-5-title': '投递或作废',
  'stage-concept-5-text':
    'COMMIT：Broker 把消息写进主题 Orders，消费者从此看得见。ROLLBACK：只记一条 op 消息，什么也不删，也永不投递。',
  'stage-concept-6-title': '积分服务加积分',
  'stage-concept-6-text': '积分服务收到消息，在自己的本地事务里加积分。同一条消息可能来好几次，重复要由它自己认出来。',
  'stage-concept-7-title': '标记为已消费',
  'stage-concept-7-text':
    '消费位点每 5 秒才上报一次，Broker 存下它才算已消费。在这之前积分服务若宕机，消息会再来一遍。',
  'stage-concept-8-title': '没有结果就回查',
  'stage-concept-8-text':
    '半消息过了 6 秒还没有结果，下一轮检查就向生产者组里在线的实例询问。默认最多 15 次，之后搁置，等人处理。',
  'stage-concept-9-title': '消费失败就重试',
  'stage-concept-9-text':
    '从 10 秒、30 秒直到 2 小时，间隔越来越长，默认 16 次后进死信队列。Broker 保证的是至少一次，不是恰好一次。',

  'stage-internals-1-title': '同步发送半消息',
  'stage-internals-1-text': '半消息内容完整，发法与普通消息相同，只多带 TRAN_MSG 等属性。发送方最多等 3 秒。',
  'stage-internals-2-title': '存入半消息主题',
  'stage-internals-2-text':
    'Broker 记下原主题 Orders，改存到 RMQ_SYS_TRANS_HALF_TOPIC 的队列 0。它只是没有人订阅，所以看不见。',
  'stage-internals-3-title': '执行本地事务',
  'stage-internals-3-text':
    'executeLocalTransaction 在调用者的线程上执行，返回 COMMIT、ROLLBACK 或 UNKNOW。抛出异常也算 UNKNOW。',
  'stage-internals-4-title': '单向结束请求',
  'stage-internals-4-text': 'endTransaction 带着半消息的位点，只发一次，不等回复。丢了谁也不知道，只能靠回查补上。',
  'stage-internals-5-title': '先写 Orders，再写 op',
  'stage-internals-5-text':
    'COMMIT 把消息写进 Orders，随后记 op；ROLLBACK 只记 op。Broker 不看这个位点以前是否处理过，所以重复的 COMMIT 会投递两次。',
  'stage-internals-6-title': '追加副本并回查',
  'stage-internals-6-text':
    '每轮检查先给未决的半消息追加一份副本、次数加一，再问组里的一个生产者。次数到上限就移入 TRANS_CHECK_MAX_TIME_TOPIC。',
  'stage-internals-7-title': '作为普通消息消费',
  'stage-internals-7-text':
    '从这里起它就是普通消息：失败走 %RETRY%，次数用完进 %DLQ%。消费者做什么，都不会影响生产者的数据库。',

  'scenario-clean-commit-title': '顺利提交',
  'scenario-rollback-title': '本地事务回滚',
  'scenario-unknow-then-commit-title': '先答 UNKNOW，回查提交',
  'scenario-crash-before-half-title': '半消息发出前宕机',
  'scenario-crash-after-half-title': '存下半消息后宕机',
  'scenario-crash-after-local-commit-title': '本地提交后立刻宕机',
  'scenario-end-transaction-lost-title': 'COMMIT 在路上丢失',
  'scenario-group-down-until-discard-title': '整组宕机直到搁置',
  'scenario-resumed-by-hand-title': '搁置后人工恢复',
  'scenario-check-while-running-unknow-title': '执行中回查，答 UNKNOW',
  'scenario-check-while-running-rollback-title': '执行中回查，答 ROLLBACK',
  'scenario-check-while-running-commit-title': '执行中回查，答 COMMIT',
  'scenario-check-while-running-fenced-title': '执行中回查，先封锁',
  'scenario-late-commit-after-check-title': '回查之后 COMMIT 才到',
  'scenario-commit-replayed-title': '同一个 COMMIT 到两次',
  'scenario-commit-replayed-dedup-title': '重复 COMMIT，消费端去重',
  'scenario-exception-rolled-back-title': '异常，已回滚',
  'scenario-exception-after-commit-title': '提交之后才抛异常',
  'scenario-broker-restart-title': 'Broker 重启，COMMIT 落空',
  'scenario-op-lost-in-batch-title': 'op 还没写就宕机（5.x）',
  'scenario-orphan-half-after-retry-title': '发送重试留下孤儿',
  'scenario-consumer-crash-before-commit-title': '加积分之前消费者宕机',
  'scenario-consumer-crash-after-commit-title': '加积分之后消费者宕机',
  'scenario-consumer-crash-no-dedup-title': '同样的宕机，没有去重',
  'scenario-marker-first-crash-title': '先写标记，然后宕机',
  'scenario-ack-before-commit-title': '先确认，后加积分',
  'scenario-consumer-never-succeeds-title': '消费一直失败',
  'scenario-immunity-discards-unasked-title': '免检太久，没问就搁置',
  'scenario-flush-timeout-title': '刷盘超时，主动回滚',
  'scenario-put-fails-title': '写入主题失败',
  'scenario-power-loss-title': '断电丢了半消息',
} as const satisfies { readonly [key in StoryText]: string };
