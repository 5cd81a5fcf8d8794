/** What exported runs say beside the words of the page, in Chinese. */
export const texts = {
  'export-title': '{protocol}：{verdict}',
  'export-description': '{title}，第 {at}/{steps} 步，账本：{verdict}。{sentence}',
  'export-description-start': '{title}，第 {at}/{steps} 步：{sentence}',
  'export-wait': '等待 {time}',
  'export-order': '订单 #{order}：{state}，加分 × {points}，{verdict}',
  'export-open': '在 Halfway 中逐步推演',
  'export-column-order': '订单',
  'export-column-database': '订单库',
  'export-column-points': '加分次数',
  'export-column-verdict': '判定',
  'static-about': '逐步观看消息队列怎样让两个数据库保持一致：提交、回滚、丢消息、让任何节点宕机，并检验是否会出错。',
  'static-protocol-about': '{protocol}：逐步推演，随时让任何节点宕机；{count} 个有名字的推演，每个都说明结局。',
  'static-more': '更多推演',
  'static-steps': '{count} 步，一步一步走，在任何一刻让它宕机',
  'static-not-found': '这里没有页面',
} as const;
