import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { sessionAt } from '../session.testing.ts';
import { Stand } from '../Stand.testing.tsx';
import { Sequence } from './Sequence.tsx';

beforeAll(loadAllTexts);
afterEach(cleanup);

describe('the timeline', () => {
  it('[VW162] is a slider that says where the reader is and what happened there', async () => {
    const store = sessionAt('clean-commit', 2);
    await render(
      <Stand store={store} width={900}>
        <Sequence />
      </Stand>,
    );
    const slider = page.getByRole('slider', { name: 'Position in the run' });
    await expect.element(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Step 2: .+/));
    const element = slider.element();
    if (element instanceof HTMLElement) element.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(store.getState().cursor).toBe(3);
    await userEvent.keyboard('{Home}');
    expect(store.getState().cursor).toBe(0);
  });
});
