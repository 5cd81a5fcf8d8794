/** What can be wrong with the address of a load, in Chinese: said by the page and by the command line. */
export const texts = {
  'load-problem-not-a-load': '这不是负载实验的链接；下面是平稳负载。',
  'load-problem-newer-version': '链接的格式版本是 {version}，这里最高只认识 {newest}；能读的部分已经读出。',
  'load-problem-too-long': '链接有 {length} 个字符，最多 {max} 个；后面的没有读。',
  'load-problem-unknown-preset': '没有“{came}”这个预设，现有的预设是：{known}；下面是平稳负载。',
  'load-problem-unknown-protocol': 'p= 里没有“{came}”这个协议，现有的是：{known}；这一项没有用。',
  'load-problem-same-twice': 'p= 里“{came}”出现了两次，只用一次。',
  'load-problem-nothing-compared': 'p= 里一个协议都没有，于是比较：{used}。',
  'load-problem-too-many-compared': 'p= 里有 {came} 个协议，最多同时比较 {max} 个；后面的没有用。',
  'load-problem-bad-curve':
    'curve= 应为“秒~每秒订单”用 _ 连接，至少两点，从 0 秒开始，时间不倒退；收到的是“{came}”，改用原来的曲线。',
  'load-problem-nothing-comes': 'curve= 上没有订单到来：速率全是 0；改用原来的曲线。',
  'load-problem-too-many-orders': 'curve= 一共会有 {came} 笔订单，最多 {max} 笔；改用原来的曲线。',
  'load-problem-unknown-setting': 'set= 里没有“{came}”这个设置，现有的是：{known}。',
  'load-problem-bad-number': 'set= 里的 {name} 应为 {min} 到 {max} 的数；收到的是“{came}”，改用 {used}。',
  'load-problem-bad-choice': 'set= 里的 {name} 应为以下之一：{known}；收到的是“{came}”，改用 {used}。',
  'load-problem-bad-fault': 'fault= 应为“故障~从第几秒~到第几秒”，故障有：{known}；收到的是“{came}”，这一项没有用。',
} as const;
