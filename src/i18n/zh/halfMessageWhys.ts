import type { WhyText } from '../../protocols/half-message/texts.ts';
import { texts as consumer } from './consumerSettings.ts';
import { texts as checkers } from './halfMessageCheckers.ts';

/** Why each named run is worth a look, and the settings with theirs, in Chinese. */
export const texts = {
  ...consumer,
  ...checkers,
  'scenario-clean-commit-why': '先看没有意外时的样子：订单先提交，积分随后跟上，两边一致。',
  'scenario-rollback-why': '回滚的订单不会加积分；Broker 只写了一条 op 消息，半消息没有删除。',
  'scenario-unknow-then-commit-why': 'UNKNOW 不是失败，只是把决定推迟到回查；代价是积分晚到几十秒。',
  'scenario-crash-before-half-why': '先发消息，后写数据库，所以在这里宕机什么也不会留下。',
  'scenario-crash-after-half-why': '发送方已宕机，半消息没有结果；回查查不到订单，就回滚。',
  'scenario-crash-after-local-commit-why':
    '最危险的一刻：订单已提交，Broker 还没收到 COMMIT；由同组的另一个实例回答回查。',
  'scenario-end-transaction-lost-why': '二次确认不重发，发送方以为成功了，只有回查能补救。',
  'scenario-group-down-until-discard-why':
    '没有实例在线也照样计数，约七分半钟后半消息被搁置：有订单，积分不会自动补上。',
  'scenario-resumed-by-hand-why': '搁置不是删除：管理员可以把它放回半消息主题，回查次数清零。',
  'scenario-check-while-running-unknow-why':
    '回答没有错，但回查留下的副本和迟到的 COMMIT 各投递一次，没有去重就加了两次积分。',
  'scenario-check-while-running-rollback-why': '查不到不等于已回滚：之后订单提交，COMMIT 又丢失，再也没有回查。',
  'scenario-check-while-running-commit-why': '回查先答了 COMMIT，本地事务却回滚：给不存在的订单加了积分。',
  'scenario-check-while-running-fenced-why':
    '回查先插入一行“已取消”占位，让迟到的本地提交失败，这样答 ROLLBACK 才安全。',
  'scenario-late-commit-after-check-why': '回查的答复和迟到的 COMMIT 都有效，Broker 不去重，消息投递了两次。',
  'scenario-commit-replayed-why': 'Broker 不检查半消息是否已决，两个 COMMIT 就写两条消息。',
  'scenario-commit-replayed-dedup-why': '标记和积分写在同一个事务里，第二条消息不会再加积分。',
  'scenario-exception-rolled-back-why': '异常会变成 UNKNOW 而不是 ROLLBACK，要等回查才有结果。',
  'scenario-exception-after-commit-why': '数据库已提交，异常只会变成 UNKNOW；回查看到订单，仍然答 COMMIT。',
  'scenario-broker-restart-why': 'COMMIT 到达时 Broker 不在线，但存下的半消息还在；生产者重新注册后，回查补上结果。',
  'scenario-op-lost-in-batch-why': '消息已经投递，op 消息还在内存里；重启后半消息仍显示未决，于是再投递一次。',
  'scenario-orphan-half-after-retry-why':
    '两次发送存下两条半消息，COMMIT 只对应第二条；回查又为第一条答 COMMIT，于是再投递一次。',
  'scenario-consumer-crash-before-commit-why': '消费位点没有上报，重启后重新投递，什么也没丢。',
  'scenario-consumer-crash-after-commit-why': '积分已经加了，位点还没上报，消息必然重新投递；靠去重标记识别。',
  'scenario-consumer-crash-no-dedup-why': '至少一次，加上不去重，就会加两次积分。',
  'scenario-marker-first-crash-why': '标记和积分不在同一个事务里：标记写了，积分没加，重新投递的消息被当成重复跳过。',
  'scenario-ack-before-commit-why': '确认之后、加积分之前宕机，Broker 认为已消费，不会重新投递。',
  'scenario-consumer-never-succeeds-why': '重试次数用完，消息进入死信队列；订单不会因此回滚，需要人工处理。',
  'scenario-points-database-down-why': '监听器写不进积分库，返回 RECONSUME_LATER：十秒后积分库已恢复，积分只是晚到。',
  'scenario-immunity-discards-unasked-why': '免疫期内不询问却照样计数，次数用完就搁置，一次也没有回查。',
  'scenario-flush-timeout-why': '半消息其实存下了，但回复不是 SEND_OK，客户端不执行本地事务，直接回滚。',
  'scenario-put-fails-why': '写入目标主题失败就不写 op 消息，也不通知发送方；半消息仍未决，等下一轮扫描再试。',
  'scenario-op-put-fails-why': 'op 消息写入失败只留下一行日志，位点已从内存取出：已投递的消息又被回查，再投递一次。',
  'scenario-op-slips-why':
    '5.4 之前，一批 op 消息最多晚两个间隔（6 秒），与 transactionTimeOut 一样长：及时提交的消息也会被回查、重复投递。',
  'scenario-discard-put-fails-why': '写入搁置主题失败，扫描位点照样前移：消息不在任何主题里，管理员也无法恢复。',
  'scenario-pass-breaks-off-why':
    '副本已追加，扫描位点没有移动：下一轮为同一条半消息再追加副本，两次回查都回答 COMMIT。',
  'scenario-clean-stop-why': '正常停机不写等待不到一个间隔的 op 消息：滚动重启也可能重复投递。',
  'scenario-check-answers-null-why': 'null 不是 UNKNOW：回查线程抛出异常，什么也不发；这次回查白白计数。',
  'scenario-check-answers-wrongly-why':
    '订单已提交，COMMIT 却丢失，回查又答 ROLLBACK：Broker 相信每一个应答，也不会再问。',
  'scenario-commit-says-rollback-why': 'RocketMQ 相信返回值：op 消息写下后不再回查，订单没有积分。',
  'scenario-rejected-three-times-why': 'NO_PERMISSION 属于会重试的响应码：默认发送三次，调用方才收到异常。',
  'scenario-permission-restored-why':
    '三次发送用完之前，运维让 Broker 重新接收事务消息：此前什么也没有写入，订单照常进行。',
  'scenario-other-instance-asked-why': 'Broker 不按固定顺序询问：任何在线的实例都可能先被问到，同一个也可能连续被问。',
  'scenario-discarded-sent-by-hand-why': '搁置的半消息仍在半消息主题里：按原来的位点发 COMMIT，Broker 照样投递。',
  'scenario-power-loss-why': '异步刷盘时断电丢失了半消息，而订单已经提交：没有半消息，就不会有回查。',
  'scenario-power-loss-unwaited-why': '同步刷盘也不等 op 消息落盘：op 丢失，半消息又算作未决，回查后再次投递。',
  'scenario-power-loss-busy-why': '繁忙的 Broker 最多 500 毫秒就异步刷盘一次：更早写入的消息断电也不丢。',
  'scenario-check-log-row-why':
    '本地事务里顺手写一行日志，提交与否一查便知：换一个实例来答也不会错。多数可靠的实现都这样写。',
  'scenario-check-purged-log-why':
    '定时任务把日志行清理得比最后一次回查还早：查不到不等于已回滚，积分因此丢失。常见于按小时清理的日志表。',
  'scenario-check-late-status-why':
    '提交之后才写状态，中间宕机就没有状态可查：订单在，回查却答 ROLLBACK。常见于在监听器末尾更新状态的代码。',
  'scenario-check-memory-map-why':
    '官方示例把状态放在内存的 Map 里，查不到就答 COMMIT，许多项目照抄：实例一重启，已回滚的订单也加了积分。',
  'scenario-check-coordinator-why':
    '回查去问远程的事务协调者，而它的记录已过期：查不到就答 ROLLBACK，已提交的订单就丢失积分。',
  'scenario-check-grace-period-why':
    '前两次回查答 UNKNOW，之后查不到就答 ROLLBACK：只有本地事务一定比宽限期短才可靠。常见于看消息存活时间的代码。',
  'scenario-check-always-unknown-why': '回查方法没有实现，永远答 UNKNOW：次数用完就搁置。公开的代码里并不少见。',
  'scenario-check-two-businesses-why':
    '两种业务用了同一个生产者组，回查可能问到另一种业务：它的库里没有这个订单，就答 ROLLBACK。每种业务应有自己的组。',
  'scenario-check-two-groups-why':
    '两种业务各用一个生产者组：一种业务宕机时，Broker 不会去问另一种业务；等它重启，再由它回答。',
  'scenario-check-three-instances-why': '一个组三个实例，宕机两个：剩下的一个查同一个数据库，照样能回答。',
  'scenario-check-own-databases-why':
    '同组的两个实例各有自己的库，替另一个实例回答时查不到订单。按实例或单元分库的部署会遇到。',
  'scenario-check-exception-rollback-why': '数据库超时，代码捕获异常后答 ROLLBACK：订单其实已提交。异常时应答 UNKNOW。',

  'setting-version': 'RocketMQ 版本',
  'setting-version-why':
    '4.9 处理完立刻写 op 消息，每 60 秒扫描一轮；5.x 把 op 消息攒在内存里，每 3 秒写一批，每 30 秒扫描一轮；5.4 起一批不会再晚一个间隔（可选的 RocksDB 存储没有建模，5.x 的 Proxy 与 gRPC 客户端也没有）。',
  'value-version-5.x': '5.x',
  'value-version-4.9': '4.9',
  'value-version-5.4': '5.4',
  'setting-producers': '订单服务实例',
  'setting-producers-why': '回查可能询问生产者组里任何一个在线的实例，所以一个宕机，另一个也能回答。',
  'value-producers-1': '1 个',
  'value-producers-2': '2 个',
  'value-producers-3': '3 个',
  'setting-groups': '生产者组',
  'setting-groups-why': '回查只问发送半消息的那个组。分成两个组时，最后一个实例自成一组。需要两个实例。',
  'value-groups-one': '1 个',
  'value-groups-two': '2 个',
  'setting-check-max': '最大回查次数',
  'setting-check-max-why':
    '次数用完，半消息就移入搁置主题 TRANS_CHECK_MAX_TIME_TOPIC，不再回查，等待人工处理。官方文档称“默认回滚”，实际上没有回滚任何东西。',
  'setting-dedup-why': '消息至少投递一次，也可能多次；如何识别重复，决定积分会不会多加或漏加。',
  'setting-ack-why': '加积分之前就确认，一旦宕机，这条消息不会重新投递。',
  'setting-flush': '刷盘方式',
  'setting-flush-why': '异步刷盘时，断电会丢失还没刷盘的那段日志；只杀掉进程则不会。',
  'value-flush-sync': '同步刷盘',
  'value-flush-async': '异步刷盘，Broker 空闲（10 秒）',
  'value-flush-async-busy': '异步刷盘，Broker 繁忙（500 毫秒）',
  'value-flush-sync-unwaited': '同步刷盘，不等 op 消息落盘',
  'setting-send-retry': '发送重试',
  'setting-send-retry-why': '没收到回复就重发，会存下第二条半消息，而二次确认只对应其中一条。',
  'value-send-retry-off': '关',
  'value-send-retry-on': '开',
  'setting-immunity': '回查免疫时间',
  'setting-immunity-why': '免疫期内每轮扫描都不询问，只追加副本并计数，次数可能一次没问就用完。',
  'value-immunity-off': '不设',
  'value-immunity-long': '600 秒',
  'setting-report': '二次确认',
  'setting-report-why': '第 4 步。去掉它，每个结果都要等回查：消息会到，但总是迟到。',
  'value-report-on': '发送',
  'value-report-off': '不发送',
  'setting-check-back': '回查',
  'setting-check-back-why': '第 8 步。去掉它，二次确认一旦丢失，半消息就永远不可见，积分也永远不会加上。',
  'value-check-back-on': '回查',
  'value-check-back-off': '不回查',
  'safeguard-half': '半消息',
  'safeguard-half-why': '不先隐藏，消息一发出就可见，而这时还不知道订单会不会提交。',
  'safeguard-stored-first': '先存半消息，再建订单',
  'safeguard-stored-first-why': '如果先提交订单，这时宕机，Broker 上什么也没有，也就无从回查。',
} as const satisfies { readonly [key in WhyText]: string };
