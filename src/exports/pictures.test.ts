import { describe, expect, it } from 'vitest';
import { themes } from '../scene/theme.ts';
import { widthOf } from '../scene/textWidth.ts';
import { animatedSvg } from './animatedSvg.ts';
import { exportOf, everyRun } from './exports.testing.ts';
import { sequenceSvg, stageSvg } from './svg.ts';

/** Everything that a picture has to be, whatever it shows. */
function flawsOf(svg: string): readonly string[] {
  const opened = svg.match(/<[a-z]+(?=[\s>])(?:[^>]*[^/])?>/gi)?.length ?? 0;
  const closed = svg.match(/<\/[a-z]+>/gi)?.length ?? 0;
  return [
    ...(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img" aria-labelledby="title desc" lang="(?:zh|en)"/.test(
      svg,
    )
      ? []
      : ['head']),
    ...(/<title id="title">[^<]+<\/title>\n<desc id="desc">[^<]+<\/desc>/.test(svg) ? [] : ['title']),
    ...(/undefined|NaN|href|url\((?!#)|<script|var\(--/.test(svg) ? ['outside'] : []),
    ...(opened === closed ? [] : [`${opened} opened, ${closed} closed`]),
  ];
}

describe('pictures of a run', () => {
  it('[XP3] stand alone, with a title and a description, for every run of the library', () => {
    for (const run of everyRun()) {
      expect(flawsOf(stageSvg(run, 'auto'))).toEqual([]);
      expect(flawsOf(sequenceSvg(run, 'auto'))).toEqual([]);
    }
  });

  it('[XP3] hold both themes in one text: light colours as attributes, dark ones for who prefers them', () => {
    const svg = stageSvg(exportOf('clean-commit', { at: 2 }), 'auto');
    const [style = ''] = /<style>.*<\/style>/.exec(svg) ?? [];
    expect(style).toContain('@media (prefers-color-scheme:dark)');
    for (const [name, light] of Object.entries(themes.light)) {
      const dark = Object.entries(themes.dark).find(([other]) => other === name)?.[1];
      expect(style).toContain(`[fill="${light}"]{fill:${dark}}`);
    }
    expect(new Set(Object.values(themes.light)).size).toBe(Object.keys(themes.light).length);
    const used = [...svg.replace(style, '').matchAll(/(?:fill|stroke)="(#\w+)"/g)].map(([, colour]) => colour);
    expect(used.filter((colour) => !Object.values<string | undefined>(themes.light).includes(colour))).toEqual([]);
    expect(stageSvg(exportOf('clean-commit'), 'dark')).not.toContain('<style>');
  });

  it('[XP3] reserve room for Chinese text where no such font is installed: no name reaches into the diagram', () => {
    for (const lang of ['zh', 'en'] as const) {
      const svg = sequenceSvg(exportOf('broker-restart', { lang, zoom: 'internals' }), 'light');
      const left = Number(/<g transform="translate\(([\d.]+) 20\)">/.exec(svg)?.[1]);
      const names = [...svg.matchAll(/<text x="20" y="[\d.]+" font-size="13"[^>]*>([^<]+)<\/text>/g)];
      expect(names.length).toBeGreaterThan(3);
      for (const [, name = ''] of names)
        expect(20 + widthOf(name, { size: 13, weight: 'normal', family: 'text' })).toBeLessThan(left);
    }
  });

  it('[XP4] move only where motion is welcome; elsewhere the end of the run stands still', () => {
    const run = exportOf('crash-after-local-commit', { lang: 'zh' });
    const svg = animatedSvg(run, 'auto');
    expect(flawsOf(svg)).toEqual([]);
    expect(svg.match(/<g class="frame f\d+">/g)?.length).toBe(run.at + 1);
    const still = svg.slice(0, svg.indexOf('@media (prefers-reduced-motion:no-preference)'));
    expect(still).toContain(`.frame{visibility:hidden}.f${run.at}{visibility:visible}`);
    expect(still).not.toContain('animation');
    expect(svg).not.toContain('infinite');
  });
});
