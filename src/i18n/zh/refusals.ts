/** Why a step is not possible now, in Chinese. */
export const zhRefusals = {
  'refusal-unknown-role': '这个协议里没有角色 {role}。',
  'refusal-unknown-process': '这个协议里没有进程 {process}。',
  'refusal-no-such-channel': '{from} 和 {to} 之间没有这样的通道。',
  'refusal-not-in-flight': '现在没有“{message}”在路上。',
  'refusal-not-its-turn': '“{message}”前面还有更早的消息，这条通道保持顺序。',
  'refusal-never-leaves': '“{message}”会一直留在路上：可以再次送达，但不会丢失，也不会变成两份。',
  'refusal-not-armed': '{role}现在没有在等“{delay}”。',
  'refusal-process-crashed': '{process}已经宕机，要先重启。',
  'refusal-process-running': '{process}正在运行。',
  'refusal-never-crashes-so': '这个协议不考虑{process}的这种故障。',
  'refusal-not-expected': '{role}此刻的状态用不上它。',
} as const;

export type RefusalKey = keyof typeof zhRefusals;
export type RefusalTexts = { readonly [key in RefusalKey]: string };
