/** The gallery of public incidents, in Chinese. */
export const zhIncidents = {
  'incidents-intro':
    '这些事都有人公开报过，或写成了测试。每一件都做成了可以播放的推演：原样重演一遍，再看怎样才不会发生。叙述是我们自己的话，原文见链接。',
  'incidents-play': '播放',
  'incidents-try': '试着走这一步',
  'incidents-compare': '并排看',
  'incidents-compare-of': '{what}：{title}',
  'incidents-as-it-was': '当时',
  'incidents-mended': '加上保障',
  'incidents-refused': '做不到',
  'incidents-impossible': '不可能',
  'incidents-proof': '{@promise}。查遍了 {states} 个状态：一张订单、最多回查一次、{@loss}，没有一个违背。',
  'promise-no-lost': '订单不会丢掉积分',
  'promise-no-phantom': '不会凭空多出积分',
  'loss-0': '不出故障',
  'loss-1': '最多丢一条消息',
  'incidents-of': '{what}：{how}，{title}',

  'group-disagree': '回查和本地事务各说各的',
  'group-given-up': '还没问清楚就放弃了',
  'group-window': '恰好死在两步之间',
  'group-order': '顺序乱了',
  'group-holds': '本该如此，也确实如此',

  'rollback-then-commit-title': '回滚之后又来 COMMIT',
  'rollback-then-commit-what':
    '本地事务要跑 65 秒，其间来了回查，监听器答 ROLLBACK；事务跑完又返回 COMMIT。Broker 不看这条半消息是否早已了结，照样投递。报告人本以为它已经回滚；订单倒确实提交了，所以账对得上。',
  'rollback-then-commit-mend':
    '回查先在数据库里写下“已取消”，再答 ROLLBACK：迟到的本地提交失败，订单与消息一起作废，账也对得上。',
  'rollback-then-commit-lost-title': '同一件事，COMMIT 却丢了',
  'rollback-then-commit-lost-what':
    'COMMIT 是单向请求，不重发。它一丢，数据库里订单已提交，半消息却早被回查答成 ROLLBACK，再也没有人会来问。',
  'rollback-then-commit-lost-mend': '还在执行就答 UNKNOW：COMMIT 丢了也不要紧，下一轮回查看到订单，补上 COMMIT。',
  'query-first-title': '查询抢在业务之前',
  'query-first-what':
    '回查到时，本地事务还没有开始。查不到订单就答回滚，随后业务照常提交，而它的 COMMIT 丢失。dtm 的测试要求：先查询的，后到的业务必须失败。',
  'query-first-mend': '屏障：回查先写一行占住位置，后到的本地提交因此失败，两边都没有动。',
  'commit-never-arrived-title': 'COMMIT 没送到，回查也没答对',
  'commit-never-arrived-what':
    '本地事务提交并返回了 COMMIT，请求却没有到 Broker。本该靠回查补救，回查方法偏偏没有返回 COMMIT，这里答的是 ROLLBACK。',
  'commit-never-arrived-mend': '回查去查数据库，而不是返回固定值：订单已提交，就答 COMMIT。',
  'checks-go-on-title': '提交了，回查还不停',
  'checks-go-on-what':
    '长事务期间的回查已经追加了一份副本。COMMIT 只了结原来那条，最新的副本仍算未决；监听器总答 UNKNOW，于是一直问到次数用完（这里上限设为 3）。消息早已送到，搁置主题里还多出一条。',
  'checks-go-on-mend': '回查据实回答：下一次就答 COMMIT，副本随之了结。消息会再投递一次，由去重挡下。',

  'immunity-burns-checks-title': '免检把次数耗光了',
  'immunity-burns-checks-what':
    '消息带 600 秒免检，检查每 30 秒一轮。免检期内每一轮都不询问，却追加副本、次数加一；15 轮之后移入搁置主题，一次也没有问过生产者。',
  'immunity-burns-checks-mend':
    '次数上限乘以检查间隔，要比免检时间长。上限设为 30：前 20 轮白白过去，第 21 轮真的来问。',
  'immunity-edge-title': '恰好卡在免检的边界上',
  'immunity-edge-what':
    '4.3.2 里，年龄与免检时间落在同一毫秒，两次判断各读各的时钟：前一次说不用放回，后一次又说还不该查，半消息就这样没了下文。这里播放边界的两侧：先是静默副本，到了年龄再来询问。',
  'immunity-edge-mend':
    '修复去掉了重复的判断。模型里一轮检查对每条消息只判断一次够不够年龄，没有“同一毫秒”，这种丢失无从发生',
  'old-default-title': '旧版本只问五次',
  'old-default-what':
    '文档写着最多回查 15 次，4.3.0 的默认值却是 5。生产者停机五分钟，已提交订单的消息就没人再问了：那时连搁置主题都没有，只记一行错误日志（这里用 4.9 的 60 秒间隔、上限 5 重演）。',
  'old-default-mend': '上限改为 15：同样错过五轮，生产者回来之后第六轮照样问到。',
  'resubmission-title': '重新提交又失败',
  'resubmission-what':
    '一行消息发送失败、次数用尽，由人重新提交，Broker 仍然不在，又失败。Spring Modulith 的测试要求这条记录不能消失。它同时测试每批不超过在途上限，这一点不在模型之内：这里的中继一次只发一行。',
  'resubmission-mend': '死行一直留在表里，可以再次提交：Broker 恢复之后就送到了。',

  'publish-then-crash-title': '发布之后、标记之前宕机',
  'publish-then-crash-what':
    '中继发布了 A，还没标成已发就死了。重启之后它把 A 再发一遍，接着发 B：A 到了两次，B 一次，没有去重就多加一次积分。',
  'publish-then-crash-mend': '同样的宕机挡不住，同样的重复挡得住：标记与积分写在同一个事务里。',
  'purge-window-title': '先删后发',
  'purge-window-what':
    '报告说发件箱的行先被删除，之后才投递，此时主机被杀，消息就没了。维护者答复：投递在前、删除在后，而且是两个事务。先按报告所说重演：先标记，再发布，中间杀掉中继。',
  'purge-window-mend': '按维护者所说的顺序，在同一道缝里杀掉中继：只会再发一次，由去重挡下。',
  'redelivery-title': '消费失败的那次不许发消息',
  'redelivery-what':
    '消费者先发出自己的消息，然后抛异常，原消息重新投递。MassTransit 用内存发件箱把要发的扣住，处理成功才放行。这里积分服务也在提交之后才发回执：失败一次、成功一次，回执只有一条。',
  'redelivery-mend': '消费失败之后要它发回执，模型不答应：没有回执可发。',

  'order-lost-title': 'A 先存，B 先到',
  'order-lost-what':
    'A 已落库，发送失败，等着补发；服务恢复后 B 直接发出，A 随后才到。CAP 的维护者答复：异常情况下不保证顺序。这里 A 是下单，B 是取消：取消先到，积分却加给了已取消的订单。',
  'order-lost-mend': '顺序没有恢复，也不必恢复：取消先到时留下墓碑，晚到的下单消息被跳过。',
  'parallel-order-title': '并行发送打乱顺序',
  'parallel-order-what':
    '同一个发件箱里的消息由几个任务并行发出，先写的后到。这里是两个中继各取一行，取消先于下单送达。',
  'parallel-order-mend': '只用一个中继：按写入的顺序一条一条发。',

  'all-well-title': '一切顺利',
  'all-well-what': '预备、业务、提交都成功，分支执行。',
  'all-well-mend': '没有故障就不会出错',
  'business-fails-title': '业务失败',
  'business-fails-what': '本地事务回滚，余额不变，消息作废。',
  'business-fails-mend': '消息只在提交之后才看得见',
  'prepare-fails-title': '预备消息发不出去',
  'prepare-fails-what': '服务器连不上，半消息没有存下，业务就不该执行。',
  'prepare-fails-mend': '没有 SEND_OK 就没有本地事务：这时要它提交，模型不答应。',
  'db-commit-fails-title': '数据库提交失败',
  'db-commit-fails-what': '提交时抛出异常，什么都没有写下。发送方答 UNKNOW，回查查不到订单，回滚。',
  'db-commit-fails-mend': '回查问的是数据库，不是异常',
  'db-commit-unseen-title': '提交成功，客户端却看到错误',
  'db-commit-unseen-what': '数据库已经提交，回复却是异常。发送方只能答 UNKNOW，服务器来查，查到订单，消息照样发出。',
  'db-commit-unseen-mend': '只要还会有人来问，就不会丢',
  'timeout-success-title': '超时，查询答成功',
  'timeout-success-what': '提交之后再无音信，到时间服务器来查，答复是成功，消息发出。',
  'timeout-success-mend': '不见了的 COMMIT 有回查补上',
  'timeout-failed-title': '超时，查询答失败',
  'timeout-failed-what': '回滚之后再无音信，到时间服务器来查，答复是失败，消息作废。',
  'timeout-failed-mend': '查不到订单，就不会有积分',
} as const;

export type IncidentsTexts = { readonly [key in keyof typeof zhIncidents]: string };
