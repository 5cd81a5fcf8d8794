/** What each broker offers of a half message, at a glance: the marks of the page's table, without its sentences. */
import type { TextKey } from '../../i18n/book.ts';
import type { Lang } from '../../i18n/languages.ts';
import { topicText } from '../../i18n/text.ts';
import { textAt, type Palette } from '../../scene/svgParts.ts';
import { wholeSvg, paletteOf } from '../../scene/svgWhole.ts';
import { fit, type Font } from '../../scene/textWidth.ts';
import { brokers, COLUMNS, MARKS, type Mark } from '../../views/brokers/brokersModel.ts';

/** As wide as a phone; in CSS pixels. */
const SIZE = { width: 356, line: 22, row: 28, names: 236, column: 32, legend: 110 } as const;
const FONT: Font = { size: 14, weight: 'normal', family: 'text' };
const BOLD: Font = { ...FONT, weight: 'bold' };

export function brokersPicture(lang: Lang): string {
  const text = (key: TextKey<'brokers'>): string => topicText(lang, 'brokers', key);
  const palette = paletteOf('page');
  const plain = { font: FONT, fill: palette.muted };
  const columnX = (column: number): number => SIZE.names + SIZE.column / 2 + column * SIZE.column;
  const names = COLUMNS.map((column, index) =>
    textAt({ x: 0, y: SIZE.line * (index + 0.5) }, `${index + 1}  ${text(`criterion-${column}`)}`, plain),
  );
  const legendY = SIZE.line * (COLUMNS.length + 0.7);
  const legend = MARKS.flatMap((mark, index) => [
    shapeOf(mark, { x: 8 + index * SIZE.legend, y: legendY }, palette),
    textAt({ x: 24 + index * SIZE.legend, y: legendY }, text(`mark-${mark}`), plain),
  ]);
  const top = legendY + SIZE.line * 1.4;
  const heads = COLUMNS.map((_, column) =>
    textAt({ x: columnX(column), y: top }, String(column + 1), { ...plain, font: BOLD, anchor: 'middle' }),
  );
  const rows = brokers.flatMap(({ id, marks }, index) => {
    const y = top + SIZE.row * (index + 1);
    return [
      `<path d="M0 ${y - SIZE.row / 2}H${SIZE.width}" stroke="${palette.line}"/>`,
      textAt({ x: 0, y }, fit(text(`broker-${id}`), SIZE.names - 8, FONT), { font: FONT, fill: palette.ink }),
      ...COLUMNS.map((column, at) => shapeOf(marks[column], { x: columnX(at), y }, palette)),
    ];
  });
  const height = top + SIZE.row * (brokers.length + 0.6);
  const words = {
    title: text('brokers-table'),
    description: brokers
      .map(
        ({ id, marks }) => `${text(`broker-${id}`)}: ${COLUMNS.map((one) => text(`mark-${marks[one]}`)).join(' · ')}`,
      )
      .join('; '),
    lang,
  };
  const whole = { width: SIZE.width, height, viewBox: `0 0 ${SIZE.width} ${height}`, theme: 'page', words } as const;
  return wholeSvg(whole, [...names, ...legend, ...heads, ...rows]);
}

/** A tick in a full disc, half a disc, an empty ring: as on the page. */
function shapeOf(mark: Mark, { x, y }: { readonly x: number; readonly y: number }, palette: Palette): string {
  const ring = (colour: string, fill: string): string =>
    `<circle cx="${x}" cy="${y}" r="7" fill="${fill}" stroke="${colour}" stroke-width="1.6"/>`;
  switch (mark) {
    case 'yes':
      return `${ring(palette.visible, palette.visible)}<path d="m${x - 3.3} ${y + 0.3} 2.4 2.4 4.3-4.8" fill="none" stroke="${palette.panel}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>`;
    case 'partly':
      return `${ring(palette.half, 'none')}<path d="M${x} ${y - 7}a7 7 0 0 0 0 14z" fill="${palette.half}"/>`;
    case 'no':
      return ring(palette.edge, 'none');
  }
}
