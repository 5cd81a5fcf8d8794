/** How a step is told, in Chinese, whatever the protocol. */
export const texts = {
  'narrate-delivered': '{message}到达{to}。',
  'narrate-unheeded': '{message}到达{to}，但没有起作用：{reason}',
  'narrate-ignored': '{role}：{reason}',
  'narrate-no-use': '当前状态下不需要它。',
  'narrate-lost': '{to}已宕机，{message}丢失。',
  'narrate-dropped': '{message}在途中丢失，没有到达{to}。',
  'narrate-duplicated': '{message}在途中重复了一份。',
  'narrate-sent': '{from}把{message}发给{to}。',
  'narrate-again': '同样的情形又出现 {times} 次：{told}',
  'narrate-merged': '{from}再次发送{message}，与在途的那份相同，合并为一份。',
} as const;
