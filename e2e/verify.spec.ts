import { topicText } from '../src/i18n/text.ts';
import type { TextKey } from '../src/i18n/book.ts';
import { expectNoViolations } from './accessibility.ts';
import type { Explorer } from './explorer.ts';
import { expect, test } from './test.ts';

/** The panel that asks the verifier. */
function panelOf(explorer: Explorer) {
  const say = (key: TextKey<'verify'>, values = {}): string => topicText(explorer.lang, 'verify', key, values);
  const panel = explorer.page.getByRole('tabpanel');
  return {
    panel,
    question: panel.getByRole('combobox', { name: say('verify-question') }),
    ask: panel.getByRole('button', { name: say('verify-ask'), exact: true }),
    cancel: panel.getByRole('button', { name: say('verify-cancel'), exact: true }),
    show: panel.getByRole('link', { name: say('answer-show') }),
    say,
  };
}

test.describe('the verifier', () => {
  test('[X20] answers a question with its bound and count, and opens what breaks a promise on the stage', async ({
    explorer,
  }) => {
    await explorer.show({ link: 'v2/plain-mq', query: { view: 'verify' } });
    const { panel, question, ask, show, say } = panelOf(explorer);
    await question.selectOption({ label: say('ask-no-phantom') });
    await ask.click();
    await expect(
      panel.getByText(/^No: within 1 crash, 1 drop, 1 duplicate, 1 order, all [\d,]+ states were searched\.$/),
    ).toBeVisible();
    await question.selectOption({ label: say('ask-no-lost') });
    await ask.press('Enter');
    await expect(panel.getByText('Yes: 3 steps are enough.')).toBeVisible();
    await show.click();
    // What decides it is played, up to its end.
    await explorer.expectPosition(3);
    await explorer.expectVerdict('lost');
    await explorer.page.goBack();
    await expect(explorer.ledgerRow(1)).toBeHidden();
  });

  test('[X20] goes on with every other kind of mishap, names what is not tried yet, and marks an old answer as old', async ({
    explorer,
  }) => {
    await explorer.show({ link: 'v2/plain-mq', query: { view: 'verify' } });
    const { panel, question, ask, say } = panelOf(explorer);
    await question.selectOption({ label: say('ask-no-phantom') });
    await ask.click();
    await expect(panel.getByText(/^No: within 1 crash/)).toBeVisible();
    await expect(panel.getByText(/Also tried, one at a time: Message unroutable\. Tried only on/)).toBeVisible();
    await expect(panel.getByRole('progressbar')).toBeHidden();
    await question.selectOption({ label: say('ask-no-lost') });
    await expect(panel.getByText(/^To an earlier question: Can points be added without an order/)).toBeVisible();
    await expect(panel.getByText(/^No: within 1 crash/)).toBeVisible();
    await expectNoViolations(explorer.page, 'verify, with an old answer', '[role="tabpanel"]');
  });

  test('[X20] says under the timeline which steps were doomed, and leads there from the verdict', async ({
    explorer,
  }) => {
    await explorer.show({ link: 'v2/plain-mq?do=order.commit.crash~order', query: { view: 'ledger' } });
    const say = (key: TextKey<'why'>, values = {}): string => topicText(explorer.lang, 'why', key, values);
    const { page } = explorer;
    const bands = page.getByRole('list', { name: say('why-ribbon') }).getByRole('button');
    // It is worked out for a reader, and not while the page is loaded.
    await explorer.comeFor(bands.first());
    await expect(bands).toHaveText([`✓ ${say('why-safe')}`, `× ${say('why-doomed')}`]);
    await bands.first().click();
    await explorer.expectPosition(1);
    await bands.last().click();
    await page.getByRole('button', { name: say('why-doomed-at', { step: 3 }) }).click();
    await explorer.expectPosition(3);
    await expect(page.getByRole('link', { name: say('why-nearest') })).toHaveAttribute('href', /^#v2\/compare\?/);
    await expectNoViolations(page, 'a run that was lost');
  });

  test('[X20] draws under the timeline what repeats for ever, as soon as it is found and from its link alone', async ({
    explorer,
    page,
  }) => {
    await explorer.show({ link: 'v2/local-message-table?set=attempts~unlimited', query: { view: 'verify' } });
    const { panel, question, ask, show, say } = panelOf(explorer);
    await question.selectOption({ label: say('ask-exactly-once') });
    await panel.getByText(/^Bound: 1 crash/).click();
    for (const kind of ['bound-crash', 'bound-drop', 'bound-duplicate'] as const) {
      await panel.getByRole('spinbutton', { name: say(kind) }).fill('0');
    }
    await panel.getByRole('switch', { name: say('bound-fast') }).press('Space');
    await ask.click();
    await expect(panel.getByText(say('answer-loop', { from: 18, to: 20 }))).toBeVisible();
    await show.click();
    await explorer.expectPosition(20);
    const round = page.getByRole('button', {
      name: topicText(explorer.lang, 'why', 'why-round-steps', { from: 18, to: 20 }),
    });
    await round.click();
    await explorer.expectPosition(17);
    await expectNoViolations(page, 'a run that repeats for ever');
    await page.reload();
    await explorer.comeFor(round);
  });

  test('[X20] goes through everything that can happen to two orders with one fault of each kind', async ({
    explorer,
  }) => {
    await explorer.show({ link: 'v2/half-message', query: { view: 'verify' } });
    const { panel, ask, say } = panelOf(explorer);
    await panel.getByText(/^Bound: 1 crash/).click();
    await panel.getByRole('spinbutton', { name: say('bound-order') }).fill('2');
    await panel.getByRole('switch', { name: say('bound-others') }).press('Space');
    await ask.click();
    await expect(
      panel.getByText(/^No: within 1 crash, 1 drop, 1 duplicate, 2 orders, all [\d,]+ states were searched\.$/),
    ).toBeVisible();
    await expect(panel.getByText(say('answer-reduced-promises'))).toBeVisible();
  });

  test('[X20] finds the shortest run once a safeguard is left out', async ({ zhExplorer: explorer, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await explorer.show({ link: 'v2/half-message', query: { view: 'verify', theme: 'dark' } });
    const { panel, question, ask, show, say } = panelOf(explorer);
    await question.selectOption({ label: say('ask-no-duplicate') });
    await panel.getByText(say('switches-all')).click();
    await panel.getByRole('switch', { name: explorer.own('setting-dedup') }).press('Space');
    await ask.click();
    await expect(show).toBeVisible();
    await expectNoViolations(page, 'verify, answered, on a phone', '[role="tabpanel"]');
    // What decides it is played from just before, with nothing over the stage.
    await expect(show).toHaveAttribute('href', /&at=[1-9]/);
    await show.click();
    await expect(page.getByRole('tabpanel')).toHaveCount(0);
    await expect.poll(() => explorer.link).toContain('dedup~none');
    await explorer.expectPosition(Number(await explorer.slider.getAttribute('max')));
    await explorer.expectVerdict('duplicated');
  });

  test('[X20] is cancelled at once, and the page goes on', async ({ explorer, page }) => {
    await explorer.show({ link: 'v2/half-message', query: { view: 'verify' } });
    const { panel, ask, cancel, say } = panelOf(explorer);
    await panel.getByText(/^Bound: 1 crash/).click();
    for (const kind of ['bound-crash', 'bound-drop', 'bound-duplicate'] as const) {
      await panel.getByRole('spinbutton', { name: say(kind) }).fill('3');
    }
    await ask.click();
    await expect(panel.getByRole('progressbar')).toBeVisible();
    await explorer.next();
    await explorer.expectPosition(1);
    await cancel.click();
    await expect(panel.getByText(say('answer-cancelled'), { exact: true })).toBeVisible();
    await expect(panel.getByRole('progressbar')).toBeHidden();
    await expectNoViolations(page, 'verify, opened and cancelled', '[role="tabpanel"]');
  });

  test('[X20] says why a numbered step is there: what breaks without it', async ({ explorer, page }) => {
    await explorer.show({ link: 'v2/half-message?do=order' });
    await page.getByRole('button', { name: explorer.say('story-why') }).click();
    const { panel, show } = panelOf(explorer);
    await expect(panel.getByRole('heading', { name: 'Why is step 1 needed?' })).toBeVisible();
    await panel.getByRole('button', { name: /Plain MQ\. Can points be added without an order\? yes/ }).click();
    await expectNoViolations(page, 'verify, why', '[role="tabpanel"]');
    await show.click();
    await expect.poll(() => explorer.link).toContain('v2/plain-mq');
    await explorer.expectPosition(Number(await explorer.slider.getAttribute('max')));
    await explorer.expectVerdict('phantom');
  });
});
