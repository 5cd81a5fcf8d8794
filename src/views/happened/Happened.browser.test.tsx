import { flushSync } from 'react-dom';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { AfterPaint } from '../../player/AfterPaint.tsx';
import { sessionAt } from '../session.testing.ts';
import { Stand } from '../Stand.testing.tsx';
import { Happened } from './Happened.tsx';
import { happenedOf } from './happenedModel.ts';
import { Now } from './Now.tsx';

beforeAll(loadAllTexts);
afterEach(cleanup);

describe('what happened, told after the paint', () => {
  it('[VW8] follows a step that is already shown, and leads back to the step before', async () => {
    const store = sessionAt('clean-commit', 1);
    await render(
      <Stand store={store} width={400}>
        <Now />
        <AfterPaint>
          <Happened />
        </AfterPaint>
      </Stand>,
    );
    const first = happenedOf(store.getState(), 'en').headline;
    await expect.poll(() => textOf('.happened-current b')).toBe(first);
    flushSync(() => store.getState().next());
    const second = happenedOf(store.getState(), 'en').headline;
    expect(second).not.toBe(first);
    expect(textOf('.now p')).toBe(second);
    expect(textOf('.happened-current b')).toBe(first);
    await expect.poll(() => textOf('.happened-current b')).toBe(second);
    await page.getByText(first).click();
    expect(store.getState().cursor).toBe(1);
  });
});

function textOf(selector: string): string | null | undefined {
  return document.querySelector(selector)?.textContent;
}
