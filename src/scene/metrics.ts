/** The measures of the stage in CSS pixels. The page's style sheet and the exported pictures both follow them. */
import type { Font } from './textWidth.ts';

const text = (size: number, weight: Font['weight'] = 'normal'): Font => ({ size, weight, family: 'text' });

export const fonts = {
  nodeTitle: text(13.5, 'bold'),
  nodeNote: text(12, 'bold'),
  sectionTitle: text(12, 'bold'),
  sectionNote: text(12),
  body: text(13),
  column: text(12),
  cell: text(12, 'bold'),
  value: { size: 12, weight: 'normal', family: 'mono' },
  chip: text(12),
  packet: text(12, 'bold'),
  label: text(12),
} as const satisfies { readonly [name: string]: Font };

export const node = {
  padding: 10,
  header: 42,
  titleLine: 17,
  gap: 8,
  /** Room at the right of the title for the button with the node's actions. */
  menu: 26,
  dot: 9,
} as const;

export const section = { paddingX: 10, paddingY: 8, title: 18, gap: 5, line: 18 } as const;
/** `rowsMax`: of a longer queue only the newest cells are shown. */
export const cell = { height: 28, widthMin: 34, paddingX: 8, gap: 5, rowsMax: 2 } as const;
export const table = { column: 18, row: 24, gap: 10, paddingX: 6 } as const;
export const pill = { paddingX: 10, paddingY: 4, line: 18 } as const;
/** Timers and choices: buttons, so at least 32 px high. */
export const chip = { height: 32, paddingX: 10, gap: 6, icon: 18 } as const;
/** `overlap`: how far a message may reach over the borders at both ends of a short arrow. */
export const packet = {
  overlap: 5,
  height: 28,
  paddingX: 9,
  number: 18,
  glyph: 16,
  gap: 5,
  widthMin: 44,
  widthMax: 168,
  between: 6,
} as const;
/** Around the nodes of one process. */
export const frame = { padding: 12, header: 40 } as const;
export const stage = { margin: 24, rowGap: 66, columnGap: 12, pushGap: 26, innerGap: 28, edgeMargin: 8 } as const;
