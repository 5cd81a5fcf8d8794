import { describe, expect, it } from 'vitest';
import { after, cleanSession, sessionAt } from '../session.testing.ts';
import { processViews, shortText, stateName } from './stateModel.ts';

describe('the state panel', () => {
  it('[V3] shows every process with its roles, their states and their timers', () => {
    const views = processViews(after(cleanSession(), 1));
    expect(views.map(({ process }) => process)).toEqual(['order', 'order-db', 'broker', 'points']);
    const producer = views[0]?.roles.find(({ role }) => role === 'producer');
    expect(producer?.value).not.toBe('');
    expect(producer?.timers.every(({ inMs }) => inMs >= 0)).toBe(true);
  });

  it('[V3] shows what survived while a process is down', () => {
    const views = processViews(sessionAt('crash-after-half', 3).getState());
    const order = views.find(({ process }) => process === 'order');
    expect(order?.isCrashed).toBe(true);
  });

  it('[V3] names nested states with dots and parallel ones with a plus', () => {
    expect(stateName({ sending: 'waiting' })).toBe('sending.waiting');
    expect(stateName({ work: { sending: 'waiting' }, checks: {} })).toBe('work.sending.waiting + checks');
  });

  it('[V3] writes data as a person would', () => {
    expect(shortText({ tx: 'o1', offsets: [1, 2], prepared: null })).toBe('{tx: o1, offsets: [1, 2], prepared: –}');
  });
});
