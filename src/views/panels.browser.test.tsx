import type { ReactNode } from 'react';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import { loadAllTexts } from '../i18n/shelves.ts';
import { AfterPaint } from '../player/AfterPaint.tsx';
import { Actions } from './actions/Actions.tsx';
import { Knows } from './knows/Knows.tsx';
import { sessionAt } from './session.testing.ts';
import { Stand } from './Stand.testing.tsx';
import { State } from './state/State.tsx';
import { WhyNot } from './whynot/WhyNot.tsx';

beforeAll(loadAllTexts);
afterEach(cleanup);

/** A run in which every party moves, a process dies and comes back, and one order follows another. */
const RUN = 'crash-after-local-commit';

const PANELS: readonly { readonly name: string; readonly content: () => ReactNode; readonly root: string }[] = [
  { name: 'actions', content: () => <Actions />, root: '.actions' },
  { name: 'state', content: () => <State />, root: '.state' },
  { name: 'who knows what', content: () => <Knows />, root: '.knows' },
  { name: 'why not', content: () => <WhyNot />, root: '.whynot' },
];

describe('a panel that leaves alone what a step has not changed', () => {
  for (const { name, content, root } of PANELS) {
    it(`[VW163] says at every step what it says when it is opened there: ${name}`, async () => {
      const store = sessionAt(RUN, 0);
      const { length } = store.getState().steps;
      const anew: string[] = [];
      for (let at = 0; at <= length; at += 1) {
        const opened = await render(<Panel at={at}>{content()}</Panel>);
        anew.push(await settled(root));
        await opened.unmount();
      }
      expect(new Set(anew).size).toBeGreaterThan(length / 2);
      await render(
        <Stand store={store} width={500}>
          <Suspense>
            <AfterPaint>{content()}</AfterPaint>
          </Suspense>
        </Stand>,
      );
      // There and back: what was left alone on the way must not stay.
      for (const at of [...anew.keys(), ...[...anew.keys()].toReversed()]) {
        store.getState().goTo(at);
        await expect.poll(() => written(root), { timeout: 4_000, message: `${name} at step ${at}` }).toBe(anew[at]);
      }
    });
  }
});

function Panel({ at, children }: { readonly at: number; readonly children: ReactNode }) {
  return (
    <Stand store={sessionAt(RUN, at)} width={500}>
      <Suspense>{children}</Suspense>
    </Stand>
  );
}

async function settled(root: string): Promise<string> {
  await expect.poll(() => document.querySelector(root)?.textContent, { timeout: 4_000 }).toBeTruthy();
  return written(root);
}

/** What stands there, but for the names that React gives by turns, and how far things are scrolled. */
function written(root: string): string {
  return lines(document.querySelector(root)).join('\n');
}

function lines(node: Node | null): readonly string[] {
  if (!(node instanceof Element)) return [node?.textContent ?? ''];
  const attributes = [...node.attributes]
    .map(({ name, value }) => `${name}=${value}`.replaceAll(/ ?translate: [^;]*;|_r_\w+_/g, ''))
    .filter((attribute) => attribute !== 'style=')
    .toSorted();
  return [`${node.localName} ${attributes.join(' ')}`, ...[...node.childNodes].flatMap(lines)];
}
