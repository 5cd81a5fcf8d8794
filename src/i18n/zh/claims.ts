import { texts as broker } from './claimsBroker.ts';
import { texts as check } from './claimsCheck.ts';
import { texts as consumer } from './claimsConsumer.ts';
import { texts as half } from './claimsHalf.ts';
import { texts as load } from './claimsLoad.ts';
import { texts as plain } from './claimsPlain.ts';
import { texts as table } from './claimsTable.ts';
import { texts as two } from './claimsTwo.ts';

/** The page of claims, in Chinese. */
export const texts = {
  ...half,
  ...check,
  ...broker,
  ...consumer,
  ...plain,
  ...table,
  ...two,
  ...load,

  'claims-intro': '关于这些协议，下面的说法经常读到。先选一个答案，再看推演和验证的结果。不计分，可以跳过。',
  'claims-topic': '主题',
  'claims-topic-all': '全部',
  'topic-half': '半消息',
  'topic-check': '二次确认与回查',
  'topic-broker': 'Broker 的存储',
  'topic-consumer': '消费',
  'topic-plain': '普通消息与其他 Broker',
  'topic-table': '本地消息表',
  'topic-two-phase': '两阶段与三阶段提交',
  'topic-load': '负载',
  'claims-official': '只看官方文档里的说法',
  'claims-list': '全部说法',
  'claims-list-open': '{count} 条说法',
  'claims-none': '没有符合条件的说法。',
  'claims-number': '说法 {number}',
  'claims-said': '出处',
  'claims-often': '常见说法',
  'claims-own-words': '用我们自己的话转述',
  'claims-answers': '你的答案',
  'claims-skip': '跳过，直接看结论',
  'claims-answer-right': '你选了“{answer}”，就是这样。',
  'claims-answer-wrong': '你选了“{answer}”。模型的结论是“{right}”。',
  'claims-answer-skipped': '结论是“{right}”。',
  'claims-again': '重新回答',
  'standing-false': '不成立',
  'standing-depends': '部分成立',
  'standing-true': '成立',
  'claims-decided': '决定结论的推演',
  'claims-run': '推演 {number}',
  'claims-chosen': '按你的选择推演',
  'claims-which': '选择推演',
  'claims-reason': '为什么',
  'claims-verifier': '验证',
  'claims-say': '应该说',
  'claims-bound-kinds': '{bound}、{kinds}',
  'claims-bound-kind': '{kind} {count} 次',
  'claims-bound-persons': '{bound}、{count} 次人工处理',
  'claims-settings': '设置：{list}。',
  'claims-no-protocol': '这里没有它的模型，所以无法验证，只有最接近的推演。',
  'claims-by-load': '这是负载的问题，由负载实验室计算。',
  'claims-open-load': '在负载实验室打开',
  'claims-copy': '复制这一条的链接',
  'claims-previous': '上一条',
  'claims-next': '下一条',
  'claims-keys': '按 1、2、3 作答，按 ← → 换一条。',
  'claims-mark-right': '答对',
  'claims-mark-seen': '已看结论',
} as const;
