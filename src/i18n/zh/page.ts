import { texts as narration } from './narration.ts';
import { texts as stage } from './stage.ts';

/** What the page itself says, in Chinese. The keys here are the keys of every language. */
export const texts = {
  ...narration,
  ...stage,

  // The frame of the page
  'page-title': 'Halfway · MQ 事务消息逐步演示',
  'page-explorer': 'Halfway 演示',
  'page-dismiss': '知道了',
  'part-missing': '这部分没能加载：可能断网，或页面已更新。推演不受影响。',
  'part-again': '再试一次',
  'part-reload': '刷新页面',

  // Verdicts of the ledger
  'ledger-title': '账本',
  'ledger-order': '订单 #{order}',
  'verdict-pending': '进行中',
  'verdict-consistent': '一致',
  'verdict-late': '迟到但一致',
  'verdict-lost': '丢失',
  'verdict-phantom': '凭空多出',
  'verdict-duplicated': '重复',
  'verdict-parked': '搁置',
  'verdict-blocked': '阻塞',

  // A step, as an invitation
  'step-deliver': '把{message}送达{to}',
  'step-drop': '丢弃{message}',
  'step-duplicate': '让{message}重复一份',
  'step-fire': '时间走到“{delay}”',
  'step-crash': '让{process}宕机',
  'step-crash-machine': '让{process}断电',
  'step-restart': '重启{process}',

  // The transport
  'transport-title': '播放',
  'transport-to-start': '回到开头',
  'transport-back': '上一步',
  'transport-next': '下一步',
  'transport-play': '播放',
  'transport-pause': '暂停',
  'transport-to-end': '跳到结尾',
  'transport-rest': '已结束',
  'transport-rest-text': '没有在途的消息，再等也不会变化',
  'transport-position': '第 {position} 步，共 {length} 步',

  // What is happening
  'now-title': '现在',
  'now-start': '下单要在另一个服务的数据库里加上积分，没有事务能跨两边，中间随时可能宕机。',
  'actions-people': '下单与结果',
  'actions-faults': '故障',
  'actions-repairs': '人工处理',
  'actions-messages': '在途消息',
  'actions-timers': '计时器',
  'actions-processes': '进程',
  'actions-route': '{from} → {to}',
  'action-deliver': '送达',
  'action-drop': '丢弃',
  'action-duplicate': '重复',
  'action-fire': '触发',
  'action-crash-process': '宕机',
  'action-crash-machine': '断电',
  'action-restart': '重启',

  // Kept futures, suggestions
  'suggestion-next': '{process}刚提交完就宕机',

  // Keys
  'key-space': '空格',
  'key-home': 'Home',
  'key-end': 'End',

  // The embed
  'embed-open': '在完整页面打开',
} as const;
