/** What can be wrong with a link, in Chinese: each one sentence. */
export const texts = {
  'problem-not-a-link': '这不是 Halfway 的链接：应以 v2/ 开头，后接协议名。',
  'problem-too-long': '链接有 {length} 个字符，最多读取 {max} 个，后面的部分没有读取。',
  'problem-newer-version':
    '这个链接由更新的版本生成（格式 v{version}，当前最高支持 v{newest}），请刷新页面或升级后再打开。',
  'problem-unknown-protocol': '链接里的协议“{protocol}”不存在，现有的协议是：{known}。',
  'problem-unknown-fault': '链接里的故障“{fault}”不存在，已按“无故障”比较；可用的故障有：{known}。',
  'problem-unknown-setting': '链接里的设置“{name}”不存在，已忽略；现有的设置是：{known}。',
  'problem-invalid-setting': '链接里设置 {name} 的值“{value}”无效，应为{expected}；已改用默认值 {used}。',
  'problem-repeated-setting': '链接里设置 {name} 出现了不止一次，已采用 {used}。',
  'problem-expected-choice': '以下之一：{values}',
  'problem-expected-number': '{min} 到 {max} 的整数',
  'problem-malformed': '链接第 {step} 步“{word}”格式不对：只能用小写字母、数字和连字符，限定词写在 ~ 之后。',
  'problem-not-possible': '链接第 {step} 步“{word}”在那里不可能发生；可能的有：{possible}。',
  'problem-refused': '链接第 {step} 步“{word}”在那里不可能发生（{why}）；可能的有：{possible}。',
  'problem-ambiguous': '链接第 {step} 步“{word}”有歧义，可能是：{matches}。',
  'problem-too-many-steps': '链接有 {steps} 步，最多重放 {max} 步，已停在第 {max} 步。',
  'problem-checksum-differs': '这个链接由较旧的模型生成（校验值是 {came}，这里是 {expected}），已重放到第 {step} 步。',
  'problem-at-out-of-range': '链接指向第“{at}”步，但一共只有 {steps} 步，已显示最后一步。',

  'error-title': '页面出错了',
  'error-text': '页面内部出现异常。你的推演没有丢，链接如下。',
  'error-again': '从头打开',
  'error-stack': '调用栈',
  'error-copy': '复制错误信息和链接',
  'error-copied': '已复制',
  'error-not-copied': '浏览器不允许复制，请选中文字后自行复制。',
} as const;
