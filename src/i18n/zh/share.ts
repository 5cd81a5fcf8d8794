/** What the panel for sharing says, in Chinese. */
export const zhShare = {
  'share-intro': '整个走法都在链接里：设置、每一步和当前位置。',
  'share-link': '链接',
  'share-copy-link': '复制链接',
  'share-copy-markdown': '复制 Markdown',
  'share-copy-embed': '复制嵌入代码',
  'share-copied': '已复制',
  'share-compare': '和另一次走法并排比较',
  'share-failed': '浏览器不让复制，请手动选中链接。',
  'share-characters': '{count} 个字符',
  'share-long': '链接较长，有些聊天软件会折叠它。',
  'share-cut': '走法太长，链接只记到第 {steps} 步。',
  'share-frame-title': 'Halfway：{title}',
} as const;

export type ShareTexts = { readonly [key in keyof typeof zhShare]: string };
