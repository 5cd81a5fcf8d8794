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

  'cell-copy': '位点 {offset}：订单 {tx} 第 {times} 次回查时追加的副本，未决',
  'cell-passed': '位点 {offset}：订单 {tx}，扫描已越过',
  'cell-rolled-back': '位点 {offset}：订单 {tx}，已回滚；只记为已决，没有删除',
  'cell-discarded': '订单 {tx}：回查次数用完，在 TRANS_CHECK_MAX_TIME_TOPIC 里等待人工处理',

  'status-gone': '已宕机',
  'status-executing-long': '{tx} 的事务仍在执行',
  'status-being-asked': '正在回查 {tx}',
  'status-unregistered': '尚未注册',
  'status-asking': '第 {times} 次回查 {tx}',

  'message-halfMessage-what': '内容完整，但要等订单 {tx} 的本地事务有了结果才能投递。',
  'message-sendResult-what': '半消息已存下，但 {status} 表示持久性没有保证，本地事务不会执行。',
  'message-sendResult-what-status-SEND_OK': '半消息已存下，位点 {offset}；订单 {tx} 的本地事务可以开始。',
  'message-endTransaction-inline-fromCheck-true': '订单 {tx} 的回查答复（{state}）',
  'message-endTransaction-what': '本地事务的结果是 {state}，对应位点 {offset} 的半消息；单向请求，丢失后不会重发。',
  'message-endTransaction-what-fromCheck-true': '回查的答复是 {state}，只对应位点 {offset} 的副本。',
  'message-checkTransactionState': '回查',
  'message-checkTransactionState-inline': '第 {checkTimes} 次回查（订单 {tx}）',
  'message-checkTransactionState-what': 'Broker 询问：订单 {tx} 的本地事务提交了没有？',
  'message-consumerOffset-what': '位点 {offset} 之前的消息都已处理完。',
  'message-heartbeat-inline': '心跳',
  'message-subscribe-inline': '订阅请求',

  'packet-checkTransactionState': '回查 {tx}',
  'packet-subscribe': '订阅',
  'packet-heartbeat': '心跳',

  'section-checker': '回查',
  'section-discard-topic': '搁置主题',
} as const satisfies Rest<ThingText>;
