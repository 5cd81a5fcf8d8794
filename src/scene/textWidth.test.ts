import { describe, expect, it } from 'vitest';
import { fit, fitWords, widthOf, wrap, wrapEvenly, type Font } from './textWidth.ts';

const FONT: Font = { size: 10, weight: 'normal', family: 'text' };

describe('the width of text', () => {
  it('[G1] counts a Chinese character as one em and a Latin letter as about half', () => {
    expect(widthOf('半消息', FONT)).toBe(30);
    expect(widthOf('half', FONT)).toBeLessThan(24);
    expect(widthOf('half', { ...FONT, weight: 'bold' })).toBeGreaterThan(widthOf('half', FONT));
  });

  it('[G1] breaks at spaces and between Chinese characters, and keeps closing punctuation with its word', () => {
    expect(wrap('next: order service B', 60, FONT)).toEqual(['next: order', 'service B']);
    expect(wrap('对消费者，不可见', 40, FONT)).toEqual(['对消费', '者，不可', '见']);
    expect(wrap('', 40, FONT)).toEqual([]);
  });

  it('[G1] leaves no word alone at the end when lines can be even', () => {
    const [first, second, ...others] = wrapEvenly('next: order service B', 90, FONT);
    expect([first, second, others]).toEqual(['next: order', 'service B', []]);
  });

  it('[G1] cuts with an ellipsis, or drops last words where that is enough', () => {
    expect(fit('Order service', 40, FONT)).toMatch(/^Orde.*…$/);
    expect(fitWords('COMMIT o1', 50, FONT)).toBe('COMMIT');
    expect(fitWords('半消息', 25, FONT)).toBe('半…');
  });
});
