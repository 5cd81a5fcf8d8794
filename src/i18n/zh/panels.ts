/** What the scenario menu and the panels that open on demand say, in Chinese. */
export const zhPanels = {
  'ending-well': '最终一致',
  'ending-late': '一致，但绕了路',
  'ending-open': '还没有结果',
  'ending-badly': '出了错',
  'ending-parked': '等人处理',
  'whynot-intro': '现在做不了的事，和拦住它们的条件。',
  'whynot-none': '现在没有被拦住的操作。',
  'state-up': '运行中',
  'state-crashed': '已宕机',
  'state-survived': '宕机后留下的',
  'state-nothing': '什么也没有留下',
  'state-timer': '{delay}：还要 {time}',
} as const;

export type PanelsTexts = { readonly [key in keyof typeof zhPanels]: string };
