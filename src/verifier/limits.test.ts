/** Limits of the search itself are checked, and named. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../engine/engine.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { answered, ONE_EACH, SMALL } from './explore.testing.ts';
import { explore } from './explore.ts';
import { propertiesOf } from './properties.ts';
import { EVERYTHING, spaceOf } from './space.ts';

function stoppedAt(placesMax: number) {
  const model = plainMq.model({});
  const search = explore({
    engine: createEngine(model),
    ledger: (world) => plainMq.ledger(world, model.settings),
    properties: propertiesOf(plainMq),
    faults: ONE_EACH,
    orders: 1,
    reduction: 'none',
    kept: { ...EVERYTHING, placesMax },
    statesMax: 100_000,
    stopsEarly: false,
  });
  while (search.advance(100));
  return search.report();
}

describe('what a search cannot hold', () => {
  it('[V51] ends it where no more decisions can be remembered: then nothing is called impossible', () => {
    const { complete, stoppedBy, findings } = stoppedAt(100);
    expect([complete, stoppedBy]).toEqual([false, 'places']);
    const decided = findings.filter(({ verdict }) => verdict !== 'unknown');
    expect(decided.every(({ run }) => run !== null)).toBe(true);
    expect(stoppedAt(1_000_000)).toMatchObject({ complete: true, stoppedBy: null });
  });

  it('[V51] is told before the search begins, where a model has more roles and channels than can be named', () => {
    const model = halfMessage.model({});
    const [role] = model.roles;
    if (role === undefined) throw new Error('Expected a role.');
    const many = Array.from({ length: 300 }, (_, index) => ({ ...role, id: `${role.id}-${index}` }));
    const crowded = createEngine({ ...model, roles: [...model.roles, ...many] });
    expect(() => spaceOf(crowded, EVERYTHING)).toThrow(/^Expected at most 253 roles and channels; got 3\d\d\.$/);
  });

  it('[V51] is far from what protocols need', () => {
    const { complete, stoppedBy } = answered({
      protocol: halfMessage,
      settings: SMALL,
      faults: ONE_EACH,
      statesMax: 50_000,
    });
    expect([complete, stoppedBy]).toEqual([false, 'states']);
  });
});
