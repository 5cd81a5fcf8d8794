/** Two runs side by side and the outcome table, in Chinese. */
export const zhCompare = {
  'compare-intro': '选两种做法，让同一个故障落在它们身上，在同一只时钟上一步一步看。',
  'compare-fault': '出什么事',
  'compare-side-a': 'A',
  'compare-side-b': 'B',
  'compare-side': '{side} 边',
  'compare-protocol': '{side} 边的协议',
  'compare-run': '{side} 边怎么走',
  'compare-run-fault': '照上面的故障走',
  'compare-run-own': '自己的走法，{steps} 步',
  'compare-settings': '设置',
  'compare-settings-of': '{side} 边的设置',
  'compare-setting': '{setting}：{value}',
  'compare-defaults': '默认设置',
  'compare-swap': 'A、B 对调',
  'compare-own-note': '{side} 边走的是自己的步骤，上面的故障与它无关。',
  'compare-no-effect-note': '这个故障在 {side} 边没有影响。',

  // What goes wrong
  'fault-none': '什么也不出',
  'fault-order-dies-after-commit': '订单服务刚提交完就宕机',
  'fault-message-lost': '消息丢了',
  'fault-ack-lost': '确认丢了',
  'fault-consumer-dies-after-commit': '消费者提交之后宕机',
  'fault-broker-dies': 'Broker 宕机',
  'fault-local-transaction-slow': '本地事务很慢',
  'fault-sender-stays-down': '中继或生产者组一直没起来',
  'fault-none-what': '没有任何东西出错。',
  'fault-order-dies-after-commit-what': '订单服务在本地事务提交后立刻宕机，随即重启；两阶段提交里是协调者刚做完决定。',
  'fault-message-lost-what':
    '丢的是让积分加上去的那条：半消息里是提交请求，本地消息表和普通 MQ 里是投递，两阶段提交里是发给积分库的提交。',
  'fault-ack-lost-what':
    '丢的是消费者的确认；本地消息表等积分服务确认时，丢的就是那个确认；两阶段提交里是参与者的应答。',
  'fault-consumer-dies-after-commit-what': '积分刚加完就宕机，还没来得及确认，随即重启。',
  'fault-broker-dies-what': 'Broker 存下消息后宕机，随即重启；两阶段提交里没有 Broker。',
  'fault-local-transaction-slow-what':
    '本地事务开始后迟迟不结束；两阶段提交的协调者等不及就放弃，普通 MQ 里没有谁在等它。',
  'fault-sender-stays-down-what':
    '负责把消息送出去的一方宕机，再也没起来：生产者组、中继、夹在两步之间的订单服务、做完决定的协调者。',

  // The stages
  'compare-stages': '两边同步播放',
  'compare-picture': '{side} 边：{protocol}',
  'compare-since': '从 {time} 起没有变化',
  'compare-resting': '{time} 起已经平静',
  'compare-ledger-empty': '还没有订单',
  'compare-shown': '看哪一边',
  'compare-next-a': 'A 走一步，时间 {time}',
  'compare-next-b': 'B 走一步，时间 {time}',
  'compare-next-both': 'A、B 各走一步，时间 {time}',
  'compare-rest-text': '两边都走完了',
  'compare-position': '时间',
  'compare-moment': '第 {position} 刻，共 {length} 刻，{time}',
  'compare-here': '不同从这里开始',

  // The first difference
  'compare-difference': '第一处不同',
  'compare-difference-show': '看这一刻',
  'compare-difference-ledger': '{time} 时，订单 #{order} 的账本开始不同。A：{a}；B：{b}。',
  'compare-difference-line': '{state}、{points}、{verdict}',
  'compare-difference-no-line': '还没有订单',
  'compare-difference-pace': '账本的变化完全一样，只是快慢不同：A 在 {a} 时定下来，B 在 {b} 时定下来。',
  'compare-difference-step': '账本始终一样；从 {time} 起走法不同。A：{a} B：{b}',
  'compare-difference-no-step': '没有下一步了。',
  'compare-difference-none': '没有不同：步骤一样，账本也一样。',
  'compare-difference-none-ledger': '账本在同样的时间说同样的话。',

  // The outcome table
  'outcomes-title': '结果表',
  'outcomes-intro':
    '每种做法、每个故障都真的走了一遍。点结果打开那一次走法；点故障名，或表头的“作 A”“作 B”，放到上面去比。',
  'outcomes-computing': '正在走：{done} / {total}',
  'outcomes-fault': '故障',
  'outcomes-compare': '按这个故障比较：{fault}',
  'outcomes-put-short': '作 {side}',
  'outcomes-put': '{column}，作 {side}',
  'outcomes-after': '{time} 后',
  'outcomes-no-effect': '没有影响',
  'outcomes-to-stages': '去看两边播放',
} as const;

export type CompareTexts = { readonly [key in keyof typeof zhCompare]: string };
