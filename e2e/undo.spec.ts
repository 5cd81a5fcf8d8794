import { expect, test, WITH_MOTION } from './test.ts';

// A browser keeps fifty entries: in a page that was used before, one more is not seen.
test.use({ ...WITH_MOTION, reuseContext: false });

const CLEAN = 'v2/half-message?do=order.half.ok.commit.return.end.msg.consume.op.offset.ack';

test.describe('undoing', () => {
  test('[X22] keeps what watching must not change, and undoes and does again what the reader did', async ({
    explorer,
    page,
  }) => {
    await explorer.show({ link: `${CLEAN}&at=4` });
    const entries = (): Promise<number> => page.evaluate(() => history.length);
    const opened = await entries();
    await explorer.toEnd();
    await explorer.toStart();
    await explorer.goTo(4);
    expect(await entries()).toBe(opened);

    // An act, going on, and another act: three entries, whatever was watched in between.
    const crash = explorer.say('step-crash', { process: explorer.own('process-order-inline') });
    await explorer.whatIf.getByRole('button', { name: crash, exact: true }).click();
    await expect(explorer.nextButton).toBeFocused();
    await explorer.next(2);
    await expect(explorer.nextButton).toContainText(
      explorer.say('step-restart', { process: explorer.own('process-order-inline') }),
    );
    await explorer.whatIf.getByRole('button', { name: explorer.say('whatif-wait'), exact: true }).click();
    await explorer.button('transport-pause').click();
    await explorer.toEnd();
    await explorer.expectVerdict('parked');
    await expect.poll(entries).toBe(opened + 3);

    await page.goBack();
    await explorer.expectPosition(7);
    await explorer.expectVerdict('pending');
    await explorer.press('Control+z');
    await explorer.expectPosition(5);
    await explorer.press('Control+z', 3);
    await explorer.expectPosition(4);
    await explorer.expectVerdict('pending');
    await expect(explorer.branches).toHaveCount(0);
    await expect
      .poll(() => explorer.link)
      .toContain('do=order.half.ok.commit.return.end.msg.consume.op.offset.ack&at=4');
    await explorer.press('Control+Shift+z');
    await explorer.expectPosition(5);
    await expect(explorer.branches.getByRole('button')).toHaveCount(1);
    await expect.poll(() => explorer.link).toContain('do=order.half.ok.commit.crash~order');
    await page.goForward();
    await explorer.expectPosition(7);

    await page.reload();
    await explorer.expectPosition(7);
    await expect(explorer.branches.getByRole('button')).toHaveCount(1);
    await explorer.press('Control+z');
    await explorer.expectPosition(7);
  });
});
