/** What every consumer says of its database while it is down, in Chinese. Things, then what happens. */
export const things = {
  'kind-points-database-down': '积分库不可用',
  'kind-points-database-repaired': '积分库恢复',
  'status-database-down': '积分库不可用',
} as const;

export const events = {
  'choice-db-down': '让积分库不可用',
  'choice-db-up': '恢复积分库',
  'chose-db-down': '积分库不可用：恢复之前，什么也写不进去。',
  'chose-db-up': '积分库恢复。',
  'noted-points-database-down': '积分库不可用：订单 {tx} 的消息既没有确认，也没有退回，停在积分服务手里。',
} as const;
