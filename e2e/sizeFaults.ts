import type { Page } from '@playwright/test';

/** What is wrong with how the explorer lies in its window, in words: what is covered, outside, overlapping or too small. */
export function sizeFaults(page: Page, lettersMin: number): Promise<readonly string[]> {
  return page.evaluate((least) => {
    /** Of the stage, in its own measure. */
    const BORDER = 7;
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} wide`);
    if (root.scrollHeight > innerHeight) found.push(`the page is ${root.scrollHeight} high`);

    mustBeHit('Next', '.transport-next');
    mustBeHit('the sentence', '.sentence > span');
    mustBeHit('the ledger', '.ledger-strip li:not(.ui-unseen), .ledger-strip-empty');
    // In a sheet the names go out of the way with what is read; what brings them back stays.
    const isSheet = document.querySelector('.panel-names') !== null;
    if (isSheet) mustBeHit('the way to the panels', '.panel-names');
    for (const tab of document.querySelectorAll('[role="tab"]'))
      if (!isSheet || tab.closest('.ui-rail-grid') === null) hit(`the tab ${tab.textContent}`, tab);
    if (document.querySelector('[role="tab"]') === null) mustBeHit('the button of the panels', '.hand-panels');

    const PANES =
      '.header, .pane-story, .app-main > .pane-progress, .pane-stage, .pane-side, .pane-rail, .pane-transport, .app-main > .pane-timeline, .hand-view, .hand-block';
    const panes = [...document.querySelectorAll(PANES)].filter((pane) => pane.checkVisibility());
    if (panes.length < 3) found.push('hardly anything is there');
    for (const [index, pane] of panes.entries()) {
      inWindow(pane);
      for (const other of panes.slice(index + 1))
        if (overlap(pane, other)) found.push(`${nameOf(pane)} overlaps ${nameOf(other)}`);
    }
    const parts = [
      ...document.querySelectorAll('.sentence, .transport, .ledger-strip, .transport-extras, .hand-panels'),
    ];
    for (const [index, part] of parts.entries()) {
      for (const other of parts.slice(index + 1))
        if (overlap(part, other)) found.push(`${nameOf(part)} overlaps ${nameOf(other)}`);
    }
    for (const part of document.querySelectorAll('.ledger-strip li:not(.ui-unseen), .ledger-strip-others')) {
      const strip = part.closest('.ledger-strip')?.getBoundingClientRect();
      if (strip !== undefined && part.getBoundingClientRect().right > strip.right + 1)
        found.push(`${nameOf(part)} leaves the strip`);
    }
    stays('.box', '.stage');
    for (const by of document.querySelectorAll('.react-flow__attribution'))
      for (const box of document.querySelectorAll('.stage-flow .box'))
        if (by.checkVisibility() && overlap(by, box)) found.push(`${nameOf(by)} lies over a box`);
    for (const message of document.querySelectorAll('.stage-flow .packet, .stage-flow .remains')) hides(message);
    small();
    return found;

    function mustBeHit(name: string, selector: string): void {
      const element = document.querySelector(selector);
      if (element === null) found.push(`${name} is missing`);
      else hit(name, element);
    }

    function hit(name: string, element: Element): void {
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      if (width < 1 || height < 1) found.push(`${name} has no size`);
      else if (at === null) found.push(`${name} is outside`);
      else if (!element.contains(at) && !at.contains(element)) found.push(`${name} is covered by ${nameOf(at)}`);
    }

    function inWindow(element: Element): void {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
        found.push(`${nameOf(element)} leaves the window`);
    }

    function overlap(one: Element | Range, other: Element | Range): boolean {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > 1 && down > 1;
    }

    /** Boxes never leave the stage to the side, and none lies over another. */
    function stays(boxes: string, place: string): void {
      const cell = document.querySelector(place)?.getBoundingClientRect();
      if (cell === undefined) return;
      const all = [...document.querySelectorAll(`.stage-flow ${boxes}:not(.box-frame)`)];
      if (all.length === 0) found.push('the stage is empty');
      for (const [index, box] of all.entries()) {
        const { left, right } = box.getBoundingClientRect();
        if (left < cell.left - 1 || right > cell.right + 1) found.push(`${box.textContent} leaves the stage`);
        for (const other of all.slice(index + 1)) if (overlap(box, other)) found.push('two boxes overlap');
        for (const message of document.querySelectorAll('.stage-flow .packet')) reachesInto(message, box);
      }
    }

    /** It may touch the borders that its arrow runs between, no more. */
    function reachesInto(message: Element, box: Element): void {
      const [a, b] = [message.getBoundingClientRect(), box.getBoundingClientRect()];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (Math.min(across, down) > BORDER * scaleOf(box)) found.push(`${nameOf(message)} reaches into a box`);
    }

    /** A message lies on its arrow, never over what a box says. */
    function hides(message: Element): void {
      for (const box of document.querySelectorAll('.stage-flow .box:not(.box-frame)')) {
        if (!overlap(message, box)) continue;
        const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          if ((node.textContent ?? '').trim() === '' || node.parentElement?.closest('.ui-unseen') !== null) continue;
          const words = document.createRange();
          words.selectNodeContents(node);
          if (overlap(message, words)) found.push(`${nameOf(message)} hides ${node.textContent}`);
        }
      }
    }

    function small(): void {
      const walker = document.createTreeWalker(document.querySelector('.stage') ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement;
        if (element === null || !element.checkVisibility() || element.closest('.ui-unseen, [inert]') !== null) continue;
        if ((node.textContent ?? '').trim() === '') continue;
        const letters = parseFloat(getComputedStyle(element).fontSize) * scaleOf(element);
        if (letters < least - 0.05) found.push(`${node.textContent} has letters of ${letters.toFixed(1)} px`);
      }
    }

    /** What the transforms around an element make of its pixels. */
    function scaleOf(element: Element): number {
      const box = element.closest<HTMLElement>('.react-flow__node, .react-flow__viewport, .still');
      if (box === null) return 1;
      const matrix = new DOMMatrix(getComputedStyle(box.closest('.react-flow__viewport, .still') ?? box).transform);
      return matrix.a;
    }

    function nameOf(element: Element): string {
      return element.getAttribute('class')?.split(' ').slice(0, 2).join('.') ?? element.tagName;
    }
  }, lettersMin);
}
