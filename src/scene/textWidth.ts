/** How wide a text is, without a browser: a table of advance widths that no usual system font exceeds. */

export interface Font {
  /** In CSS pixels. */
  readonly size: number;
  readonly weight: 'normal' | 'bold';
  readonly family: 'text' | 'mono';
}

/** The width of a text in CSS pixels, rounded up. Meant to be a little too wide, never too narrow. */
export function widthOf(text: string, font: Font): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character, font);
  return Math.ceil(ems * font.size);
}

/** The lines of a text that fit the width. Breaks at spaces, and anywhere between Chinese characters. */
export function wrap(text: string, width: number, font: Font): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    if (line !== '' && widthOf((line + word).trimEnd(), font) > width) {
      lines.push(line.trimEnd());
      line = word.trimStart();
    } else line += word;
  }
  return [...lines, line.trimEnd()].filter((kept) => kept !== '');
}

/** Like `wrap`, with lines of about the same length: no word is left alone at the end. */
export function wrapEvenly(text: string, width: number, font: Font): readonly string[] {
  const lines = wrap(text, width, font);
  if (lines.length < 2) return lines;
  const [low, high] = [Math.ceil(widthOf(text, font) / lines.length), width];
  for (let narrower = low; narrower < high; narrower += EVEN_STEP) {
    const even = wrap(text, narrower, font);
    if (even.length === lines.length && even.every((line) => widthOf(line, font) <= width)) return even;
  }
  return lines;
}

const EVEN_STEP = 4;

/** The text in one line or two; what is longer is cut. */
export function twoLines(text: string, width: number, font: Font): readonly string[] {
  const [first, ...rest] = wrap(text, width, font);
  if (first === undefined) return [text];
  if (rest.length === 0) return [fit(first, width, font)];
  return rest.length === 1 ? wrapEvenly(text, width, font) : [first, fit(rest.join(' '), width, font)];
}

/** The text, cut with an ellipsis where it does not fit. */
export function fit(text: string, width: number, font: Font): string {
  if (widthOf(text, font) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, font) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The text without its last words if that is enough to fit, else cut with an ellipsis. */
export function fitWords(text: string, width: number, font: Font): string {
  const words = text.split(' ');
  for (let kept = words.length; kept > 0; kept -= 1) {
    const shorter = words.slice(0, kept).join(' ');
    if (widthOf(shorter, font) <= width) return shorter;
  }
  return fit(text, width, font);
}

const MONO_EMS = 0.61;
const BOLD = 1.14;

function emsOf(character: string, { weight, family }: Font): number {
  if (isWide(character)) return 1;
  if (family === 'mono') return MONO_EMS;
  return (EMS.get(character) ?? 0.62) * (weight === 'bold' ? BOLD : 1);
}

/** Chinese characters, and the punctuation that goes with them. */
function isWide(character: string): boolean {
  return /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u3000-\u303F]/u.test(
    character,
  );
}

/** DejaVu Sans Condensed, which is at least as wide as Segoe UI, San Francisco, Roboto and Noto Sans. */
const EMS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    "'ijlIJ": 0.27,
    ' ,./:;|·‘’\\-f': 0.32,
    '()[]t!r"': 0.38,
    '*_`–szc?“”‖': 0.48,
    LFkvxyP: 0.53,
    'TYaeo0123456789$ESbdghnpqu{}': 0.57,
    KABVXZCR: 0.62,
    'UNHDM&G': 0.7,
    'w#+<=>^~→←✓✕×OQ': 0.76,
    'mW@%½—…◐◒✦↻': 0.9,
  }).flatMap(([characters, ems]) => Array.from(characters).map((character) => [character, ems] as const)),
);

/** A word with the space behind it, or one Chinese character with the closing punctuation behind it. */
function wordsOf(text: string): readonly string[] {
  return (
    text.match(
      /[\u2E80-\u9FFF\uFF08\u300C\u201C][，。、；：！？）」”\u2019]*|[^\s\u2E80-\u9FFF\uFF08\u300C]+[、。」]*\s*|\s+|./gu,
    ) ?? []
  );
}
