import { beforeAll, describe, expect, it } from 'vitest';
import { loadBothLanguages } from '../../i18n/both.ts';
import { LANGS } from '../../i18n/text.ts';
import { loadTopic } from '../../i18n/topics.ts';
import { protocols } from '../../protocols/registry.ts';
import { emptyScenario } from '../../scenario/scenario.ts';
import { cleanSession, sessionAt } from '../session.testing.ts';
import { compareLinkOf, shareOf } from './shareModel.ts';

loadBothLanguages();
beforeAll(() => Promise.all(LANGS.map((lang) => loadTopic(lang, 'share'))));

const address = { origin: 'https://example.org', pathname: '/halfway/' };

describe('sharing', () => {
  it('[V4] gives the link, its Markdown and the code to embed it', () => {
    const share = shareOf(address, 'v1/half-message?do=order&h=3f9a', 'A [tricky] "run"', 'en');
    expect(share.url).toBe('https://example.org/halfway/#v1/half-message?do=order&h=3f9a');
    expect(share.characters).toBe(share.url.length);
    expect(share.markdown).toBe(String.raw`[A \[tricky\] "run"](${share.url})`);
    expect(share.embed).toContain(
      '<iframe src="https://example.org/halfway/?embed=1&amp;lang=en#v1/half-message?do=order&amp;h=3f9a"',
    );
    expect(share.embed).toContain('title="Halfway: A [tricky] &quot;run&quot;"');
  });

  it('[V4] says when a link gets long', () => {
    expect(shareOf(address, 'x'.repeat(2_000), 'A', 'zh').isLong).toBe(true);
    expect(shareOf(address, 'x'.repeat(200), 'A', 'zh').isLong).toBe(false);
  });

  it('[V4] links to the file when the page was opened from a disk', () => {
    expect(shareOf({ origin: 'null', pathname: '/tmp/halfway.html' }, 'v1/half-message', 'A', 'en').url).toBe(
      'file:///tmp/halfway.html#v1/half-message',
    );
  });

  it('[V4] leads to this run beside the undisturbed one at the same settings', () => {
    const run = 'order.half.ok.rollback.return.end.op';
    expect(compareLinkOf(sessionAt('rollback').getState())).toBe(
      `v1/compare?a=half-message&ado=${run}&b=half-message&fault=none`,
    );
    expect(compareLinkOf(cleanSession({ scenario: emptyScenario(protocols[0]) }).getState())).toBe(
      'v1/compare?a=half-message&b=half-message&fault=none',
    );
  });
});
