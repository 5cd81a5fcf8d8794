import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { sessionAt } from '../session.testing.ts';
import { Stand } from '../Stand.testing.tsx';
import { Diagram } from './Diagram.tsx';

beforeAll(loadAllTexts);
afterEach(cleanup);

// One test, because what was loaded once stays.
describe('the stage before React Flow', () => {
  it('[VW20] has everything that can be done, and gives way to React Flow without moving anything', async () => {
    const store = sessionAt('clean-commit', 1);
    await render(
      <Stand store={store} width={900}>
        <Diagram />
      </Stand>,
    );
    const message = page.getByRole('button', { name: /half o1/i });
    await expect.element(message).toBeVisible();
    expect(document.querySelector('.react-flow')).toBeNull();
    const before = places();
    const watch = watchForDoubles();
    const element = message.element();
    if (element instanceof HTMLElement) element.focus();
    await expect.poll(() => document.querySelector('.still')).toBeNull();
    expect(document.querySelector('.react-flow')).not.toBeNull();
    await expect.element(message).toHaveFocus();
    expect(places().slice(0, before.length)).toEqual(before);
    expect(watch.end()).toEqual([]);
    expect(watch.looks()).toBeGreaterThan(1);
  });
});

/** Looks after every change of the page whether anything is there twice for a reader of the accessibility tree. */
function watchForDoubles() {
  const doubles = new Set<string>();
  let withBoth = 0;
  const look = (): void => {
    if (document.querySelector('.still') !== null && document.querySelector('.stage-flow') !== null) withBoth += 1;
    for (const role of ['button', 'region'] as const) {
      const names = page
        .getByRole(role)
        .elements()
        .map((element) => `${role} ${nameOf(element)}`);
      for (const [index, name] of names.entries()) if (names.indexOf(name) !== index) doubles.add(name);
    }
  };
  look();
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ['inert', 'aria-hidden'] });
  return {
    /** How often it saw both canvases in the page. */
    looks: () => withBoth,
    end: () => {
      observer.disconnect();
      return [...doubles];
    },
  };
}

function nameOf(element: Element): string {
  const labels = (element.getAttribute('aria-labelledby') ?? '').split(' ');
  const labelled = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  return element.getAttribute('aria-label') ?? (labelled.trim() === '' ? (element.textContent ?? '') : labelled);
}

function places(): readonly string[] {
  return [...document.querySelectorAll('.stage .box, .stage button')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.className} ${[x, y, width, height].map(Math.round).join(' ')}`;
  });
}
