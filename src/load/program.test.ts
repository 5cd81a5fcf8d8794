import { describe, expect, it } from 'vitest';
import { faultSchedules } from '../protocols/faultSchedules.ts';
import { programNotes } from '../protocols/programs.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { engineFor } from '../scenario/engines.ts';
import { limitsOf } from './capacity.ts';
import { operationsOf, runOf } from './graph.ts';
import { programFor } from './lab.ts';
import { bareProgram, LONE, PLACED_MS, pointsAtMs } from './lone.testing.ts';
import { programOf } from './operation.ts';
import { planOf } from './plan.ts';
import { NUMBERS } from './settings.ts';

function protocolOf(id: string): Protocol {
  const protocol = protocols.find((known) => known.id === id);
  if (protocol === undefined) throw new Error(`Expected a protocol ${id}.`);
  return protocol;
}

/** Causes by name: `vote+vote` for a join. */
function shapeOf(id: string): readonly string[] {
  const { operations } = programOf(protocolOf(id));
  const nameOf = (cause: number): string => operations.find((operation) => operation.id === cause)?.name ?? '?';
  return operations.map(({ name, causes }) => `${causes.map(nameOf).join('+')} → ${name}`);
}

describe('the program of one order', () => {
  it('[LP1] is simulated for every protocol of the page', () => {
    expect([...programNotes.keys()].sort()).toEqual(protocols.map(({ id }) => id).sort());
  });

  it.each([
    ['half-message', 570],
    ['local-message-table', 500],
    ['plain-mq', 490],
    ['two-phase-commit', 240],
  ])('[LP2] alone, with the engine’s times, is the engine’s run: %s, %i ms until the points', (id, ms) => {
    const protocol = protocolOf(id);
    const { timeline } = runOf(engineFor(protocol, {}));
    const there = operationsOf(protocol, timeline).find(({ pointsThere }) => pointsThere);
    expect(there?.timeMs).toBe(PLACED_MS + ms);
    expect(pointsAtMs(bareProgram(operationsOf(protocol, timeline)))).toBe(PLACED_MS + ms);
    // One thread does the work of both branches, so this one takes longer than the run by the work of one of them.
    const inSequence = id === 'two-phase-commit' ? 140 : 0;
    expect(pointsAtMs(programOf(protocol))).toBe(PLACED_MS + ms + inSequence);
  });

  it.each(
    protocols.flatMap(({ id }) =>
      (['message-lost', 'ack-lost', 'order-dies-after-commit'] as const).map((fault) => [id, fault] as const),
    ),
  )('[LP3] alone, with the engine’s times, goes on after a fault as the engine does: %s, %s', (id, fault) => {
    const protocol = protocolOf(id);
    const { timeline } = runOf(engineFor(protocol, {}), faultSchedules.get(id)?.faults[fault]);
    const operations = operationsOf(protocol, timeline);
    const there = operations.find(({ pointsThere }) => pointsThere);
    // Plain messaging has nothing to go on with.
    if (there === undefined) expect([id, fault]).toSatisfy(([which]) => which === 'plain-mq');
    else expect(pointsAtMs(bareProgram(operations))).toBe(there.timeMs);
  });

  it('[LP4] finds joins by replay without a delivery', () => {
    expect(shapeOf('two-phase-commit')).toEqual([
      ' → placeOrder',
      'placeOrder → order-db.prepare',
      'order-db.work → points-db.prepare',
      'order-db.prepare → order-db.work',
      'points-db.prepare → points-db.work',
      'points-db.work → order-db.vote',
      'points-db.work → points-db.vote',
      'points-db.vote+order-db.vote → decide',
      'decide → announce',
      'announce → order-db.commit',
      'announce → points-db.commit',
      'order-db.commit → order-db.ack',
      'points-db.commit+order-db.ack → points-db.ack',
    ]);
  });

  it('[LP5] has the broker ask back as the run does in which the answer is lost', () => {
    const { checkBack } = programOf(protocolOf('half-message'));
    expect(checkBack.map(({ name, isShared }) => [name, isShared])).toEqual([
      ['transactionCheckInterval', true],
      ['checkTransactionState', false],
      ['checkLocalTransaction', false],
    ]);
    // The clock of the pass is the engine's; a message younger than this is left alone.
    expect(checkBack[0]?.engineMs).toBe(NUMBERS['check-every'].initial);
    const { timeline } = runOf(engineFor(protocolOf('half-message'), {}));
    const timeOut = timeline.frames.flatMap(({ timers }) =>
      timers.filter(({ delay }) => delay === 'transactionTimeOut'),
    );
    expect(timeOut[0]?.delayMs).toBe(NUMBERS['check-age'].initial);
  });

  it.each([
    ['call', 5.5, 6],
    ['call-inside', 14, 14.5],
    ['two-phase-commit', 15, 15.5],
    ['half-message', 5.5, 6],
  ] as const)('[LP6] holds a row and a connection across the calls: %s %f and %f ms', (id, row, connection) => {
    const scenario = { ...LONE, numbers: { ...LONE.numbers, rows: 10 } };
    const { demandMs } = limitsOf(programFor(id, protocols), scenario);
    expect([demandMs.rows, demandMs.connections]).toEqual([row, connection]);
  });

  it('[LP7] leaves nothing that it took', () => {
    for (const id of [
      'half-message',
      'local-message-table',
      'plain-mq',
      'two-phase-commit',
      'call',
      'call-inside',
    ] as const) {
      const { code } = planOf(programFor(id, protocols), { ...LONE, numbers: { ...LONE.numbers, rows: 3 } });
      const sides = ['take', 'give'].map((side) =>
        code
          .flatMap((instruction) => (instruction.do === side && 'pool' in instruction ? [instruction.pool] : []))
          .sort(),
      );
      expect(sides[0]).toEqual(sides[1]);
    }
  });
});
