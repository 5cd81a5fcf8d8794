/** What the page itself says, in Chinese. The keys here are the keys of every language. */
export const zhPage = {
  // The frame of the page
  'page-title': 'Halfway · MQ 事务消息逐步演示',
  'page-explorer': 'Halfway 演示',
  'page-skip': '跳到演示',
  'page-protocols': '协议',
  'page-language': '语言',
  'page-language-zh': '中文',
  'page-language-en': 'English',
  'page-theme': '主题',
  'page-theme-auto': '跟随系统',
  'page-theme-light': '浅色',
  'page-theme-dark': '深色',
  'page-motion': '动画',
  'page-motion-auto': '跟随系统',
  'page-motion-reduced': '关闭',
  'page-close': '关闭',
  'page-dismiss': '知道了',
  'page-loading': '正在打开…',

  // Verdicts of the ledger
  'ledger-title': '账本',
  'ledger-order': '订单 #{order}',
  'ledger-points': '积分 {points} 次',
  'ledger-empty': '还没有订单。',
  'order-committed': '有订单',
  'order-aborted': '已取消',
  'order-none': '无订单',
  'order-open': '事务未结束',
  'verdict-pending': '进行中',
  'verdict-consistent': '一致',
  'verdict-late': '迟到',
  'verdict-lost': '丢失',
  'verdict-phantom': '凭空多出',
  'verdict-duplicated': '重复',
  'verdict-parked': '搁置',
  'verdict-pending-text': '两个数据库暂时不同，但消息还在路上，会自己追上。',
  'verdict-consistent-text': '两个数据库说法一致。',
  'verdict-late-text': '有订单，积分还没到，要等回查或重试才会补上。',
  'verdict-lost-text': '有订单，没有积分，也没有任何消息在路上。',
  'verdict-phantom-text': '加了积分，订单却不存在。',
  'verdict-duplicated-text': '同一张订单加了不止一次积分。',
  'verdict-parked-text': '系统已放弃自动处理，等人来决定。',

  // Zoom
  'zoom-title': '层次',
  'zoom-concept': '概念',
  'zoom-internals': 'RocketMQ 内部',
} as const;

export type PageKey = keyof typeof zhPage;
export type PageTexts = { readonly [key in PageKey]: string };
