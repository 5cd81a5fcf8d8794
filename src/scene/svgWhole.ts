/** What makes shapes a picture that stands alone: a size, a title, a description, fonts and both themes. */
import { escapeXml, type Palette } from './svgParts.ts';
import { fontFamilies, pageColours, themes, type ThemeName } from './theme.ts';

/** `auto`: light, and dark for who prefers dark. */
export type ExportTheme = ThemeName | 'auto';

/** `page`: part of a page of ours, whose theme it follows. */
export type PictureTheme = ExportTheme | 'page';

export interface WholeWords {
  /** What the picture is, in a few words. */
  readonly title: string;
  /** What it shows, in a sentence or more. */
  readonly description: string;
  readonly lang: string;
}

export interface Whole {
  readonly width: number;
  readonly height: number;
  readonly viewBox: string;
  readonly theme: PictureTheme;
  readonly words: WholeWords;
  /** CSS beside that of the themes. */
  readonly css?: string;
}

export function paletteOf(theme: PictureTheme): Palette {
  return theme === 'page' ? pageColours : themes[theme === 'dark' ? 'dark' : 'light'];
}

export function wholeSvg({ width, height, viewBox, theme, words, css = '' }: Whole, shapes: readonly string[]): string {
  const style = (theme === 'auto' ? DARK_IF_PREFERRED : '') + css;
  // A page may hold several, and there an id is of one thing only.
  const [named, title, desc] =
    theme === 'page' ? ['', '', ''] : [' aria-labelledby="title desc"', ' id="title"', ' id="desc"'];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${width}" height="${height}" ` +
      `role="img"${named} lang="${words.lang}" font-family="${fontFamilies.text}">`,
    `<title${title}>${escapeXml(words.title)}</title>`,
    `<desc${desc}>${escapeXml(words.description)}</desc>`,
    ...(style === '' ? [] : [`<style>${style}</style>`]),
    ...shapes,
    '</svg>',
  ].join('\n');
}

/**
 * Colours stay attributes, which every program that draws SVG understands; a rule per colour overrules them where the
 * reader prefers dark. It holds because no two colours of the light theme are the same.
 */
const DARK_IF_PREFERRED = `@media (prefers-color-scheme:dark){${Object.entries(themes.light)
  .map(([name, light]) => {
    const dark = Object.entries(themes.dark).find(([other]) => other === name)?.[1] ?? light;
    return `[fill="${light}"]{fill:${dark}}[stroke="${light}"]{stroke:${dark}}`;
  })
  .join('')}}`;
