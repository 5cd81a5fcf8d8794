/** What only the whole explorer says, in Chinese: an embed never loads it. */
export const texts = {
  // The frame of the page
  'page-protocols': '协议',
  'protocol-half-message': '半消息',
  'protocol-local-message-table': '本地消息表',
  'protocol-plain-mq': '普通 MQ',
  'protocol-two-phase-commit': '两阶段提交',
  'page-theme': '主题',
  'page-theme-auto': '跟随系统',
  'page-theme-light': '浅色',
  'page-theme-dark': '深色',

  // The pages beside the explorer
  'page-incidents-title': '别人踩过的坑',
  'page-recordings-title': '真实 Broker 的记录',
  'page-brokers-title': '各家 Broker 支持什么',
  'page-compare-title': '并排比较',
  'page-claims-title': '说法核实',
  'page-checker-title': '我的回查对吗',
  'page-load-title': '负载实验',

  // Verdicts of the ledger
  'ledger-points': '加积分 {points} 次',
  'ledger-order-database': '订单库',
  'ledger-points-database': '积分库',
  'ledger-empty': '还没有订单。',
  'ledger-others': '另有 {count} 单',
  'order-committed': '有订单',
  'order-aborted': '已取消',
  'order-none': '无订单',
  'order-open': '事务进行中',
  'verdict-pending-text': '还没结束：还有动作在进行，结果未定。',
  'verdict-consistent-text': '两个数据库一致。',
  'verdict-late-text': '两个数据库最终一致，但积分来晚了：靠回查或重试才补上。',
  'verdict-lost-text': '有订单，没有积分，也没有在途的消息。',
  'verdict-phantom-text': '加了积分，订单却不存在。',
  'verdict-duplicated-text': '同一个订单加了不止一次积分。',
  'verdict-parked-text': '系统不再自动处理，等待人工处理。',
  'verdict-blocked-text': '参与者已投赞成票，锁不能释放；唯一能决定的协调者宕机了。',

  // Zoom
  'zoom-title': '视图层次',
  'zoom-concept': '概念',
  'zoom-internals': '内部',

  // The top bar
  'header-scenario': '场景',
  'header-own-run': '我的推演',
  'header-more': '更多',
  'header-settings': '设置',
  'header-share': '分享',
  'header-help': '快捷键',

  // Scenarios and settings
  'scenarios-title': '选一个场景',
  'settings-title': '设置',

  // Sharing
  'share-title': '分享这次推演',

  // The story
  'story-title': '{@number}个步骤',
  'story-progress': '步骤进度',
  'story-safety-net': '兜底',
  'story-status-ahead': '未到',
  'story-status-reached': '已到',
  'story-status-current': '当前',
  'story-jump': '第 {number} 步：{title}，{status}',
  'story-order': '查看哪个订单',
  'story-why': '为什么要有这一步？',
  'number-3': '三',
  'number-7': '七',
  'number-9': '九',

  // The transport
  'transport-restart': '重新开始',
  'transport-speed': '速度',
  'transport-speed-value': '{speed}×',

  // What is happening
  'whatif-title': '如果……',
  'whatif-drop': '丢弃这条消息',
  'whatif-duplicate': '这条消息重复一份',
  'whatif-wait': '不重启，继续等',
  'whatif-run-on': '让它走到底',
  'tabs-title': '细看',
  'tab-steps': '步骤',
  'tab-timeline': '时序',
  'panels-open': '面板',
  'panels-close': '收起 {panel}',
  'tab-happened': '过程',
  'tab-actions': '操作',
  'tab-state': '状态',
  'tab-code': '代码',
  'tab-knows': '各方所知',
  'tab-whynot': '为什么不行',
  'tab-verify': '验证',

  // Kept futures, suggestions
  'branch-title': '原来的后续还在',
  'branch-return': '回到原来的后续（第 {at} 步之后 {count} 步）',

  // Keys
  'help-title': '快捷键',

  // The sequence diagram
  'sequence-description': '时间从左到右。拖动竖线或按左右方向键，可跳到任意一步。',
  'sequence-position': '当前步',
  'sequence-step': '第 {position} 步',
  'sequence-crash': '宕机',
  'sequence-restart': '重启',
  'sequence-branch': '原来的后续（{count} 步）',
} as const;
