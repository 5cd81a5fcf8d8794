/** What can be wrong with a link, in Chinese: each one sentence. */
export const zhProblems = {
  'problem-not-a-link': '这不是 Halfway 的链接：链接从 v1/ 开始，后面是协议名，这里没有找到。',
  'problem-too-long': '链接有 {length} 个字符，最多读取 {max} 个，后面的部分没有读取。',
  'problem-newer-version':
    '这个链接由更新的版本生成（格式 v{version}，这里最高能读 v{newest}），请刷新或升级后再打开。',
  'problem-unknown-protocol': '链接里的协议“{protocol}”不存在，现有的协议是：{known}。',
  'problem-unknown-fault': '链接里的故障“{fault}”不存在，按没有故障比较；现有的故障是：{known}。',
  'problem-unknown-setting': '链接里的设置“{name}”不存在，已忽略；现有的设置是：{known}。',
  'problem-invalid-setting': '链接里设置 {name} 的值是“{value}”，应当是{expected}，所以用了默认值 {used}。',
  'problem-expected-choice': '其中之一：{values}',
  'problem-expected-number': '{min} 到 {max} 的整数',
  'problem-malformed': '链接第 {step} 步“{word}”写法不对：只能用小写字母、数字和连字符，限定词写在 ~ 后面。',
  'problem-not-possible': '链接第 {step} 步“{word}”在那里不可能发生；可能的有：{possible}。',
  'problem-refused': '链接第 {step} 步“{word}”在那里不可能发生（{why}）；可能的有：{possible}。',
  'problem-ambiguous': '链接第 {step} 步“{word}”可以指几件不同的事：{matches}。',
  'problem-too-many-steps': '链接有 {steps} 步，最多重放 {max} 步，停在了那里。',
  'problem-checksum-differs': '这个链接由较旧的模型生成（校验值是 {came}，这里是 {expected}），已重放到第 {step} 步。',
  'problem-at-out-of-range': '链接指向第“{at}”步，但只有 {steps} 步，所以显示最后一步。',
} as const;
