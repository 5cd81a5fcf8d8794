import { problemText } from '../src/i18n/problem.ts';
import { protocols } from '../src/protocols/registry.ts';
import { readLink } from '../src/scenario/link.ts';
import { expect, test } from './test.ts';

interface Broken {
  readonly name: string;
  readonly link: string;
  /** How many steps of it can be replayed. */
  readonly position: number;
}

const BROKEN: readonly Broken[] = [
  { name: 'foreign', link: '/docs/getting-started', position: 0 },
  { name: 'an anchor', link: 'introduction', position: 0 },
  { name: 'newer', link: 'v9/half-message?do=order.half', position: 0 },
  { name: 'an unknown protocol', link: 'v1/three-phase-commit?do=order', position: 0 },
  { name: 'an unknown setting', link: 'v1/half-message?set=colour~red&do=order.half', position: 2 },
  { name: 'an impossible value', link: 'v1/half-message?set=check-max~9999&do=order.half', position: 2 },
  { name: 'a bad step', link: 'v1/half-message?do=order.half.explode.commit', position: 2 },
  { name: 'a step that is refused', link: 'v1/half-message?do=order.half.ok.restart~order.commit', position: 3 },
  { name: 'a step of another time', link: 'v1/half-message?do=commit', position: 0 },
  { name: 'a wrong checksum', link: 'v1/half-message?do=order.half&h=0000', position: 2 },
  { name: 'a position that is not there', link: 'v1/half-message?do=order.half&at=77', position: 2 },
  { name: 'too many steps', link: `v1/half-message?do=order.${'dup~half.'.repeat(12)}dup~half~x900`, position: 300 },
  { name: 'too long', link: `v1/half-message?do=order.half${'.dup~ok'.repeat(900)}`, position: 300 },
];

const HOSTILE: readonly string[] = [
  'javascript:window.hacked=1',
  '"><img src=x onerror=window.hacked=1>',
  'v1/half-message?do=order.<img src=x onerror=window.hacked=1>',
  'v1/half-message?do=order.%3Cscript%3Ewindow.hacked=1%3C/script%3E',
  'v1/half-message?set=__proto__~hacked&do=order',
  'v1/__proto__?do=constructor.prototype',
  'v1/constructor?set=toString~1&do=hasOwnProperty',
  'v1/half-message?__proto__[hacked]=1&constructor[prototype][hacked]=1&do=order',
  'v1/half-message?do=__proto__.constructor~__proto__',
  'v1/half-message?do=order&at=__proto__&h=constructor',
  `v1/half-message?do=${'%25'.repeat(1200)}`,
  'v1/half-message?do=order.%E0%A4%A.\u202e\u0000',
];

test.describe('broken links', () => {
  for (const part of [0, 1]) {
    const broken = BROKEN.filter((_, index) => index % 2 === part);
    const names = broken.map(({ name }) => name).join(', ');

    test(`[X7] opens a working page and says in one sentence what is wrong: ${names}`, async ({ explorer, page }) => {
      for (const { name, link, position } of broken) {
        await test.step(name, async () => {
          const { problem } = readLink(protocols, link);
          if (problem === null) throw new Error(`Expected a problem with ${link}.`);
          await page.goto('about:blank');
          await explorer.open({ link });
          await expect(explorer.problem).toContainText(problemText('en', 'half-message', problem));
          await explorer.expectPosition(position);
          if (!(await explorer.nextButton.isDisabled())) {
            await explorer.next();
            await explorer.expectPosition(position + 1);
          }
          await explorer.button('page-dismiss').click();
          await expect(explorer.problem).toHaveCount(0);
        });
      }
    });
  }

  test('[X7] runs nothing that a hostile link brings', async ({ explorer, page }) => {
    for (const link of HOSTILE) {
      await test.step(link.slice(0, 60), async () => {
        await page.goto('about:blank');
        await explorer.open({ link });
        await explorer.next();
        expect(
          await page.evaluate(() => ({
            hacked: 'hacked' in window || 'hacked' in {},
            images: document.images.length,
            scripts: [...document.scripts].filter(({ text }) => text.includes('hacked')).length,
            links: [...document.links].filter(({ protocol }) => protocol === 'javascript:').length,
          })),
        ).toEqual({ hacked: false, images: 0, scripts: 0, links: 0 });
      });
    }
  });

  test('[X7] reads what chats and browsers do to a link', async ({ explorer }) => {
    await explorer.open({ link: 'v1/half-message?do=order.half.ok&at=2&appinstall=0' });
    await explorer.expectPosition(2);
    await explorer.follow(encodeURIComponent('v1/half-message?do=order.half.ok&at=1'));
    await explorer.expectPosition(1);
    await explorer.follow('V1/half-message?do=order.half.ok'.toLowerCase());
    await explorer.expectPosition(3);
    await expect(explorer.problem).toHaveCount(0);
  });

  test('[X7] tells a link that is broken while the page is open, and keeps the page', async ({ explorer }) => {
    await explorer.open();
    await explorer.follow('v1/half-message?do=order.half.explode');
    await expect(explorer.problem).toContainText('explode');
    await explorer.expectPosition(2);
    await explorer.follow('v1/half-message?do=order.half.ok');
    await expect(explorer.problem).toHaveCount(0);
    await explorer.expectPosition(3);
  });
});
