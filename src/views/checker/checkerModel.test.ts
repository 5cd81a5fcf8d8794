import { describe, expect, it } from 'vitest';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import { checkerAddress, readChecker, type CheckerPage } from '../../scenario/trialAddress.ts';
import {
  checksOf,
  formOf,
  isAsked,
  mendingOf,
  optionsOf,
  pageOf,
  questionsOf,
  settingsFor,
  verdictOf,
  FORM,
} from './checkerModel.ts';

const form = (...answers: readonly (readonly [string, string])[]) =>
  formOf(halfMessage, { answers: answers.map(([name, value]) => ({ name, value })) });

describe('is my checker right', () => {
  it('[VW150] holds the form in its address, leaves defaults out, and ignores what is no answer', () => {
    const asked = form(['check-missing', 'commit'], ['producers', '2'], ['check-reads', 'tea'], ['dedup', 'none']);
    const page: CheckerPage = pageOf(asked);
    expect(page.answers).toEqual([
      { name: 'check-missing', value: 'commit' },
      { name: 'producers', value: '2' },
    ]);
    expect(checkerAddress(page)).toBe('v2/checker?set=check-missing~commit.producers~2');
    expect(readChecker(checkerAddress(page))).toEqual(page);
    expect(formOf(halfMessage, page)).toEqual(asked);
  });

  it('[VW151] asks what makes a difference only, about a setting of the model each', () => {
    for (const name of FORM) expect(optionsOf(halfMessage, name).length).toBeGreaterThan(1);
    expect(isAsked(form(), 'check-group')).toBe(false);
    expect(isAsked(form(['producers', '2']), 'check-group')).toBe(true);
    expect(isAsked(form(['check-reads', 'memory']), 'check-purge')).toBe(false);
    expect(checksOf(form(['check-grace', 'two-checks']))).toBe(3);
    expect(settingsFor(halfMessage, form(['check-group', 'two-businesses']))).toMatchObject({
      'check-group': 'as-named',
    });
  });

  it('[VW154] says nothing before it was asked', () => {
    const questions = questionsOf(halfMessage, form());
    expect(verdictOf(questions, new Map())).toEqual({ kind: 'asking', report: null });
    expect(mendingOf(halfMessage, form(['check-missing', 'commit']), new Map()).next.length).toBe(2);
  });
});
