/** Links that are wrong, and links that mean harm; the second tier opens every one of them in a page of its own. */
import { expect, type Page } from '@playwright/test';
import { problemText } from '../src/i18n/problem.ts';
import { protocols } from '../src/protocols/registry.ts';
import { readLink } from '../src/scenario/link.ts';
import type { Explorer } from './explorer.ts';

export interface Broken {
  readonly name: string;
  readonly link: string;
  /** How many steps of it can be replayed. */
  readonly position: number;
}

export const BROKEN: readonly Broken[] = [
  { name: 'foreign', link: '/docs/getting-started', position: 0 },
  { name: 'an anchor', link: 'introduction', position: 0 },
  { name: 'newer', link: 'v9/half-message?do=order.half', position: 0 },
  { name: 'an unknown protocol', link: 'v2/three-phase-commit?do=order', position: 0 },
  { name: 'an unknown setting', link: 'v2/half-message?set=colour~red&do=order.half', position: 2 },
  { name: 'an impossible value', link: 'v2/half-message?set=check-max~9999&do=order.half', position: 2 },
  { name: 'a bad step', link: 'v2/half-message?do=order.half.explode.commit', position: 2 },
  { name: 'a step that is refused', link: 'v2/half-message?do=order.half.ok.restart~order.commit', position: 3 },
  { name: 'a step of another time', link: 'v2/half-message?do=commit', position: 0 },
  { name: 'a wrong checksum', link: 'v2/half-message?do=order.half&h=0000', position: 2 },
  { name: 'a position that is not there', link: 'v2/half-message?do=order.half&at=77', position: 2 },
  { name: 'too many steps', link: `v2/half-message?do=order.${'dup~half.'.repeat(12)}dup~half~x900`, position: 300 },
  { name: 'too long', link: `v2/half-message?do=order.half${'.dup~ok'.repeat(900)}`, position: 300 },
];

export const HOSTILE: readonly string[] = [
  'javascript:window.hacked=1',
  '"><img src=x onerror=window.hacked=1>',
  'v2/half-message?do=order.<img src=x onerror=window.hacked=1>',
  'v2/half-message?do=order.%3Cscript%3Ewindow.hacked=1%3C/script%3E',
  'v2/half-message?set=__proto__~hacked&do=order',
  'v2/__proto__?do=constructor.prototype',
  'v2/constructor?set=toString~1&do=hasOwnProperty',
  'v2/half-message?__proto__[hacked]=1&constructor[prototype][hacked]=1&do=order',
  'v2/half-message?do=__proto__.constructor~__proto__',
  'v2/half-message?do=order&at=__proto__&h=constructor',
  `v2/half-message?do=${'%25'.repeat(1200)}`,
  'v2/half-message?do=order.%E0%A4%A.\u202e\u0000',
];

/** What can be read of a link stands there, with a sentence about the rest: only then is it the turn of a click. */
async function expectOpened(explorer: Explorer, link: string): Promise<void> {
  const { at, problem } = readLink(protocols, link);
  await (problem === null
    ? expect(explorer.problem).toHaveCount(0)
    : expect(explorer.problem).toContainText(problemText('en', 'half-message', problem)));
  await explorer.expectPosition(at);
}

/** One sentence says what is wrong, and the page works. */
export async function expectBroken(explorer: Explorer, { link, position }: Broken): Promise<void> {
  const { problem } = readLink(protocols, link);
  if (problem === null) throw new Error(`Expected a problem with ${link}.`);
  await expect(explorer.problem).toContainText(problemText('en', 'half-message', problem));
  await explorer.expectPosition(position);
  if (!(await explorer.nextButton.isDisabled())) {
    await explorer.next();
    await explorer.expectPosition(position + 1);
  }
  await explorer.button('page-dismiss').click();
  await expect(explorer.problem).toHaveCount(0);
}

/** The page opens, goes on, and nothing of the link has become a part of it. */
export async function expectHarmless(explorer: Explorer, page: Page, link: string): Promise<void> {
  await expectOpened(explorer, link);
  await explorer.next();
  // What the page writes stands in the place of what came.
  await expect.poll(() => explorer.link).toMatch(/^v\d+\/[a-z-]+\?do=[a-z~.-]+&/);
  expect(
    await page.evaluate(() => ({
      hacked: 'hacked' in window || 'hacked' in {},
      images: document.images.length,
      scripts: [...document.scripts].filter(({ text }) => text.includes('hacked')).length,
      links: [...document.links].filter(({ protocol }) => protocol === 'javascript:').length,
    })),
  ).toEqual({ hacked: false, images: 0, scripts: 0, links: 0 });
}
