/** The picture of a page for other people's previews, 1200 × 630: title, question, verdict, and the run in a few events. */
import { pageText, topicText } from '../i18n/text.ts';
import { fateStyle } from '../scene/fateStyle.ts';
import { rect, textAt } from '../scene/svgParts.ts';
import { fit, widthOf, wrapEvenly, type Font } from '../scene/textWidth.ts';
import { themes, type Colour } from '../scene/theme.ts';
import { fewEvents, type FewEvent, type FewEvents } from './fewEvents.ts';
import { pathOf, type StaticPage } from './staticPage.ts';

const SIZE = { width: 1200, height: 630, margin: 64 } as const;
const palette = themes.light;
const text = (size: number, weight: Font['weight'] = 'normal'): Font => ({ size, weight, family: 'text' });
const RIGHT = SIZE.width - SIZE.margin;

/** SVG that names no font but `Noto Sans SC`; who draws it brings that. */
export function socialPicture(page: StaticPage): string {
  const { title, description, verdict } = page;
  const chip = verdict === null ? null : chipOf(page);
  const titleWidth = RIGHT - SIZE.margin - (chip === null ? 0 : chip.width + 32);
  const isLong = widthOf(title, text(64, 'bold')) > titleWidth;
  const titleFont = text(isLong ? 50 : 64, 'bold');
  const lines = wrapEvenly(title, titleWidth, titleFont)
    .slice(0, 2)
    .map((line) => fit(line, titleWidth, titleFont));
  const titleEnd = Math.max(130 + lines.length * titleFont.size * 1.15, chip === null ? 0 : 198);
  const question = wrapEvenly(description, RIGHT - SIZE.margin, text(28)).slice(0, lines.length > 1 ? 1 : 2);
  const events = page.run === null ? null : fewEvents(page.run);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" font-family="Noto Sans SC">`,
    rect({ x: 0, y: 0, width: SIZE.width, height: SIZE.height }, { fill: palette.bg, radius: 0 }),
    logoOf(page),
    ...lines.map((line, index) =>
      textAt({ x: SIZE.margin, y: 150 + index * titleFont.size * 1.15 }, line, { font: titleFont, fill: palette.ink }),
    ),
    chip?.svg ?? '',
    ...question.map((line, index) =>
      textAt({ x: SIZE.margin, y: titleEnd + 14 + index * 38 }, cutAt(line, question, index, description), {
        font: text(28),
        fill: palette.muted,
      }),
    ),
    ...(events === null ? [] : eventsOf(events, titleEnd + 14 + question.length * 38 + 16)),
    ...footOf(page),
    '</svg>',
  ].join('\n');
}

function cutAt(line: string, shown: readonly string[], index: number, whole: string): string {
  const isCut =
    index === shown.length - 1 && shown.join('').replaceAll(' ', '').length < whole.replaceAll(' ', '').length;
  return isCut ? fit(`${line}…`, RIGHT - SIZE.margin + 28, text(28)) : line;
}

function logoOf({ protocol, lang }: StaticPage): string {
  const about = protocol ?? pageText(lang, 'page-explorer');
  return [
    `<circle cx="80" cy="60" r="14" fill="#fff" stroke="${palette.accent}" stroke-width="3.5"/>`,
    `<path d="M80 46a14 14 0 0 0 0 28z" fill="${palette.accent}"/>`,
    textAt({ x: 108, y: 60 }, 'Halfway', { font: text(28, 'bold'), fill: palette.ink }),
    textAt({ x: 244, y: 60 }, fit(about, RIGHT - 244, text(24)), { font: text(24), fill: palette.muted }),
  ].join('');
}

function chipOf({ lang, verdict }: StaticPage) {
  if (verdict === null) return null;
  const isGood = verdict === 'consistent' || verdict === 'late';
  const colour: Colour = isGood ? 'visible' : verdict === 'parked' ? 'check' : verdict === 'pending' ? 'half' : 'bad';
  const font = text(32, 'bold');
  const sign = isGood ? SIGNS.good : verdict === 'pending' || verdict === 'parked' ? SIGNS.open : SIGNS.bad;
  const label = pageText(lang, `verdict-${verdict}`);
  const width = widthOf(label, font) + 100;
  const box = { x: RIGHT - width, y: 118, width, height: 68 };
  const soft: Colour = `${colour}-soft`;
  const svg = [
    rect(box, { fill: palette[soft], stroke: palette[colour], strokeWidth: 4, radius: 34 }),
    `<path d="${sign}" transform="translate(${box.x + 28} ${box.y + 20})" fill="none" stroke="${palette[colour]}" stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round"/>`,
    textAt({ x: box.x + 72, y: box.y + 34 }, label, { font, fill: palette[colour] }),
  ].join('');
  return { svg, width };
}

