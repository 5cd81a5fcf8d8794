import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { loadAllTexts } from '../../i18n/shelves.ts';
import type { SessionStore } from '../../player/session.ts';
import { sessionAt } from '../session.testing.ts';
import { Stand } from '../Stand.testing.tsx';
import { Diagram } from './Diagram.tsx';

beforeAll(loadAllTexts);
afterEach(cleanup);
afterEach(() => void delete document.documentElement.dataset['motion']);

describe('the stage', () => {
  it('[VW17] shows the boxes of the diagram, each with a button for what can be done to it', async () => {
    await open(sessionAt('clean-commit', 1));
    for (const name of ['Order service', 'Broker', 'Points service']) {
      await expect.element(page.getByRole('region', { name, exact: true })).toBeVisible();
      await expect.element(page.getByRole('button', { name: new RegExp(`^${name}:`) })).toBeVisible();
    }
  });

  it('[VW17] opens what can be done with a message, and does it', async () => {
    const store = sessionAt('clean-commit', 1);
    await open(store);
    const message = page.getByRole('button', { name: /half o1.*from .* to Broker/i });
    await message.click();
    const popover = page.getByRole('dialog');
    await expect.element(popover.getByRole('button', { name: 'Drop' })).toBeVisible();
    await popover.getByRole('button', { name: 'Deliver' }).click();
    expect(store.getState().cursor).toBe(2);
    await expect.element(popover).not.toBeInTheDocument();
  });

  it('[VW17] works by keyboard alone: Enter opens, Escape closes and gives the focus back', async () => {
    await open(sessionAt('clean-commit', 1));
    const message = page.getByRole('button', { name: /half o1/i }).first();
    await expect.element(message).toBeVisible();
    focus(message.element());
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Deliver' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(message).toHaveFocus();
  });

  it('[VW17] fires a clock and takes a choice', async () => {
    const store = sessionAt('clean-commit', 3);
    await open(store);
    await page.getByRole('button', { name: 'Commit the local transaction' }).click();
    expect(store.getState().cursor).toBe(4);
    await page.getByRole('button', { name: /^Timer “half message/ }).click();
    await page.getByRole('button', { name: 'Fire' }).click();
    expect(store.getState().steps.at(-1)).toMatchObject({ kind: 'fire', delay: 'transactionTimeOut' });
  });

  it('[VW18] acts a step out, and then rests', async () => {
    const store = sessionAt('clean-commit', 1);
    await open(store);
    store.getState().next();
    await expect.poll(() => moving().length).toBeGreaterThan(0);
    await expect.poll(() => moving().length).toBe(0);
  });

  it('[VW18] moves nothing where the reader does not want motion', async () => {
    const store = sessionAt('clean-commit', 1);
    store.getState().setMotion('reduced');
    // As the frame around the stage does.
    document.documentElement.dataset['motion'] = 'reduced';
    await open(store);
    store.getState().next();
    await expect.element(page.getByRole('button', { name: /SEND_OK/ })).toBeVisible();
    expect(document.getAnimations()).toEqual([]);
  });

  it('[VW19] puts the boxes below each other on a narrow screen, without a zoom of its own', async () => {
    await open(sessionAt('clean-commit', 1), { width: 390 });
    const top = (name: string): number =>
      page.getByRole('region', { name, exact: true }).element().getBoundingClientRect().top;
    await expect.poll(() => top('Broker') - top('Order service')).toBeGreaterThan(100);
    await comeToStage();
    expect(page.getByRole('button', { name: 'Zoom in' }).elements()).toEqual([]);
  });
});

async function open(store: SessionStore, { width = 900 }: { readonly width?: number } = {}): Promise<void> {
  await page.viewport(Math.max(width, 400), 700);
  await render(
    <Stand store={store} width={width}>
      <Diagram />
    </Stand>,
  );
  await expect.element(page.getByRole('region', { name: 'Points service', exact: true })).toBeVisible();
}

/** Waits until React Flow has taken over. */
async function comeToStage(): Promise<void> {
  globalThis.dispatchEvent(new PointerEvent('pointermove'));
  await expect.poll(() => document.querySelector('.still')).toBeNull();
}

function focus(element: Element): void {
  if (element instanceof HTMLElement) element.focus();
}

function moving(): readonly Animation[] {
  return document.getAnimations().filter(({ playState }) => playState === 'running');
}
