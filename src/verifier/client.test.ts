import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { defaultSettings } from '../scenario/settings.ts';
import { createVerifier } from './client.ts';
import { Reply } from './messages.ts';
import { openPortions, type OpenPlace } from './places.ts';
import type { Question, Report } from './question.ts';

const LOST: Question = {
  protocol: 'plain-mq',
  settings: defaultSettings(plainMq),
  faults: { crash: 1, drop: 0, duplicate: 0 },
  orders: 1,
  properties: ['no-lost'],
  reduction: 'none',
  statesMax: 10_000,
  stopsEarly: true,
};

/** A place in which nothing is ever answered; `closed` counts how often it was ended. */
function silentPlace() {
  const seen = { sent: [] as number[], closed: 0 };
  const open: OpenPlace = () => ({
    send: ({ id }) => seen.sent.push(id),
    close: () => {
      seen.closed += 1;
    },
  });
  return { seen, open };
}

describe('asking the verifier', () => {
  it('[W1] answers with the report, in the order in which it was asked', async () => {
    const { ask } = createVerifier([openPortions]);
    const order: string[] = [];
    const lost = ask(LOST).answer.then((answer) => (order.push('lost'), answer));
    const phantom = ask({ ...LOST, properties: ['no-phantom'] }).answer.then(
      (answer) => (order.push('phantom'), answer),
    );
    const verdicts = (await Promise.all([lost, phantom])).map((answer) =>
      answer.kind === 'report' ? answer.report.findings.map(({ id, verdict }) => `${id} ${verdict}`) : answer,
    );
    expect(verdicts).toEqual([['no-lost violated'], ['no-phantom holds']]);
    expect(order).toEqual(['lost', 'phantom']);
  });

  it('[W2] cancels at once: what runs is ended, what waits is asked next', async () => {
    const { seen, open } = silentPlace();
    const { ask } = createVerifier([open]);
    const [running, waiting, last] = [ask(LOST), ask(LOST), ask(LOST)];
    waiting.cancel();
    running.cancel();
    running.cancel();
    expect(await Promise.all([running.answer, waiting.answer])).toEqual([{ kind: 'cancelled' }, { kind: 'cancelled' }]);
    expect(seen).toEqual({ sent: [1, 3], closed: 1 });
    last.cancel();
    expect(seen.closed).toBe(2);
  });

  it('[W3] goes on in portions on the page where no worker can start', async () => {
    const forbidden: OpenPlace = () => {
      throw new Error('no workers here');
    };
    const deadOnArrival: OpenPlace = ({ broke }) => ({ send: () => broke('no script'), close: () => {} });
    const { ask } = createVerifier([forbidden, deadOnArrival, openPortions]);
    expect(await ask(LOST).answer).toMatchObject({ kind: 'report' });
  });

  it('[W4] answers with what a search that breaks has said, and then with the next one', async () => {
    const breaking: OpenPlace = ({ replied, broke }) => ({
      send: ({ id }) => {
        replied({ kind: 'ready' });
        if (id === 1) broke('out of memory');
        else replied({ kind: 'failed', id, reason: 'no such role' });
      },
      close: () => {},
    });
    const { ask } = createVerifier([breaking, openPortions]);
    const answers = await Promise.all([ask(LOST).answer, ask(LOST).answer]);
    expect(answers).toEqual([
      { kind: 'failed', reason: 'out of memory' },
      { kind: 'failed', reason: 'no such role' },
    ]);
  });

  it('[W5] tells what is known so far while it searches', async () => {
    const told: string[] = [];
    const telling: OpenPlace = ({ replied }) => ({
      send: ({ id }) => {
        const report: Report = {
          states: 7,
          generated: 9,
          depth: 2,
          complete: false,
          stoppedBy: null,
          bytes: 1_000,
          bytesPerState: 60,
          reduction: 'none',
          leftOut: [],
          alone: [],
          asking: null,
          findings: [],
        };
        replied({ kind: 'progress', id, report });
        replied({ kind: 'answer', id, report: { ...report, complete: true } });
      },
      close: () => {},
    });
    const answer = await createVerifier([telling]).ask(LOST, ({ states }) => told.push(`${states} states`)).answer;
    expect(told).toEqual(['7 states']);
    expect(answer).toMatchObject({ kind: 'report', report: { complete: true } });
  });

  it('[W6] reads what a worker writes, and nothing else', async () => {
    const answer = await createVerifier([openPortions]).ask(LOST).answer;
    const report = answer.kind === 'report' ? answer.report : null;
    const reply = { kind: 'answer', id: 1, report };
    expect(v.parse(Reply, structuredClone(reply))).toEqual(reply);
    const run = [{ kind: 'deliver', from: 'a', to: 'b', message: { type: 'x', call: () => {} } }];
    const [finding] = report?.findings ?? [];
    const odd = { ...reply, report: { ...report, findings: [{ ...finding, run }] } };
    expect([odd, { kind: 'answer', id: 1 }, 'ready', null].map((other) => v.is(Reply, other))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
