/** How long buyers and points wait under a load, protocol by protocol: from the median to the 99th percentile, on one scale. */
import type { TextKey } from '../../i18n/book.ts';
import type { Lang } from '../../i18n/languages.ts';
import { topicText } from '../../i18n/text.ts';
import type { Latency, Measures } from '../../load/measures.ts';
import { rect, textAt } from '../../scene/svgParts.ts';
import { wholeSvg, paletteOf } from '../../scene/svgWhole.ts';
import type { Font } from '../../scene/textWidth.ts';
import { timeText } from '../../views/load/plotModel.ts';

/** As wide as a phone. */
const SIZE = { width: 356, left: 16, right: 130, top: 66, row: 76, bar: 14 } as const;
const FONT: Font = { size: 14, weight: 'normal', family: 'text' };
const BOLD: Font = { ...FONT, weight: 'bold' };

const WAITS = [
  { label: 'line-buyer-ms', colour: 'accent', of: ({ buyerMs }: Measures): Latency => buyerMs },
  { label: 'line-points-ms', colour: 'half', of: ({ pointsMs }: Measures): Latency => pointsMs },
] as const;

export function loadPicture(lang: Lang, title: string, columns: readonly Measures[]): string {
  const text = (key: TextKey<'load'>): string => topicText(lang, 'load', key);
  const palette = paletteOf('page');
  const decades = decadesOf(
    columns.flatMap((measures) => WAITS.flatMap(({ of }) => [of(measures).p50, of(measures).p99])),
  );
  const [first, last] = [decades[0] ?? 1, decades.at(-1) ?? 10];
  const span = SIZE.width - SIZE.left - SIZE.right;
  const xOf = (ms: number): number => SIZE.left + (Math.log10(ms / first) / Math.log10(last / first)) * span;
  const bottom = SIZE.top + columns.length * SIZE.row;
  const height = bottom + 28;
  const legend = WAITS.flatMap(({ label, colour }, index) => {
    const x = index * 186;
    return [
      rect({ x, y: 34, width: 26, height: SIZE.bar }, { fill: palette[colour], radius: 3 }),
      textAt({ x: x + 34, y: 41 }, text(label), { font: FONT, fill: palette.muted }),
    ];
  });
  const grid = decades.flatMap((ms) => [
    `<path d="M${xOf(ms)} ${SIZE.top}V${bottom}" stroke="${palette.line}" />`,
    textAt({ x: xOf(ms), y: bottom + 14 }, timeText(ms), { font: FONT, fill: palette.muted, anchor: 'middle' }),
  ]);
  const rows = columns.flatMap((measures, row) => {
    const y = SIZE.top + row * SIZE.row;
    return [
      textAt({ x: 0, y: y + 12 }, text(`name-${measures.id}`), { font: BOLD, fill: palette.ink }),
      ...WAITS.flatMap(({ colour, of }, index) => {
        const { p50, p99 } = of(measures);
        const bar = { x: xOf(p50), y: y + 26 + index * 20, width: Math.max(3, xOf(p99) - xOf(p50)), height: SIZE.bar };
        return [
          rect(bar, { fill: palette[colour], radius: 3 }),
          textAt({ x: bar.x + bar.width + 8, y: bar.y + 7 }, `${timeText(p50)} – ${timeText(p99)}`, {
            font: FONT,
            fill: palette.ink,
          }),
        ];
      }),
    ];
  });
  const words = {
    title: `${title} · ${text('plot-times')}`,
    description: WAITS.map(({ label }) => text(label)).join(' · '),
    lang,
  };
  const whole = { width: SIZE.width, height, viewBox: `0 0 ${SIZE.width} ${height}`, theme: 'page', words } as const;
  const head = textAt({ x: 0, y: 12 }, text('plot-times'), { font: BOLD, fill: palette.ink });
  return wholeSvg(whole, [head, ...legend, ...grid, ...rows]);
}

/** Powers of ten around all times. */
function decadesOf(times: readonly number[]): readonly number[] {
  const from = Math.floor(Math.log10(Math.min(...times)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...times))));
  return Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
}
