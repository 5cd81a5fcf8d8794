import type { Page } from '@playwright/test';

/**
 * The texts that a box cuts off or that stick out of the button, tab, heading or part that they belong to,
 * without a tooltip that says them in full. What a pane scrolls, or the reader has moved out of the picture, is not cut.
 */
export function cutTexts(page: Page): Promise<{ readonly seen: readonly string[]; readonly cut: readonly string[] }> {
  return page.evaluate(() => {
    const BOXES = 'button, [role="tab"], a, label, th, td, h2, h3, h4, .part, .react-flow__node';
    const LEEWAY = 2;
    const found = { seen: new Set<string>(), cut: new Set<string>() };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || element.closest('script, style, option, textarea, .ui-unseen')) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const words = range.getBoundingClientRect();
      if (words.width < 1) continue;
      found.seen.add(text);
      if (isCut(element, words) && element.closest('[title]') === null) found.cut.add(text);
    }
    return { seen: [...found.seen], cut: [...found.cut] };

    function isCut(element: Element, words: DOMRect): boolean {
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        // What lies beyond a pane or the picture can be moved into sight.
        if (box.matches('.react-flow, .seq, svg, body')) return false;
        const { overflowX, overflowY } = getComputedStyle(box);
        if (/auto|scroll/.test(overflowX + overflowY)) return false;
        const hides = /hidden|clip/.test(overflowX + overflowY);
        const { left, right, top, bottom, width } = box.getBoundingClientRect();
        if (width < 2 || (!hides && !box.matches(BOXES))) continue;
        if (words.left < left - LEEWAY || words.right > right + LEEWAY) return true;
        if (hides && (words.top < top - LEEWAY * 2 || words.bottom > bottom + LEEWAY * 2)) return true;
      }
      return false;
    }
  });
}
