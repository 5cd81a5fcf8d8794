import { it } from 'vitest';
import { createEngine } from '../../engine/engine.ts';
import { twoPhaseCommit as p } from './protocol.ts';
import { completeSettings } from '../shared/settings.ts';
import { explore } from '../shared/explore.testing.ts';
const budgets = (c: number, d: number, u: number, o: number) => [
  { name: 'order', times: o, covers: (s: any) => s.kind === 'choose' && s.message.type === 'placeOrder' },
  { name: 'crash', times: c, covers: (s: any) => s.kind === 'crash' },
  { name: 'drop', times: d, covers: (s: any) => s.kind === 'drop' },
  { name: 'dup', times: u, covers: (s: any) => s.kind === 'duplicate' },
];
it('explores', () => {
  for (const [given, c, d, u, o] of [
    [{}, 0, 0, 0, 1],
    [{}, 1, 0, 0, 1],
    [{}, 1, 1, 0, 1],
    [{}, 1, 1, 1, 1],
    [{ 'coordinator-log': 'none' }, 1, 1, 0, 1],
    [{}, 1, 0, 0, 2],
  ] as const) {
    const engine = createEngine(p.model(completeSettings(p.settings, given)));
    const t = Date.now();
    const r = explore(engine, {
      statesMax: 200000,
      isFree: (s: any) =>
        ['deliver', 'fire', 'restart'].includes(s.kind) || (s.kind === 'choose' && s.message.type === 'refuse'),
      budgets: budgets(c, d, u, o),
    });
    const verd = new Map<string, number>();
    const sett = new Map<string, number>();
    for (const w of r.worlds) for (const l of p.ledger(w)) verd.set(l.verdict, (verd.get(l.verdict) ?? 0) + 1);
    for (const w of r.settled) sett.set(JSON.stringify(p.ledger(w)), (sett.get(JSON.stringify(p.ledger(w))) ?? 0) + 1);
    console.log(
      JSON.stringify(given),
      c,
      d,
      u,
      o,
      r.states,
      r.generated,
      r.depth,
      [...verd].join(' '),
      'settled',
      [...sett].join(' | '),
      'lost',
      r.stepsTo((w) => p.ledger(w).some((l) => l.verdict === 'lost')),
      Date.now() - t,
    );
  }
}, 300000);
