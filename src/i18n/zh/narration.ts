/** How a step is told, in Chinese, whatever the protocol. */
export const zhNarration = {
  'narrate-delivered': '{message}到达{to}。',
  'narrate-unheeded': '{message}到达{to}，但没有起作用：{reason}',
  'narrate-ignored': '{role}：{reason}',
  'narrate-no-use': '此刻用不上它。',
  'narrate-lost': '{to}已宕机，{message}没有送到。',
  'narrate-dropped': '{message}在路上丢失，没有送到{to}。',
  'narrate-duplicated': '{message}在路上变成了两份。',
  'narrate-sent': '{from}把{message}发给{to}。',
  'narrate-merged': '{from}又发了一次{message}，与路上的那份合为一份。',
} as const;
