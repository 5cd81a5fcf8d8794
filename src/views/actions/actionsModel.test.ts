import { describe, expect, it } from 'vitest';
import { protocols } from '../../protocols/registry.ts';
import { libraryOf } from '../../scenario/library.ts';
import { cleanSession, after, sessionAt } from '../session.testing.ts';
import { actionGroups, disabledActions, sensibleActions } from './actionsModel.ts';

const names = (state: Parameters<typeof sensibleActions>[0]): string[] =>
  sensibleActions(state).map(({ step }) => {
    if (step.kind === 'crash' || step.kind === 'restart') return `${step.kind} ${step.process}`;
    return step.kind === 'fire' ? step.kind : `${step.kind} ${step.message.type}`;
  });

describe('what can be done', () => {
  it('[VW1] lists every enabled action once, by what it is done to', () => {
    const groups = actionGroups(after(cleanSession(), 1));
    expect(groups.map(({ kind }) => kind)).toContain('messages');
    const ids = groups.flatMap(({ items }) => items.flatMap(({ actions }) => actions.map(({ id }) => id)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(groups.flatMap(({ items }) => items.flatMap(({ actions }) => actions)).every(({ enabled }) => enabled)).toBe(
      true,
    );
  });

  it('[VW1] groups what people do: outcomes, faults by their kinds, repairs', () => {
    const faults = actionGroups(cleanSession().getState()).find(({ kind }) => kind === 'faults');
    expect(faults?.items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['send-status', 'no-permission', 'put-fails']),
    );
    const discarded = actionGroups(sessionAt('group-down-until-discard', 23).getState());
    expect(discarded.find(({ kind }) => kind === 'repairs')?.items.map(({ kind }) => kind)).toEqual([
      'discarded-resumed',
    ]);
    const people = actionGroups(sessionAt('clean-commit', 3).getState()).find(({ kind }) => kind === 'people');
    expect(people?.items.map(({ key, kind }) => [key, kind])).toEqual([['producer', null]]);
  });

  it('[VW1] offers to lose the message that Next would deliver, and to crash those it concerns', () => {
    const offered = names(after(cleanSession(), 1));
    expect(offered).toEqual(expect.arrayContaining(['crash broker', 'crash order', 'drop halfMessage']));
  });

  it('[VW1] offers to restart what is down', () => {
    expect(names(sessionAt('crash-after-half', 3).getState())[0]).toBe('restart order');
  });

  it('[VW1] never offers what Next does, and never more than four things', () => {
    for (const { id, protocol, scenario } of libraryOf(protocols)) {
      for (let at = 0; at <= scenario.steps.length; at += 1) {
        const offered = sensibleActions(sessionAt(id, at, protocol).getState());
        expect(offered.length, `${id} at ${at}`).toBeLessThanOrEqual(4);
        expect(offered.map(({ step }) => step)).not.toContainEqual(scenario.steps[at]);
      }
    }
  });

  it('[VW1] keeps what is refused apart, each with its reason', () => {
    const refused = disabledActions(after(cleanSession(), 3));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ why }) => why.code.length > 0)).toBe(true);
  });
});
