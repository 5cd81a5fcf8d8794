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

  // A step, as an invitation
  'step-deliver': '把“{message}”送到{to}',
  'step-drop': '丢弃“{message}”',
  'step-duplicate': '让“{message}”重复一份',
  'step-fire': '让时间走到：{delay}',
  'step-crash': '让{process}宕机',
  'step-crash-machine': '让{process}断电',
  'step-restart': '重启{process}',

  // Why a step is not possible
  'refusal-unknown-role': '这个协议里没有角色 {role}。',
  'refusal-unknown-process': '这个协议里没有进程 {process}。',
  'refusal-no-such-channel': '{from} 和 {to} 之间没有这样的通道。',
  'refusal-not-in-flight': '现在没有“{message}”在路上。',
  'refusal-not-its-turn': '“{message}”前面还有更早的消息，这条通道保持顺序。',
  'refusal-not-armed': '{role}现在没有在等“{delay}”。',
  'refusal-process-crashed': '{process}已经宕机，要先重启。',
  'refusal-process-running': '{process}正在运行。',
  'refusal-never-crashes-so': '这个协议不考虑{process}的这种故障。',
  'refusal-not-expected': '{role}此刻的状态用不上它。',
} as const;

export type PageKey = keyof typeof zhPage;
export type PageTexts = { readonly [key in PageKey]: string };
