import { describe, expect, it } from 'vitest';
import { code } from '../../protocols/half-message/code.ts';
import { halfMessage } from '../../protocols/half-message/protocol.ts';
import { checkerAddress, readChecker, type CheckerPage } from '../../scenario/trialAddress.ts';
import type { Line } from '../code/codeModel.ts';
import { hunksOf } from './changeModel.ts';
import { changed, changesOf, mendingOf, questionsOf, verdictAhead, verdictOf } from './checkerModel.ts';
import decided from './decided.gen.json' with { type: 'json' };
import { decidedAhead, isUndecided, read, tallyOf, write, type Decided } from './decided.ts';
import {
  checksOf,
  everyShape,
  FORM,
  formIn,
  formOf,
  isAsked,
  optionsOf,
  pageOf,
  panelSettings,
  settingsFor,
  shapeKey,
  type Form,
} from './shape.ts';

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
    const late = form(['check-reads', 'late-status'], ['producers', '2'], ['check-group', 'own-databases']);
    expect(formIn(panelSettings(halfMessage, late))).toEqual(late);
  });

  it('[VW154] has nothing of its own before it was asked', () => {
    expect(verdictOf(questionsOf(halfMessage, form(), 'usual'), new Map())).toEqual({ kind: 'asking', report: null });
  });

  it('[VW155] has an answer about every shape of the form, and knows a shape by what makes a difference', () => {
    const shapes = everyShape(halfMessage);
    expect(decided.shapes).toHaveLength(shapes.length);
    expect(new Set(shapes.map(shapeKey)).size).toBe(shapes.length);
    expect(shapes[0]).toEqual(form());
    // one of a group is asked, however many there are
    expect(formIn({ ...settingsFor(halfMessage, form()), producers: '3' })).toEqual(form(['producers', '2']));
    expect(shapes.some(({ producers }) => producers === '3')).toBe(false);
    expect(shapeKey(form(['check-group', 'two-businesses']))).toBe(shapeKey(form()));
    const { breaks, impossible, undecided } = tallyOf(halfMessage);
    expect(breaks + impossible + undecided.length).toBe(shapes.length);
    expect(impossible).toBeGreaterThan(10);
    expect(verdictAhead(halfMessage, form()).kind).toBe('impossible');
    expect(decidedAhead(halfMessage, form(['check-running', 'unnoticed']))).toMatchObject({ promise: 'no-lost' });
  });

  it('[VW155] writes an answer as it is read', () => {
    const runs = ['order', 'order.half'];
    const answers: readonly Decided[] = [
      { kind: 'breaks', promise: 'no-phantom', run: 'order.half' },
      {
        kind: 'searched',
        network: { states: 12, isOpen: false },
        crash: { states: 250_001, isOpen: true },
        isFar: false,
      },
      { kind: 'searched', network: { states: 12, isOpen: true }, crash: { states: 7, isOpen: false }, isFar: true },
      { kind: 'searched', network: { states: 12, isOpen: false }, crash: { states: 7, isOpen: false }, isFar: true },
    ];
    expect(answers.map((answer) => read(write(answer, runs), runs))).toEqual(answers);
    expect(answers.map(isUndecided)).toEqual([false, true, true, false]);
  });

  it('[VW153] finds the smallest change that makes it impossible, the cheapest first', () => {
    const shape = form(['check-running', 'unnoticed']);
    expect(mendingOf(halfMessage, shape)?.change).toEqual([['check-running', 'unknown']]);
    expect(changesOf(shape).slice(0, 2)).toEqual([[['check-running', 'unknown']], [['check-missing', 'unknown']]]);
    const twoWrong = form(['check-running', 'unnoticed'], ['check-exception', 'rollback']);
    const mending = mendingOf(halfMessage, twoWrong);
    expect(mending?.change).toHaveLength(2);
    expect(verdictAhead(halfMessage, changed(twoWrong, mending?.change ?? [])).kind).toBe('impossible');
  });

  it('[VW158] shows a change in the code of both clients', () => {
    const all = form(
      ['check-reads', 'memory'],
      ['check-running', 'unnoticed'],
      ['check-exception', 'commit'],
      ['producers', '2'],
      ['check-group', 'two-businesses'],
    );
    const seen = (name: string, value: string, flavour: string): number => {
      const shape = name === 'check-purge' ? { ...all, 'check-reads': 'log-row', 'check-purge': 'early' } : all;
      const [from, to] = [shape, { ...shape, [name]: value }].map((one) => panelSettings(halfMessage, one));
      return from === undefined || to === undefined ? 0 : hunksOf(code, flavour, { from, to }, 'en').length;
    };
    const told = (shape: Form, flavour: string) => {
      const change = mendingOf(halfMessage, shape)?.change ?? [];
      const [from, to] = [shape, changed(shape, change)].map((one) => panelSettings(halfMessage, one));
      if (from === undefined || to === undefined) throw new Error('Expected two shapes.');
      const lines = hunksOf(code, flavour, { from, to }, 'en').flatMap((hunk) => hunk.lines);
      const textsOf = (...changes: readonly Line['change'][]) =>
        lines
          .filter(({ change: kind }) => changes.includes(kind))
          .map(({ pieces }) =>
            pieces
              .map(([, piece]) => piece)
              .join('')
              .trim(),
          );
      return { before: textsOf('removed'), after: textsOf('wrong', 'other') };
    };
    for (const flavour of ['remoting', 'client']) {
      const careful = told(form(['check-running', 'unnoticed']), flavour);
      expect(careful.before.join()).toContain('no row is not no order');
      expect(careful.after.join()).toContain('running.contains(id)');
      const thrown = told(form(['check-exception', 'commit']), flavour);
      expect([thrown.before.join().includes('COMMIT'), thrown.after.join().includes('UNKNOW')]).toEqual([true, true]);
    }
    // Whatever the smallest change may be, it can be seen.
    for (const flavour of ['remoting', 'client'])
      for (const [name, value] of changesOf(form(['check-reads', 'memory'], ['check-running', 'unnoticed'])).flat())
        expect(seen(name, value, flavour), `${name} ${value} ${flavour}`).toBeGreaterThan(0);
    for (const flavour of ['remoting', 'client']) {
      expect(seen('check-group', 'shared', flavour)).toBeGreaterThan(0);
      expect(seen('check-purge', 'kept', flavour)).toBeGreaterThan(0);
      expect(seen('check-exception', 'unknown', flavour)).toBeGreaterThan(0);
    }
  });
});
