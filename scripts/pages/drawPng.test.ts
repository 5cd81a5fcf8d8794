import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../src/i18n/shelves.ts';
import { staticPages } from '../../src/pages/registry.ts';
import { socialPicture } from '../../src/pages/socialPicture.ts';
import { pathOf } from '../../src/pages/staticPage.ts';
import { drawPng } from './drawPng.ts';
import { siteUrl } from './siteUrl.ts';

beforeAll(loadAllTexts);

/** How much of a picture a text covers: nothing where the font lacks its characters. */
function sizeOf(text: string): number {
  return drawPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80" font-family="Noto Sans SC"><text x="8" y="56" font-size="48">${text}</text></svg>`,
  ).length;
}

describe('pictures for previews', () => {
  it('[PP1] have 1200 by 630 pixels, in both languages', () => {
    const wanted = ['zh/half-message/crash-after-local-commit/', 'en/local-message-table/', 'zh/brokers/'];
    const pages = staticPages().filter((page) => wanted.includes(pathOf(page)));
    expect(pages).toHaveLength(wanted.length);
    for (const page of pages) {
      const png = Buffer.from(drawPng(socialPicture(page)));
      expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630]);
    }
  });

  it('[PP2] have a font with Chinese characters', () => {
    const blank = sizeOf(' ');
    for (const sign of ['半', '宕', '，', '×', 'A']) expect(sizeOf(sign)).toBeGreaterThan(blank);
    expect(sizeOf('半')).not.toBe(sizeOf('宕'));
  });

  it('[PP3] keep their words inside', () => {
    for (const page of staticPages()) {
      const svg = socialPicture(page);
      for (const [, x] of svg.matchAll(/<text (?:stroke[^x]*?)?x="([\d.]+)"/g)) {
        const at = Number(x);
        expect(at).toBeGreaterThanOrEqual(64);
        expect(at).toBeLessThanOrEqual(1136);
      }
      expect(svg).not.toMatch(/NaN|undefined/);
    }
  });
});

describe('SITE_URL', () => {
  it('[PP4] is an address with a slash at its end, or nothing', () => {
    expect(siteUrl(undefined)).toBeNull();
    expect(siteUrl('https://example.org/halfway')).toBe('https://example.org/halfway/');
    expect(siteUrl('https://example.org/?a#b')).toBe('https://example.org/');
    expect(() => siteUrl('example.org')).toThrow('SITE_URL');
    expect(() => siteUrl('javascript:alert(1)')).toThrow('SITE_URL');
  });
});
