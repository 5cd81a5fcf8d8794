/** The gallery of public incidents, in Chinese. */
export const texts = {
  'incidents-intro':
    '这里的每一件事都有公开报告，或写进了别人的测试。每一件都做成可以播放的推演：先原样重演，再看怎样避免。叙述是我们自己的，原文见链接。',
  'incidents-play': '播放',
  'incidents-try': '试着走这一步',
  'incidents-compare': '并排看',
  'incidents-compare-of': '{what}：{title}',
  'incidents-as-it-was': '当时',
  'incidents-mended': '加上保障',
  'incidents-refused': '模型拒绝',
  'incidents-impossible': '不可能',
  'incidents-proof': '{@promise}。查遍 {states} 个状态：一个订单、最多回查一次、{@loss}，没有一个违反。',
  'promise-no-lost': '订单都会加上积分',
  'promise-no-phantom': '不会凭空多出积分',
  'loss-0': '无故障',
  'loss-1': '最多丢一条消息',
  'incidents-of': '{what}：{how}，{title}',

  'group-disagree': '回查与本地事务结果不一',
  'group-given-up': '没有结果就放弃了',
  'group-window': '在两步之间宕机',
  'group-order': '顺序乱了',
  'group-holds': '应当成立，也确实成立',

  'rollback-then-commit-title': '回滚之后又 COMMIT',
  'rollback-then-commit-what':
    '本地事务要执行 65 秒，期间收到回查，监听器答 ROLLBACK；事务结束后又返回 COMMIT。Broker 不检查这条半消息是否已决，照样投递。报告人以为它已经回滚；但订单确实提交了，所以账本一致。',
  'rollback-then-commit-mend':
    '回查先在数据库里插入“已取消”占位，再答 ROLLBACK：迟到的本地提交失败，订单与消息都没有，账本也一致。',
  'rollback-then-commit-lost-title': '同样的情况，COMMIT 丢失',
  'rollback-then-commit-lost-what':
    'COMMIT 是单向请求，不重发。它一旦丢失，订单已提交，半消息却早已按回查的 ROLLBACK 处理，不会再回查。',
  'rollback-then-commit-lost-mend': '还在执行就答 UNKNOW：COMMIT 丢失也没关系，下一次回查查到订单，补上 COMMIT。',
  'query-first-title': '回查早于本地事务',
  'query-first-what':
    '回查到达时，本地事务还没有开始。查不到订单就答 ROLLBACK，随后本地事务照常提交，而它的 COMMIT 丢失。dtm 的测试要求：回查先到，之后的本地事务必须失败。',
  'query-first-mend': '子事务屏障：回查先插入一行占位，后到的本地提交因此失败，两边都没有变化。',
  'commit-never-arrived-title': 'COMMIT 丢失，回查又答错',
  'commit-never-arrived-what':
    '本地事务提交并返回 COMMIT，请求却没有到达 Broker。本应靠回查补救，回查方法却没有返回 COMMIT，这里答的是 ROLLBACK。',
  'commit-never-arrived-mend': '回查去查数据库，而不是返回固定值：订单已提交，就答 COMMIT。',
  'checks-go-on-title': '已提交，回查仍不停',
  'checks-go-on-what':
    '长事务期间的回查已追加一份副本。COMMIT 只对应原来那条，最新的副本仍未决；监听器总答 UNKNOW，于是一直回查到次数用完（这里上限设为 3）。消息早已投递，搁置主题里还多出一条。',
  'checks-go-on-mend': '回查据实回答：下一次就答 COMMIT，副本随之已决。消息会再投递一次，由去重挡下。',

  'immunity-burns-checks-title': '免疫时间耗光回查次数',
  'immunity-burns-checks-what':
    '消息带 600 秒免疫时间，每 30 秒扫描一轮。免疫期内每一轮都不询问，却追加副本、次数加一；15 轮之后移入搁置主题，一次也没有询问过生产者。',
  'immunity-burns-checks-mend':
    '最大回查次数乘以扫描间隔，要大于免疫时间。上限设为 30：前 20 轮不询问，第 21 轮才真正回查。',
  'immunity-edge-title': '恰好在免疫时间的边界',
  'immunity-edge-what':
    '4.3.2 里，年龄与免疫时间落在同一毫秒时，两次判断各取一次时钟：前一次判断不用放回，后一次又判断还不该回查，半消息就此丢失。这里播放边界的两侧：先是静默副本，到时间再回查。',
  'immunity-edge-mend': '修复去掉了重复的判断。模型里一轮扫描对每条消息只判断一次，没有“同一毫秒”，不会出现这种丢失',
  'old-default-title': '旧版本只回查五次',
  'old-default-what':
    '文档写最多回查 15 次，4.3.0 的默认值却是 5。生产者停机五分钟，已提交订单的消息就不再回查：当时还没有搁置主题，只记一行错误日志（这里用 4.9 的 60 秒间隔、上限 5 重演）。',
  'old-default-mend': '上限改为 15：同样错过五轮，生产者恢复后第六轮照样回查到。',
  'resubmission-title': '重新提交又失败',
  'resubmission-what':
    '一行消息发送失败、次数用尽，人工重新提交时 Broker 仍不在线，再次失败。Spring Modulith 的测试要求这条记录不能消失。它还测试每批不超过在途上限，这一点不在模型之内：这里的中继一次只发一行。',
  'resubmission-mend': 'DEAD 行一直留在表里，可以再次提交：Broker 恢复之后就会送达。',

  'publish-then-crash-title': '发布之后、标记之前宕机',
  'publish-then-crash-what':
    '中继发布了 A，还没标成 SENT 就宕机。重启后它再发一次 A，接着发 B：A 到达两次，B 一次，没有去重就会多加一次积分。',
  'publish-then-crash-mend': '同样的宕机无法避免，重复却可以去重：标记与积分写在同一个事务里。',
  'purge-window-title': '先删后发',
  'purge-window-what':
    '报告称发件箱的行先删除、后投递，这时主机被杀，消息就丢失。维护者答复：先投递、后删除，而且是两个事务。这里按报告所说重演：先标记，再发布，中间杀掉中继。',
  'purge-window-mend': '按维护者所说的次序，在同一个间隙杀掉中继：只会重发一次，由去重挡下。',
  'redelivery-title': '消费失败时不应发出消息',
  'redelivery-what':
    '消费者先发出自己的消息，然后抛异常，原消息重新投递。MassTransit 的内存发件箱先扣下要发的消息，处理成功才发出。这里积分服务也在提交之后才发回执：失败一次、成功一次，回执只有一条。',
  'redelivery-mend': '消费失败之后要它发回执，模型会拒绝：没有回执可发。',

  'order-lost-title': 'A 先入库，B 先到达',
  'order-lost-what':
    'A 已入库，发送失败，等待补发；恢复后 B 直接发出，A 随后才到。CAP 的维护者答复：异常情况下不保证顺序。这里 A 是下单，B 是取消：取消先到，已取消的订单却加了积分。',
  'order-lost-mend': '顺序没有恢复，也不需要：取消先到时写下墓碑标记，晚到的下单消息被跳过。',
  'parallel-order-title': '并行发送打乱顺序',
  'parallel-order-what':
    '同一个发件箱里的消息由几个任务并行发送，先写的可能后到。这里是两个中继各取一行，取消先于下单送达。',
  'parallel-order-mend': '只用一个中继：按写入的顺序一条一条发。',

  'all-well-title': '一切顺利',
  'all-well-what': 'prepare、本地事务、submit 都成功，分支执行。',
  'all-well-mend': '没有故障就不会出错',
  'business-fails-title': '本地事务失败',
  'business-fails-what': '本地事务回滚，余额不变，消息作废。',
  'business-fails-mend': '消息只在提交之后才可见',
  'prepare-fails-title': '半消息发送失败',
  'prepare-fails-what': '服务器连不上，半消息没有存下，本地事务就不应执行。',
  'prepare-fails-mend': '没有 SEND_OK 就没有本地事务：这时要它提交，模型会拒绝。',
  'db-commit-fails-title': '数据库提交失败',
  'db-commit-fails-what': '提交时抛出异常，没有写入任何数据。发送方答 UNKNOW，回查查不到订单，于是回滚。',
  'db-commit-fails-mend': '回查以数据库为准，不以异常为准',
  'db-commit-unseen-title': '提交成功，客户端却看到错误',
  'db-commit-unseen-what': '数据库已经提交，客户端却收到异常。发送方只能答 UNKNOW；回查查到订单，消息照样发出。',
  'db-commit-unseen-mend': '只要还会回查，就不会丢',
  'timeout-success-title': '超时，回查答 COMMIT',
  'timeout-success-what': '提交之后没有二次确认，到时间后 Broker 回查，答复是 COMMIT，消息发出。',
  'timeout-success-mend': '丢失的 COMMIT 由回查补上',
  'timeout-failed-title': '超时，回查答 ROLLBACK',
  'timeout-failed-what': '回滚之后没有二次确认，到时间后 Broker 回查，答复是 ROLLBACK，消息作废。',
  'timeout-failed-mend': '查不到订单，就不会有积分',
} as const;
