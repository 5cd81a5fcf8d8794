/** Why a step is not possible now, in Chinese. */
export const texts = {
  'refusal-unknown-role': '这个协议里没有角色 {role}。',
  'refusal-unknown-process': '这个协议里没有进程 {process}。',
  'refusal-no-such-channel': '{from} 和 {to} 之间没有这样的通道。',
  'refusal-not-in-flight': '现在没有在途的“{message}”。',
  'refusal-not-its-turn': '“{message}”前面还有更早的消息，这条通道保持顺序。',
  'refusal-never-leaves': '“{message}”始终在途：可以再次送达，但不会丢失或重复。',
  'refusal-not-armed': '{role}现在没有等待计时器“{delay}”。',
  'refusal-process-crashed': '{process}已经宕机，要先重启。',
  'refusal-process-running': '{process}正在运行，不需要重启。',
  'refusal-crash-needs-setting': '只有把 {setting} 设为 {values}，才模拟{process}断电。',
  'refusal-never-crashes-so': '这个协议不模拟{process}的这种故障。',
  'refusal-not-expected': '{role}在当前状态下不需要它。',
} as const;
