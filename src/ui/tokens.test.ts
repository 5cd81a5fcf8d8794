import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '..');
const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const SURFACES = ['bg', 'sunken', 'panel', 'raised'];
const TONES = ['half', 'visible', 'bad', 'check'];

/** Which text stands on what. */
const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'muted', 'accent', ...TONES].flatMap((text) => SURFACES.map((surface) => [text, surface] as const)),
  ...['ink', 'muted', 'accent'].map((text) => [text, 'accent-soft'] as const),
  ...TONES.flatMap((tone) => ['ink', 'muted', tone].map((text) => [text, `${tone}-soft`] as const)),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['bg', 'ink'],
  ['panel', 'bad'],
];

/** Lines, borders of controls, focus rings and marks. */
const MARKS: readonly (readonly [string, string])[] = [
  ...['edge', 'pale', 'focus'].flatMap((mark) => SURFACES.map((surface) => [mark, surface] as const)),
  ...TONES.map((tone) => ['edge', `${tone}-soft`] as const),
  ['focus', 'accent-soft'],
  ['edge', 'accent-soft'],
];

/** What keeps things apart, and a length that is not a token. */
const SPACING = /(?:^|[\s;{])((?:scroll-)?(?:padding|margin)(?:-[a-z-]+)?|(?:row-|column-)?gap)\s*:\s*([^;}]*)/g;
const RAW = /(?<![\w-])-?(?!0(?:px)?\b)\d*\.?\d+(?:px|rem|pt)\b/;

describe('design tokens', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`[U1] gives text a contrast of 4.5:1 in the ${theme} theme`, () => {
      expect(tooPale(TEXT, theme, 4.5)).toEqual([]);
    });

    it(`[U1] gives lines and marks a contrast of 3:1 in the ${theme} theme`, () => {
      expect(tooPale(MARKS, theme, 3)).toEqual([]);
    });
  }

  it('[U2] makes every padding, margin and gap of the page of spacing tokens, and uses each of them', () => {
    const sheets = globSync('**/*.css', { cwd: SOURCE }).map((file) => [
      file,
      readFileSync(join(SOURCE, file), 'utf8'),
    ]);
    const spacings = sheets.flatMap(([file = '', sheet = '']) => spacingsOf(sheet).map((found) => `${file}: ${found}`));
    expect(spacings.length).toBeGreaterThan(300);
    expect(spacings.filter((found) => RAW.test(found))).toEqual([]);
    const tokens = [...css.matchAll(/(--space-[\d-]+):/g)].map(([, name = '']) => name);
    expect(tokens.filter((name) => !spacings.some((found) => found.includes(`var(${name})`)))).toEqual([]);
  });

  it('[U2] knows a raw length where it sees one', () => {
    const sheet = '.a { padding: 0 3px; gap: var(--space-1); margin-inline: calc(8px + env(x)) } .b { width: 3px }';
    const found = spacingsOf(sheet);
    expect(found).toEqual(['padding: 0 3px', 'gap: var(--space-1)', 'margin-inline: calc(8px + env(x))']);
    expect(found.map((spacing) => RAW.test(spacing))).toEqual([true, false, true]);
    expect(['margin: 0 auto', 'gap: 0px', 'margin: -1px', 'gap: .5rem'].map((spacing) => RAW.test(spacing))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

function spacingsOf(sheet: string): readonly string[] {
  return [...sheet.matchAll(SPACING)].map(([, name = '', value = '']) => `${name}: ${value.trim()}`);
}

function tooPale(pairs: readonly (readonly [string, string])[], theme: 'light' | 'dark', least: number): string[] {
  return pairs.flatMap(([front, back]) => {
    const ratio = contrast(colourOf(front, theme), colourOf(back, theme));
    return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : [];
  });
}

function colourOf(token: string, theme: 'light' | 'dark'): string {
  const match = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const colour = match?.[theme === 'light' ? 1 : 2];
  if (colour === undefined) throw new Error(`Expected --${token} as light-dark(#rrggbb, #rrggbb) in tokens.css.`);
  return colour;
}

/** WCAG 2.2: the ratio of relative luminances, 1 to 21. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
