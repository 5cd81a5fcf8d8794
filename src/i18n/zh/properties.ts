/** Promises and questions of the verifier, a sentence each, in Chinese. */
export const texts = {
  'property-no-lost': '不丢失：已提交的订单都会加上积分，或者消息仍在途中',
  'property-no-phantom': '不凭空多出：没有提交的订单，就没有积分',
  'property-no-duplicate': '不重复：一个订单最多加一次积分',
  'property-half-invisible': '半消息不可见：订单没有提交，消费者就收不到它的消息',
  'property-settles': '总有结果：不再有干预后，每个订单要么两边一致，要么搁置等待人工处理',
  'property-needs-no-person': '不靠人工：订单还没加上积分时，消息不会搁置，也不会进死信队列',
  'property-exactly-once': '恰好一次：最终每个已提交的订单加一次积分，其他订单都没有',
  'property-halves-settle': '每条半消息都有答复：最终提交或回滚，而不是被丢弃',
  'property-nothing-after-rollback': '回滚后不再发送：已回滚的订单，主题里没有它的消息',
  'property-in-key-order': '按顺序：消费者先收到下单，再收到取消',
  'property-ever-blocked': '有没有一种推演，订单会阻塞？',
  'property-ever-late': '有没有一种推演，积分靠回查或重试才补上？',
  'property-ever-parked': '有没有一种推演，消息最终搁置，等待人工处理？',
  'property-ever-twice': '有没有一种推演，同一个订单的消息投递了两次？',
  'property-ever-checked-five-times': '有没有一种推演，同一条半消息被回查五次？',
} as const;
