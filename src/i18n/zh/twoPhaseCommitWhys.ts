import type { WhyText } from '../../protocols/two-phase-commit/texts.ts';

/** Why each named run is worth a look, and the settings with theirs, in Chinese. */
export const texts = {
  'scenario-clean-commit-why': '四轮消息、两次落盘，两个库结果一致；代价是锁一直持有到最后。',
  'scenario-vote-no-why': '一票反对就够了：订单库也回滚，什么都没发生过。',
  'scenario-three-one-refuses-why': '库存不足，订单和积分都回滚；不必等齐所有的票。',
  'scenario-blocked-why': '两个库都投了赞成票，都不能自行决定，锁一直持有：这就是阻塞。',
  'scenario-half-told-why': '订单库已提交，积分库还存疑；积分库不能自行回滚，因为其他库可能已经提交。',
  'scenario-coordinator-dies-before-log-why':
    '日志里没有提交记录，重启后一律回滚：没有参与者收到过提交命令，所以安全。',
  'scenario-coordinator-dies-after-log-why': '决定已经落盘，重启后按日志重发命令，只是晚了。',
  'scenario-no-log-why': '提交的决定在宕机时丢失，重启后通知另一个库回滚：有订单，没有积分。',
  'scenario-participant-dies-before-vote-why': '还没投票，执行了一半的分支作废；协调者收不齐投票，回滚。',
  'scenario-participant-dies-after-vote-why': '准备记录已落盘，重启后仍然存疑，由恢复来结束。',
  'scenario-vote-lost-why': '协调者分不清“没投票”和“票丢失”，超时只能回滚，即使所有参与者都赞成。',
  'scenario-decision-lost-why': '积分库不会主动询问，要等下一次恢复才收到决定，这之前一直持有锁。',
  'scenario-locks-held-why': '一个存疑的分支持有锁，后面的订单也无法完成：阻塞会传染。',
  'scenario-acknowledgement-lost-why':
    '数据没问题，只是协调者不能清除状态；恢复时发现那边已没有这个分支，才写结束记录。',
  'scenario-heuristic-damage-why': '协调者其实已决定提交；管理员没有等，两个库从此不一致。',
  'scenario-heuristic-lucky-why': '协调者还没决定就宕机，恢复后也是回滚；结果一致，但只是运气。',
  'scenario-heuristic-phantom-why': '没有提交记录的事务都会回滚，人工提交的积分就凭空多出。',
  'scenario-benchmark-commit-why': '最短的提交路径，3N+1 步。消息读过也不消失，可以再读一次。',
  'scenario-benchmark-abort-why': '没有准备好的参与者可以自行放弃，协调者也随时可以决定回滚；没有宕机，没有时间。',

  'setting-semantics': '规则',
  'setting-semantics-why':
    '教科书：有日志、宕机和恢复。基准：Gray 与 Lamport 的 TwoPhase，消息永不消失，用来核对验证器的状态数是否正确。',
  'value-semantics-textbook': '教科书',
  'value-semantics-benchmark': '基准（TwoPhase）',
  'setting-participants': '参与者数',
  'setting-participants-why': '每多一个库，就多一个可能反对的参与者，也多一个要等的参与者。',
  'setting-coordinator-log': '协调者日志',
  'setting-coordinator-log-why': '通知之前先把决定落盘；不写日志，协调者重启后可能给出相反的决定。',
  'value-coordinator-log-forced': '先落盘',
  'value-coordinator-log-none': '不写日志',
} as const satisfies { readonly [key in WhyText]: string };
