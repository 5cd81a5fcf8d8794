import type { Page } from '@playwright/test';

/**
 * Texts that lie over each other, that stick out of the pill or part they stand in, or that end in an ellipsis nobody is told
 * about: what a reader sees as broken, wherever on the page it is. Only what is in sight counts.
 */
export function textFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    /** Of a line of text, where two may touch: letters do not fill their lines. */
    const LEEWAY = 2.5;
    const found = new Set<string>();
    const all = [...textsInSight()];
    for (const [index, one] of all.entries()) {
      if (sticksOut(one)) found.add(`“${one.text}” sticks out of ${nameOf(one.element)}`);
      if (isClamped(one.element)) found.add(`“${one.text}” is cut`);
      for (const other of all.slice(index + 1)) {
        if (one.element === other.element || !overlap(one.box, other.box) || isBehind(one, other)) continue;
        found.add(`“${one.text}” lies over “${other.text}”`);
      }
    }
    if (all.length === 0) found.add('there is no text at all');
    return [...found];

    interface Seen {
      readonly text: string;
      readonly element: Element;
      readonly box: DOMRect;
    }

    function* textsInSight(): Generator<Seen> {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement;
        const text = node.textContent?.trim() ?? '';
        if (element === null || text === '') continue;
        if (element.closest('script, style, option, select, textarea, title, .ui-unseen, [inert], noscript') !== null)
          continue;
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const line of range.getClientRects()) {
          const box = inSight(element, line);
          if (box !== null) yield { text, element, box };
        }
      }
    }

    /** What of a line the boxes around it leave. */
    function inSight(element: Element, line: DOMRect): DOMRect | null {
      let [left, top, right, bottom] = [
        Math.max(0, line.left),
        Math.max(0, line.top),
        Math.min(innerWidth, line.right),
        Math.min(innerHeight, line.bottom),
      ];
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const { overflowX, overflowY, clipPath, display } = getComputedStyle(box);
        if (clipPath !== 'none') return null;
        if (display === 'inline' || overflowX + overflowY === 'visiblevisible') continue;
        const around = box.getBoundingClientRect();
        left = Math.max(left, around.left);
        right = Math.min(right, around.right);
        top = Math.max(top, around.top);
        bottom = Math.min(bottom, around.bottom);
      }
      const isScrolled =
        element.closest('.pane-scroll, .panel-content, .hand-sheet, .seq-scroll, .stage, svg') !== null;
      if (!isScrolled && (line.left < -1 || line.right > innerWidth + 1))
        found.add(`“${element.textContent}” leaves the window`);
      if (right - left < 2 || bottom - top < 4) return null;
      // A menu, a sheet or a panel may lie over it.
      const at = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
      const mine = at.findIndex((other) => other === element || element.contains(other) || other.contains(element));
      const cover = at.slice(0, Math.max(0, mine)).find((other) => isFilled(other));
      return cover === undefined || mine === -1 ? new DOMRect(left, top, right - left, bottom - top) : null;
    }

    function isFilled(element: Element): boolean {
      const { backgroundColor } = getComputedStyle(element);
      return !/^rgba\(.*, 0(\.\d+)?\)$|transparent/.test(backgroundColor);
    }

    function overlap(a: DOMRect, b: DOMRect): boolean {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > LEEWAY && down > LEEWAY * 2;
    }

    /** The ground of the one hides the other. */
    function isBehind(one: Seen, other: Seen): boolean {
      const [x, y] = [
        (Math.max(one.box.left, other.box.left) + Math.min(one.box.right, other.box.right)) / 2,
        (Math.max(one.box.top, other.box.top) + Math.min(one.box.bottom, other.box.bottom)) / 2,
      ];
      const at = document.elementsFromPoint(x, y);
      const places = [one, other].map(({ element }) => at.findIndex((hit) => hit === element));
      if (places.includes(-1)) return false;
      const [upper, lower] = [Math.min(...places), Math.max(...places)];
      return at.slice(upper, lower).some((between) => isFilled(between));
    }

    function sticksOut({ element, box }: Seen): boolean {
      const pill = element.closest('.ui-chip, .pill, button, [role="tab"], .seg, .part, td, th, .chip');
      if (pill === null || pill.closest('svg') !== null) return false;
      const { left, right, top, bottom } = pill.getBoundingClientRect();
      return box.left < left - 1 || box.right > right + 1 || box.top < top - 2 || box.bottom > bottom + 2;
    }

    /** Cut after so many lines, or by an ellipsis, without a title that says the whole. */
    function isClamped(element: Element): boolean {
      if (element.closest('[title]') !== null && element.closest('[title]')?.getAttribute('title') !== '→')
        return false;
      const { overflowX, webkitLineClamp, textOverflow } = getComputedStyle(element);
      if (webkitLineClamp !== 'none') return element.scrollHeight > element.clientHeight + 2;
      return textOverflow === 'ellipsis' && overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    }

    function nameOf(element: Element): string {
      return element.getAttribute('class')?.split(' ').slice(0, 2).join('.') ?? element.tagName.toLowerCase();
    }
  });
}
