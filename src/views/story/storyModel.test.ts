import { describe, expect, it } from 'vitest';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { after, cleanSession, sessionAt } from '../session.testing.ts';
import { storyOf } from './storyModel.ts';

await loadAllTexts();

const statuses = (state: Parameters<typeof storyOf>[0]): string =>
  storyOf(state, 'en')
    .stages.map(({ status }) => status[0])
    .join('');

describe('the story', () => {
  it('[VW7] has nine steps of which the last two are safety nets', () => {
    const { stages, order } = storyOf(cleanSession().getState(), 'zh');
    expect(stages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(stages.filter(({ isSafetyNet }) => isSafetyNet).map(({ number }) => number)).toEqual([8, 9]);
    expect(order).toBe('o1');
  });

  it('[VW7] follows the run: reached, current, ahead', () => {
    const store = cleanSession();
    expect(statuses(store.getState())).toBe('aaaaaaaaa');
    expect(statuses(after(store, 1))).toBe('caaaaaaaa');
    store.getState().toEnd();
    expect(statuses(store.getState())).toBe('rrrrrrcaa');
  });

  it('[VW7] knows the frame that every step of the recorded run is reached in', () => {
    const { stages } = storyOf(cleanSession().getState(), 'en');
    const frames = stages.map(({ frame }) => frame);
    expect(frames.slice(0, 7).every((frame) => frame !== null && frame > 0)).toBe(true);
    expect(frames.slice(7)).toEqual([null, null]);
  });

  it('[VW7] shows the check as reached once the broker has asked', () => {
    const { stages } = storyOf(sessionAt('end-transaction-lost').getState(), 'en');
    expect(stages.find(({ number }) => number === 8)?.status).not.toBe('ahead');
  });

  it('[VW7] has seven steps in the internals', () => {
    expect(storyOf(cleanSession({ zoom: 'internals' }).getState(), 'en').stages).toHaveLength(7);
  });
});
