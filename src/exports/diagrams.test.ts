import { beforeAll, describe, expect, it } from 'vitest';
import { exportOf, everyRun } from './exports.testing.ts';
import { mermaidOf } from './mermaid.ts';
import { plantumlOf } from './plantuml.ts';

let parse: (text: string) => Promise<unknown>;

beforeAll(async () => {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ startOnLoad: false });
  parse = (text) => mermaid.parse(text);
});

describe('a run as a text diagram', () => {
  it('[XP1] is a Mermaid diagram that Mermaid itself reads, for every run of the library', async () => {
    for (const run of everyRun()) expect(await parse(mermaidOf(run))).toMatchObject({ diagramType: 'sequence' });
  });

  it('[XP1] tells in Mermaid who sent what to whom, what people and clocks did, and how it ends', () => {
    const text = mermaidOf(exportOf('clean-commit'));
    expect(text.split('\n').slice(0, 8)).toEqual([
      '---',
      'title: "Clean commit"',
      '---',
      'sequenceDiagram',
      '  autonumber',
      '  participant P0 as Order service',
      '  participant P1 as Broker',
      '  participant P2 as Points service',
    ]);
    expect(text).toContain('  P0->>P1: half o1');
    expect(text).toMatch(/ {2}Note over P0,P2: Ledger<br\/>order #35;1: order exists, points × 1, Consistent$/);
  });

  it('[XP1] marks in Mermaid what never took effect, and who was down', () => {
    expect(mermaidOf(exportOf('end-transaction-lost'))).toMatch(/P0-xP1: /);
    expect(mermaidOf(exportOf('broker-restart'))).toMatch(/Note over P1: /);
  });

  it('[XP2] is a PlantUML diagram with the same lines and messages', () => {
    for (const run of everyRun()) {
      const lines = plantumlOf(run).split('\n');
      expect([lines[0], lines.at(-1)]).toEqual(['@startuml', '@enduml']);
      const known = new Set(lines.flatMap((line) => /^participant "[^"]+" as (P\d)$/.exec(line)?.[1] ?? []));
      const used = lines.flatMap((line) => /^(P\d) \S+ (P\d) : \S/.exec(line)?.slice(1) ?? []);
      expect(used.length).toBeGreaterThan(0);
      expect(used.filter((line) => !known.has(line))).toEqual([]);
      expect(mermaidOf(run).match(/^ {2}P\d-/gm)?.length).toBe(used.length / 2);
    }
  });
});
