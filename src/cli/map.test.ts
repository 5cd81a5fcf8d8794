import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllTexts } from '../i18n/shelves.ts';
import { runCommandLine } from './run.ts';

/** Every run of the library and walks beside them, on a busy machine. */
const EXPLORATION_MS = 120_000;

let printed = { status: 0, out: '' };
beforeAll(async () => {
  await loadAllTexts();
  printed = runCommandLine(['map', '--json']);
}, EXPLORATION_MS);

/** What the README promises. */
const Json = v.strictObject({
  rules: v.array(v.strictObject({ id: v.string(), recorded: v.array(v.string()), source: v.boolean() })),
  transitions: v.strictObject({
    recorded: v.number(),
    reached: v.number(),
    after: v.array(v.strictObject({ release: v.string(), recorded: v.number() })),
    named: v.array(v.strictObject({ name: v.string(), recorded: v.array(v.string()) })),
  }),
  differences: v.array(
    v.strictObject({
      id: v.string(),
      rules: v.array(v.string()),
      answers: v.array(
        v.strictObject({
          answer: v.string(),
          releases: v.array(v.strictObject({ release: v.string(), runs: v.array(v.string()) })),
        }),
      ),
    }),
  ),
  next: v.array(v.strictObject({ scenario: v.string(), transitions: v.number(), link: v.string() })),
});

describe('map', () => {
  it('[C60] says of every rule whether it was recorded or read, and names the runs that would show most of the rest', () => {
    const { status, out } = printed;
    const { rules, transitions, next } = v.parse(Json, JSON.parse(out));
    expect(status).toBe(0);
    const ruleOf = (id: string) => rules.find((rule) => rule.id === id);
    expect(ruleOf('HM-24')).toMatchObject({ source: true });
    expect(ruleOf('HM-24')?.recorded).toEqual(expect.arrayContaining(['4.9.8 rollback', '5.5.0 rollback']));
    expect(ruleOf('HM-58')).toMatchObject({ recorded: [], source: true });
    expect(ruleOf('HM-L1')).toMatchObject({ recorded: [], source: false });
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(transitions.recorded).toBeGreaterThanOrEqual(50);
    expect(transitions.reached).toBeGreaterThan(transitions.recorded);
    const named = new Map(transitions.named.map(({ name, recorded }) => [name, recorded]));
    expect([named.size, transitions.named.filter(({ recorded }) => recorded.length > 0).length]).toEqual([
      transitions.reached,
      transitions.recorded,
    ]);
    expect(named.get('half-topic: op written → buffered (age ageing)')).toContain('4.9.8 commit');
    expect(named.get('broker: disk flushed → dirty (processor ready)')).toEqual([]);
    const after = transitions.after.map(({ recorded }) => recorded);
    expect(transitions.after.map(({ release }) => release)).toEqual(['4.9.8', '5.3.3-tx', '4.9.7', '5.3.3', '5.5.0']);
    expect(after).toEqual(after.toSorted((one, other) => one - other));
    expect(next.map(({ scenario }) => scenario)).toContain('power-loss-unwaited');
  });

  it('[C62] is what the page shows, which `node scripts/fidelity.ts` writes', () => {
    const shown: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../recordings/fidelity.json'), 'utf8'));
    expect(shown).toEqual(JSON.parse(printed.out));
  });

  it('[C61] prints the same as lines, and refuses what it does not know', () => {
    expect(runCommandLine(['map', 'all'])).toMatchObject({ status: 2, out: '' });
    expect(runCommandLine(['map', '--help']).out).toContain('map [--json]');
  });
});
