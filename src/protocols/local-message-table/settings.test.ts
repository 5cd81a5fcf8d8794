import { describe, expect, it } from 'vitest';
import { localMessageTableModel } from './model.ts';
import { settingSpecs } from './settings.ts';
import { backoffMs, delaysMs } from './vocabulary.ts';

describe('the settings of the local message table', () => {
  it('[LT-M1] have the defaults of the usual flow', () => {
    expect(localMessageTableModel({}).settings).toEqual({
      confirm: 'broker-ack',
      publish: 'then-mark',
      relay: 'polling',
      position: 'per-row',
      relays: '1',
      claim: 'lock',
      poll: 'by-status',
      dedup: 'same-tx',
      ack: 'after-commit',
      broker: 'durable',
      mandatory: 'off',
      'broker-dedup': 'none',
      'confirm-wait': 'limited',
      attempts: 'limited',
      'attempts-max': '5',
      row: 'same-tx',
      'min-age': 'from-commit',
      database: 'durable',
      tombstone: 'on',
      'reconsume-max': '16',
    });
  });

  it('[LT-M1] offer a fault only where a setting permits it', () => {
    const offered = (settings: { readonly [name: string]: string }): readonly string[] => {
      const model = localMessageTableModel(settings);
      const kinds = model.processes.flatMap(({ id, crashKinds }) => crashKinds.map((kind) => `crash ${id} ${kind}`));
      const roles = model.roles.map(({ id }) => id);
      return [...kinds, ...roles];
    };
    expect(offered({})).not.toContain('crash broker machine');
    expect(offered({ broker: 'lossy' })).toContain('crash broker machine');
    expect(offered({})).not.toContain('relay-b');
    expect(offered({ relays: '2' })).toContain('relay-b');
    expect(settingSpecs).toHaveLength(20);
  });

  it('[LT-M7] wait ten seconds after the first failure, then twice as long each time', () => {
    expect([1, 2, 3, 4, 5].map((attempts) => backoffMs(attempts) / 1_000)).toEqual([10, 20, 40, 80, 160]);
    expect(delaysMs.minimumAge).toBe(10_000);
    expect(delaysMs.confirmationOverdue).toBe(30_000);
  });
});
