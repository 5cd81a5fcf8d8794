import { zhNarration } from './narration.ts';
import { zhStage } from './stage.ts';

/** What the page itself says, in Chinese. The keys here are the keys of every language. */
export const zhPage = {
  ...zhNarration,
  ...zhStage,

  // The frame of the page
  'page-title': 'Halfway · MQ 事务消息逐步演示',
  'page-explorer': 'Halfway 演示',
  'page-protocols': '协议',
  'protocol-half-message': '半消息',
  'protocol-local-message-table': '本地消息表',
  'protocol-plain-mq': '普通 MQ',
  'protocol-two-phase-commit': '两阶段提交',
  'page-language-zh': '中文',
  'page-language-en': 'English',
  'page-theme': '主题',
  'page-theme-auto': '跟随系统',
  'page-theme-light': '浅色',
  'page-theme-dark': '深色',
  'page-motion': '动画',
  'page-motion-auto': '跟随系统',
  'page-motion-reduced': '关闭',
  'page-dismiss': '知道了',

  // The pages beside the explorer
  'page-incidents-title': '别人踩过的坑',
  'page-recordings-title': '真实 Broker 的记录',
  'page-brokers-title': '哪个 Broker 有什么',
  'page-compare-title': '并排比较',

  // Verdicts of the ledger
  'ledger-title': '账本',
  'ledger-order': '订单 #{order}',
  'ledger-points': '积分 {points} 次',
  'ledger-order-database': '订单库',
  'ledger-points-database': '积分库',
  'ledger-empty': '还没有订单。',
  'order-committed': '有订单',
  'order-aborted': '已取消',
  'order-none': '无订单',
  'order-open': '事务进行中',
  'verdict-pending': '进行中',
  'verdict-consistent': '一致',
  'verdict-late': '迟到但一致',
  'verdict-lost': '丢失',
  'verdict-phantom': '凭空多出',
  'verdict-duplicated': '重复',
  'verdict-parked': '搁置',
  'verdict-blocked': '阻塞',
  'verdict-pending-text': '还没结束：仍有事情在进行，两边之后会对上。',
  'verdict-consistent-text': '两个数据库说法一致。',
  'verdict-late-text': '两个数据库最终一致，但积分绕了路：靠回查或重试才补上。',
  'verdict-lost-text': '有订单，没有积分，也没有任何消息在路上。',
  'verdict-phantom-text': '加了积分，订单却不存在。',
  'verdict-duplicated-text': '同一张订单加了不止一次积分。',
  'verdict-parked-text': '系统已放弃自动处理，等人来决定。',
  'verdict-blocked-text': '参与者已经答应，锁不能放，能做决定的那一方却宕机了。',

  // Zoom
  'zoom-title': '层次',
  'zoom-concept': '概念',
  'zoom-internals': '内部',

  // A step, as an invitation
  'step-deliver': '把{message}送到{to}',
  'step-drop': '丢弃{message}',
  'step-duplicate': '让{message}变成两份',
  'step-fire': '让时间走到：{delay}',
  'step-crash': '让{process}宕机',
  'step-crash-machine': '让{process}断电',
  'step-restart': '重启{process}',

  // The top bar
  'header-scenario': '场景',
  'header-own-run': '自己的走法',
  'header-more': '更多',
  'header-settings': '设置',
  'header-share': '分享',
  'header-help': '快捷键',

  // Scenarios and settings
  'scenarios-title': '选一个场景',
  'settings-title': '设置',
  'settings-intro': '改一个设置，同样的步骤会重新演算，能走多远走多远。',
  'settings-display': '显示',
  'settings-less': '减一',
  'settings-more': '加一',

  // Sharing
  'share-title': '分享这次走法',

  // The story
  'story-title': '{count}个步骤',
  'story-progress': '步骤进度',
  'story-safety-net': '兜底',
  'story-status-ahead': '未到',
  'story-status-reached': '已到',
  'story-status-current': '当前',
  'story-jump': '第 {number} 步：{title}，{status}',
  'story-order': '看哪张订单',
  'story-why': '这一步为什么要有？',
  'number-3': '三',
  'number-7': '七',
  'number-9': '九',

  // The transport
  'transport-title': '播放',
  'transport-to-start': '回到开头',
  'transport-back': '上一步',
  'transport-next': '下一步',
  'transport-play': '播放',
  'transport-pause': '暂停',
  'transport-to-end': '到结尾',
  'transport-restart': '重新开始',
  'transport-speed': '速度',
  'transport-speed-value': '{speed}×',
  'transport-rest': '已经平静',
  'transport-rest-text': '没有消息在路上，等多久都不会再变',
  'transport-position': '第 {position} 步，共 {length} 步',
  'transport-time': '虚拟时间 {time}',

  // What is happening
  'now-title': '现在',
  'now-start': '一切就绪，还没有下单。',
  'whatif-title': '要是…',
  'whatif-drop': '丢掉这条消息',
  'whatif-duplicate': '这条消息来两份',
  'tabs-title': '细看',
  'tab-steps': '步骤',
  'tab-happened': '经过',
  'tab-actions': '操作',
  'tab-state': '状态',
  'tab-whynot': '为何不能',
  'tab-verify': '验证',
  'happened-before': '在这之前',
  'happened-more': '再往前还有 {count} 步',
  'actions-people': '由人决定',
  'actions-messages': '路上的消息',
  'actions-timers': '等着的时间',
  'actions-processes': '进程',
  'actions-route': '{from} → {to}',
  'actions-due': '还要 {time}',
  'action-deliver': '送达',
  'action-drop': '丢弃',
  'action-duplicate': '重复',
  'action-fire': '到时',
  'action-crash-process': '宕机',
  'action-crash-machine': '断电',
  'action-restart': '重启',

  // Kept futures, suggestions
  'branch-title': '原来的走法还在',
  'branch-return': '回到第 {at} 步后的 {count} 步',
  'suggestion-text': '一切顺利时就是这样。要是订单服务刚提交完就宕机呢？',
  'suggestion-open': '试试看',
  'error-title': '这里出了错',
  'error-text': '演示内部出现异常，你的走法没有丢，链接如下。',
  'error-again': '从头打开',

  // Keys
  'help-title': '键盘',
  'help-intro': '焦点在演示里时有效。',
  'help-next': '下一步，上一步',
  'help-play': '播放，暂停',
  'help-ends': '开头，结尾',
  'help-restart': '重新开始',
  'help-stage': '跳到第 1 至 9 步',
  'help-escape': '取消选择',
  'help-help': '这张表',
  'key-space': '空格',
  'key-home': 'Home',
  'key-end': 'End',
  'key-escape': 'Esc',

  // The embed
  'embed-open': '在完整页面打开',
  'embed-page': '这个地址是页面“{page}”，这里放不下，请完整打开。下面是第一个场景。',
} as const;

export type PageKey = keyof typeof zhPage;
export type PageTexts = { readonly [key in PageKey]: string };
