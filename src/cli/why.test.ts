import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { protocols } from '../protocols/registry.ts';
import { readLink } from '../scenario/link.ts';
import { whyCommand } from './why.ts';

const LOST = 'v2/plain-mq?do=order.commit.crash~order';

beforeAll(loadAllTexts);

describe('the command why', () => {
  it('[C60] prints labels, the point of no return and the nearest run that ends well as one JSON value', () => {
    const { status, out, complaint } = whyCommand.run([LOST, '--json']);
    const { nearest, ...told } = JSON.parse(out);
    expect([status, complaint]).toEqual([0, null]);
    expect(told).toEqual({
      protocol: 'plain-mq',
      property: 'no-lost',
      steps: [
        { step: 'order', label: 'safe' },
        { step: 'commit', label: 'safe' },
        { step: 'crash~order', label: 'doomed' },
      ],
      doomedAt: 3,
      complete: true,
    });
    expect(nearest).toMatchObject({ differsAt: 3, instead: 'send' });
    expect(readLink(protocols, nearest.link).problem).toBeNull();
  });

  it('[C61] says it in words', () => {
    expect(whyCommand.run([LOST]).out).toContain('The point of no return is step 3.');
    expect(whyCommand.run([LOST, '--lang', 'zh']).out).toContain('第 3 步之后已无法挽回。');
  });

  it.each([
    { args: [], complaint: 'The command why expects one link; it got 0.' },
    { args: ['v2/plain-mq'], complaint: 'The command why expects a link to a run; this one has no steps.' },
    { args: ['v2/plain-mq?do=order.nonsense'], complaint: 'nonsense' },
  ])('[C62] refuses what it cannot explain: $args', ({ args, complaint }) => {
    const printed = whyCommand.run(args);
    expect([printed.status, printed.out]).toEqual([2, '']);
    expect(printed.complaint).toContain(complaint);
  });
});
