import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sceneAt, timelineAt } from './scenes.testing.ts';
import { fonts } from './metrics.ts';
import { sceneToPageSvg, sceneToSvg, type SvgWords } from './svg.ts';
import { widthOf } from './textWidth.ts';
import { pageColours, themes } from './theme.ts';

const WORDS: SvgWords = {
  title: 'Half <message> & more',
  description: 'Step 7',
  lang: 'en',
  empty: 'empty',
  survives: 'survives',
};

describe('a scene as SVG', () => {
  it('[G10] is one self-contained text with a title, a description and escaped words', () => {
    const svg = sceneToSvg(sceneAt(timelineAt('clean-commit'), 1), 'light', WORDS);
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title id="title">Half &lt;message&gt; &amp; more</title>');
    expect(svg).toContain('<desc id="desc">Step 7</desc>');
    expect(svg).not.toMatch(/undefined|NaN|null|href|url\((?!#)/);
  });

  it('[G10] draws every frame of a scenario with crashes in both themes, zooms and languages', () => {
    const timeline = timelineAt('broker-restart');
    for (const at of timeline.frames.keys()) {
      for (const zoom of ['concept', 'internals'] as const) {
        for (const lang of ['zh', 'en'] as const) {
          const svg = sceneToSvg(sceneAt(timeline, at, { zoom, lang }), at % 2 === 0 ? 'light' : 'dark', {
            ...WORDS,
            lang,
          });
          expect(svg).not.toMatch(/undefined|NaN/);
        }
      }
    }
  });

  it('[G10] stands in the page as well: in its colours, with one name, and marks of its own', () => {
    const scene = sceneAt(timelineAt('clean-commit'), 1);
    const svg = sceneToPageSvg(scene, 'a', WORDS);
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]* aria-label="Half &lt;message&gt; &amp; more"/);
    expect(svg).not.toMatch(/#[0-9a-f]{6}|id="(?!a-)|url\(#(?!a-)/);
    expect(svg).toContain('<g data-packet="0">');
    expect(Object.entries(pageColours).filter(([name, colour]) => colour !== `var(--${name})`)).toEqual([]);
  });

  it('[G10] marks a new row that stands beside the title of its table without covering the title', () => {
    const scene = sceneAt(timelineAt('clean-commit'), 1, { arrangement: { kind: 'stacked', width: 360 } });
    const marks = [
      ...sceneToPageSvg(scene, 'a', WORDS).matchAll(/<rect x="([\d.]+)"[^>]*fill="var\(--visible-soft\)"/g),
    ];
    const titleEnd = widthOf('Order database', fonts.sectionTitle);
    expect(marks.map(([, x]) => Number(x) > titleEnd)).toEqual([true]);
  });

  it('[G11] has the colours of the page', () => {
    const css = readFileSync(join(import.meta.dirname, '../ui/tokens.css'), 'utf8');
    const different = Object.keys(themes.light).filter((name) => {
      const colour = /^[a-z-]+$/.test(name)
        ? new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css)
        : null;
      const [, light, dark] = colour ?? [];
      const own = Object.entries(themes.light).find(([key]) => key === name)?.[1];
      const ownDark = Object.entries(themes.dark).find(([key]) => key === name)?.[1];
      return light !== own || dark !== ownDark;
    });
    expect(different).toEqual([]);
  });
});
