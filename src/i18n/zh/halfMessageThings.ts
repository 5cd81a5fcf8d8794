import type { ThingText } from '../../protocols/half-message/texts.ts';
import type { Rest } from '../book.ts';
import { things } from './pointsDatabase.ts';

/** What things are called in RocketMQ's transactional messages, in Chinese. */
export const texts = {
  ...things,
  tagline: 'RocketMQ 事务消息：先存一条消费者看不见的半消息（官方称“半事务消息”），等本地事务有了结果再投递。',

  'process-order-b': '订单服务 B',
  'process-order-b-inline': '订单服务 B',
  'process-order-db': '订单库',
  'process-order-db-inline': '订单库',

  'role-producer-b': '订单服务 B',
  'role-producer-b-inline': '订单服务 B',

  'node-order-b': '订单服务 B',
  'node-order-db': '订单库',
  'node-processor': '请求处理器',
  'node-half-topic': '半消息与 op 消息',
  'node-checker': '回查服务',
  'node-topic': '主题 Orders',

  'message-halfMessage-inline-attempt-2': '订单 {tx} 的半消息（第 2 次发送）',
  'message-halfMessage-inline-attempt-3': '订单 {tx} 的半消息（第 3 次发送）',
  'message-sendResult-what-status-NO_PERMISSION': 'Broker 拒收事务消息，什么也没有存下。',
  'message-message-inline-queue-retry': '订单 {tx} 的重试消息',
  'message-message-what-queue-retry': '这是订单 {tx} 的第 {reconsumeTimes} 次重试。',
  'message-consumerOffset-inline-queue-retry': '重试队列的消费位点 {offset}',

  'message-sendBack-inline': '订单 {tx} 的退回请求',

  'packet-sendBack': '退回 {tx}',

  'section-reads-log-row': '事务日志表',
  'section-reads-late-status': '状态表',
  'section-reads-memory': '实例内存',
  'section-reads-coordinator': '事务协调者',
  'section-half-topic': '半消息主题 · 队列 0',
  'section-op-topic': 'op 主题',
  'section-op-buffer': '待写的 op 消息',
  'section-cursors': '扫描位点',
  'section-channels': '生产者组',
  'section-trouble': '预设故障',
  'section-schedule-topic': '延迟队列',
  'section-retry-topic': '重试队列',
  'section-dead-letter-topic': '死信队列',

  'row-cancelled': '已占位（取消）',

  'cell-op': 'op 消息“{body}”：列出已决的半消息位点',
  'cell-buffered': '位点 {offset} 已决，等待写入下一条 op 消息',
  'cell-scheduled': '订单 {tx}：在 SCHEDULE_TOPIC_XXXX 里等待延迟结束，已重试 {times} 次',
  'cell-retry': '订单 {tx}：第 {times} 次重试，在重试队列 %RETRY% 里',
  'cell-dead': '订单 {tx}：重试 {times} 次仍失败，在死信队列 %DLQ% 里等待人工处理',

  'note-memory-only': '只在内存里',

  'status-cursors': '半消息 {half} · op {op}',
  'status-channels': '下次问{@next}',
  'status-no-channel': '没有实例在线',
  'status-next-reply': '下次回复 {status}',
  'status-rejects': '拒收事务消息',
  'status-put-fails': '下次写入失败',
  'status-op-fails': '下次写 op 失败',
  'status-discard-fails': '下次搁置失败',
  'status-pass-breaks': '下轮扫描出错',

  'kind-send-status': '发送结果不是 SEND_OK',
  'kind-no-permission': '拒收事务消息',
  'kind-put-fails': '写入主题失败',
  'kind-wrong-answer': '回查答错',
  'kind-look-up-fails': '回查的查询失败',
  'kind-record-purged': '回查记录被清理',
  'kind-consumer-fails': '消费失败',
  'kind-permission-restored': '恢复接收事务消息',
  'kind-answer-sent-by-hand': '人工补发二次确认',
  'kind-discarded-resumed': '恢复被搁置的消息',
  'kind-op-put-fails': '写 op 消息失败',
  'kind-op-slips': 'op 批次晚一个间隔',
  'kind-discard-put-fails': '写搁置主题失败',
  'kind-pass-breaks-off': '扫描中途出错',
  'kind-clean-stop': '正常停机',
  'kind-no-answer': '回查没有答复',
  'kind-wrong-outcome': '本地事务返回错误结果',

  'guard-callerIsFree': '发送方还在处理订单 {tx}：事务消息是同步发送，要等它结束。',
  'guard-canBeLong': '下一次回复已经设成 {nextStatus} 了。',
  'guard-switches': 'Broker 已经是这个设置。',
  'guard-putWillSucceed': '下一次写入已经设为失败了。',
  'guard-wasDiscarded': '这个订单的半消息没有被搁置，不需要恢复。',
} as const satisfies Rest<ThingText>;
