import { expect, test } from './test.ts';

const CLEAN = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume.op.offset.ack';

test.describe('forks', () => {
  test('[X4] keeps the old future when somebody acts in the past, and returns to it', async ({ explorer, page }) => {
    await explorer.open({ link: CLEAN });
    await explorer.goTo(3);
    await expect(explorer.branches).toHaveCount(0);
    await explorer.whatIf.getByRole('button', { name: explorer.own('choice-rollback'), exact: true }).click();
    await explorer.expectPosition(4);
    await explorer.runOn();
    await expect(explorer.ledgerRow(1)).toContainText(explorer.say('order-aborted'));
    await explorer.expectVerdict('consistent');

    const wayBack = explorer.branches.getByRole('button', { name: explorer.say('branch-return', { at: 3, count: 8 }) });
    await wayBack.click();
    await explorer.expectPosition(3);
    await explorer.goTo(11);
    await expect(explorer.ledgerRow(1)).toContainText(explorer.say('order-committed'));
    await expect(explorer.ledgerRow(1)).toContainText(explorer.say('ledger-points', { points: 1 }));
    // The other future is kept now.
    await expect(explorer.branches.getByRole('button')).toHaveCount(1);
    await expect.poll(() => explorer.link).toContain('do=order.half.ok.commit.return.end.msg');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('[X4] does not fork when the reader does what was recorded anyway', async ({ explorer }) => {
    await explorer.open({ link: CLEAN });
    await explorer.goTo(1);
    await explorer.choose(explorer.packets(), 'action-deliver');
    await explorer.expectPosition(2);
    await expect(explorer.branches).toHaveCount(0);
    await explorer.toEnd();
    await explorer.expectPosition(11);
  });
});