/** Drawn, not written: not every font has these signs. On a ground of 28. */
const SIGNS = { good: 'M3 15l8 8L25 5', open: 'M14 2a12 12 0 1 0 .01 0M14 2v24', bad: 'M4 4l20 20M24 4L4 24' } as const;

function footOf(page: StaticPage): readonly string[] {
  const steps = page.run === null ? '' : topicText(page.lang, 'exports', 'static-steps', { count: page.run.at });
  const address = `/${pathOf(page).replace(/\/$/, '')}`;
  return [
    textAt({ x: SIZE.margin, y: 580 }, steps, { font: text(24), fill: palette.muted }),
    textAt({ x: RIGHT, y: 580 }, fit(address, 620, text(22)), { font: text(22), fill: palette.ink, anchor: 'end' }),
    rect({ x: 0, y: 620, width: 396, height: 10 }, { fill: palette.ink, radius: 0 }),
    rect({ x: 396, y: 620, width: 804, height: 10 }, { fill: palette.line, radius: 0 }),
    rect({ x: 936, y: 620, width: 132, height: 10 }, { fill: palette.accent, radius: 0 }),
  ];
}

/** The lines below `top`, and one column per event. */
function eventsOf({ lines, events }: FewEvents, top: number): readonly string[] {
  const names = Math.min(220, Math.max(...lines.map((line) => widthOf(line, text(24)))));
  const left = SIZE.margin + names + 28;
  const step = Math.min(92, (518 - top - 26) / Math.max(1, lines.length - 1));
  const yOf = (line: number): number => top + 26 + Math.min(line, lines.length - 1) * step;
  const column = (RIGHT - left) / events.length;
  return [
    ...lines.flatMap((line, index) => [
      textAt({ x: SIZE.margin, y: yOf(index) }, fit(line, names, text(24)), { font: text(24), fill: palette.muted }),
      `<path d="M${left},${yOf(index)} H${RIGHT}" stroke="${palette.line}" stroke-width="3"/>`,
    ]),
    ...events.map((event, index) => eventOf(event, { from: left + index * column, column, yOf })),
  ];
}

interface Column {
  readonly from: number;
  readonly column: number;
  readonly yOf: (line: number) => number;
}

function eventOf(event: FewEvent, { from, column, yOf }: Column): string {
  const middle = from + column / 2;
  switch (event.kind) {
    case 'down': {
      const y = yOf(event.line);
      const cross = `M${middle - 15},${y - 15} l30,30 m0,-30 l-30,30`;
      return `<path d="M${middle},${y} H${from + column}" stroke="${palette.bad}" stroke-width="4" stroke-dasharray="3 10" stroke-linecap="round"/><path d="${cross}" stroke="${palette.bad}" stroke-width="7" stroke-linecap="round"/>`;
    }
    case 'choice': {
      const font = text(24, 'bold');
      const label = fit(event.label, column - 24, font);
      const width = widthOf(label, font) + 28;
      const y = yOf(event.line);
      return [
        rect(
          { x: middle - width / 2, y: y - 23, width, height: 46 },
          { fill: palette['accent-soft'], stroke: palette.accent, strokeWidth: 3, radius: 10 },
        ),
        textAt({ x: middle, y }, label, { font, fill: palette.accent, anchor: 'middle' }),
      ].join('');
    }
    case 'message': {
      const style = fateStyle(event.fate);
      const colour =
        palette[event.isLost ? 'bad' : style.border === 'edge' || style.border === 'line' ? 'ink' : style.border];
      const [x1, x2] = [from + column * 0.22, from + column * 0.78];
      const [y1, whole] = [yOf(event.from), yOf(event.to)];
      const y2 = event.isLost ? (y1 + whole) / 2 : whole;
      const end = event.isLost ? (x1 + x2) / 2 : x2;
      const angle = (Math.atan2(y2 - y1, end - x1) * 180) / Math.PI;
      const font = text(24, 'bold');
      const label = fit(event.label, column - 8, font);
      const head = event.isLost
        ? `<path d="M${end - 10},${y2 - 10} l20,20 m0,-20 l-20,20" stroke="${colour}" stroke-width="5" stroke-linecap="round"/>`
        : `<path d="M0,0 l-18,-9 v18 z" fill="${colour}" transform="translate(${end} ${y2}) rotate(${angle})"/>`;
      const dash = style.dash === null ? '' : ' stroke-dasharray="9 7"';
      const back = `stroke="${palette.bg}" stroke-width="8" stroke-linejoin="round" `;
      const written = textAt({ x: middle, y: (y1 + whole) / 2 }, label, { font, fill: colour, anchor: 'middle' });
      return `<path d="M${x1},${y1} L${end},${y2}" stroke="${colour}" stroke-width="4"${dash}/>${head}${written.replace('<text ', `<text ${back}`)}${written}`;
    }
  }
}
