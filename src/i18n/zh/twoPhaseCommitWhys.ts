import type { WhyText } from '../../protocols/two-phase-commit/texts.ts';

/** Why each named run is worth a look, in Chinese. */
export const zhTwoPhaseCommitWhys = {
  'scenario-clean-commit-why': '四趟消息、两次落盘，两个库同进同退；代价是锁一直占到最后。',
  'scenario-vote-no-why': '一票反对就够了：订单库也回滚，什么都没发生过。',
  'scenario-three-one-refuses-why': '库存不够，订单和积分都不作数；不必等齐所有的票。',
  'scenario-blocked-why': '两个库都答应了，谁也不敢自己决定，锁一直占着：这就是阻塞。',
  'scenario-half-told-why': '订单库已提交，积分库还存疑；积分库不能自己回滚，因为别人可能已经提交了。',
  'scenario-coordinator-dies-before-log-why': '日志里没有提交记录，重启后一律回滚：谁也没被告知提交，所以安全。',
  'scenario-coordinator-dies-after-log-why': '决定已经落盘，重启后照着日志再说一遍，只是迟了。',
  'scenario-no-log-why': '重启后忘了自己说过“提交”，对另一个库说“回滚”：有订单，没积分。',
  'scenario-participant-dies-before-vote-why': '还没承诺，做了一半的事就不算数；协调者等不到票，回滚。',
  'scenario-participant-dies-after-vote-why': '承诺写在磁盘上，重启后仍然存疑，由恢复来了结。',
  'scenario-vote-lost-why': '协调者分不清“没投”和“丢了”，超时只能回滚，哪怕人人都赞成。',
  'scenario-decision-lost-why': '积分库自己不会问，要等下一次恢复才被告知，这之前锁都占着。',
  'scenario-locks-held-why': '一个存疑的分支占着锁，后面的订单也办不成：阻塞会传染。',
  'scenario-acknowledgement-lost-why': '数据没问题，只是协调者不敢忘；恢复时发现那边已没有这个分支，才写结束记录。',
  'scenario-heuristic-damage-why': '协调者其实已经决定提交；管理员等不及，两个库从此不一致。',
  'scenario-heuristic-lucky-why': '协调者没来得及决定，恢复后也是回滚；对了，但只是运气。',
  'scenario-heuristic-phantom-why': '没有提交记录的事务都要回滚，人工提交的积分就成了凭空多出来的。',
  'scenario-benchmark-commit-why': '最短的一条提交之路，3N+1 步。消息读过也不消失，所以还能再读一遍。',
  'scenario-benchmark-abort-why': '没答应的可以自己放弃，协调者也随时可以决定回滚；没有宕机，没有时间。',
} as const satisfies { readonly [key in WhyText]: string };
