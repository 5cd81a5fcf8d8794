import { describe, expect, it } from 'vitest';
import { disagreement, FOLLOWED_IDS, shortened } from './agreement.testing.ts';
import { TOO_SLOW } from './deadlines.testing.ts';
import { presetOf } from './presets.ts';
import { COMPARED_IDS, steady, type LoadScenario } from './settings.ts';

/** The whole presets are compared in the second tier. */
const SHARE = 0.05;

describe('two simulators', () => {
  it.each(FOLLOWED_IDS)('[LA1] agree about every order to the last digit: %s, shortened', (id) => {
    const scenario = shortened(presetOf(id), SHARE);
    for (const compared of scenario.compared) expect(disagreement(compared, scenario)).toBeNull();
  });

  it.each(COMPARED_IDS)(
    '[LA3] agree about deaths of the order service, a token bucket and lost decisions: %s',
    (id) => {
      const base = presetOf('steady');
      for (const [seed, arrivals] of [
        [1, 'poisson'],
        [2, 'closed'],
        [3, 'poisson'],
      ] as const) {
        const scenario: LoadScenario = {
          ...base,
          curve: steady(800, 12),
          numbers: {
            ...base.numbers,
            'door-per-s': 697,
            'door-burst': 20,
            rows: seed === 3 ? 0 : 12,
            'recovery-every': 2_500,
            'check-every': 2_000,
            'check-age': 500,
            retries: seed - 1,
            timeout: seed === 3 ? 150 : 0,
            'retry-pause': 31,
            clients: 60,
            seed,
          },
          choices: { ...base.choices, arrivals },
          faults: [
            { kind: 'points-slow', fromS: 1, toS: 2, factor: 3 },
            { kind: 'order-dies', fromS: 1.5, toS: 2.5 },
            { kind: 'ends-lost', fromS: 4, toS: 4.1 },
            { kind: 'order-dies', fromS: 4.5, toS: 4.7 },
            { kind: 'order-dies', fromS: 8, toS: 9 },
          ],
        };
        expect(disagreement(id, scenario)).toBeNull();
      }
    },
  );

  it('[LA2] agree where several things go wrong at once', () => {
    const base = presetOf('steady');
    const scenario: LoadScenario = {
      ...base,
      curve: [
        { atS: 0, perS: 0 },
        { atS: 3, perS: 900 },
        { atS: 6, perS: 100 },
      ],
      numbers: {
        ...base.numbers,
        rows: 4,
        timeout: 300,
        retries: 1,
        'retry-pause': 50,
        poison: 20,
        tries: 3,
        'waiting-max': 40,
        threads: 12,
      },
      choices: { ...base.choices, work: 'heavy' },
      faults: [
        { kind: 'points-slow', fromS: 1, toS: 2, factor: 4 },
        { kind: 'broker-away', fromS: 2, toS: 2.5 },
        { kind: 'points-down', fromS: 3, toS: 3.5 },
        { kind: 'consumers-away', fromS: 4, toS: 5 },
        { kind: 'ends-lost', fromS: 4.5, toS: 5 },
      ],
    };
    for (const compared of [
      'half-message',
      'two-phase-commit',
      'local-message-table',
      'plain-mq',
      'call',
      'call-inside',
    ] as const) {
      expect(disagreement(compared, scenario)).toBeNull();
    }
  });

  it.each(TOO_SLOW)('[LA4] agree about who waits for too long: %s, %s', (id, _, scenario) => {
    expect(disagreement(id, scenario)).toBeNull();
    // With buyers who try again, deaths, retries of the broker and work of one length, where much happens at one time.
    const worse: LoadScenario = {
      ...scenario,
      numbers: { ...scenario.numbers, timeout: 700, retries: 2, 'retry-pause': 50 },
      choices: { ...scenario.choices, arrivals: 'even', work: 'fixed' },
      faults: [
        { kind: 'points-slow', fromS: 1, toS: 3, factor: 4 },
        { kind: 'order-dies', fromS: 2, toS: 2.5 },
        { kind: 'broker-away', fromS: 4, toS: 4.5 },
        { kind: 'ends-lost', fromS: 5, toS: 5.2 },
        { kind: 'points-down', fromS: 6, toS: 6.5 },
        { kind: 'order-dies', fromS: 7, toS: 8 },
      ],
    };
    expect(disagreement(id, worse)).toBeNull();
  });
});
