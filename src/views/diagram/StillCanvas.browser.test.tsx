import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { loadBothLanguages } from '../../i18n/both.ts';
import { sessionAt } from '../session.testing.ts';
import { Stand } from '../Stand.testing.tsx';
import { Diagram } from './Diagram.tsx';

beforeAll(loadBothLanguages);
afterEach(cleanup);

// One test, because what was loaded once stays.
describe('the stage before React Flow', () => {
  it('[V20] has everything that can be done, and gives way to React Flow without moving anything', async () => {
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
    const element = message.element();
    if (element instanceof HTMLElement) element.focus();
    await expect.poll(() => document.querySelector('.still')).toBeNull();
    expect(document.querySelector('.react-flow')).not.toBeNull();
    await expect.element(message).toHaveFocus();
    expect(places().slice(0, before.length)).toEqual(before);
  });
});

function places(): readonly string[] {
  return [...document.querySelectorAll('.stage .box, .stage button')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.className} ${[x, y, width, height].map(Math.round).join(' ')}`;
  });
}
