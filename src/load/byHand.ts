/**
 * The plain synchronous call in two variants. The explorer has no such protocol, so nothing derives these programs: the order
 * service calls the points service after its commit, or before it, inside the transaction.
 */
import type { Cost, Holding } from '../protocols/shared/program.ts';
import type { Operation, Program } from './operation.ts';
import type { HAND_WRITTEN } from './settings.ts';

interface Part {
  readonly name: string;
  readonly costs?: readonly Cost[];
  readonly takes?: readonly Holding[];
  readonly gives?: readonly Holding[];
  readonly isAnswer?: boolean;
  readonly isCommit?: boolean;
  readonly pointsThere?: boolean;
}

const ORDER: readonly Holding[] = ['order-connection', 'order-row'];
const POINTS: readonly Holding[] = ['points-thread', 'points-connection'];
const POINTS_TRANSACTION: readonly Cost[] = ['round-trip', 'points-work', 'round-trip', 'flush'];

export const byHand: { readonly [id in (typeof HAND_WRITTEN)[number]]: Program } = {
  call: program({ from: 'transaction', to: 'call', fate: 'lost' }, [
    { name: 'place', takes: ['order-thread', ...ORDER] },
    { name: 'transaction', costs: ['round-trip', 'order-work', 'round-trip', 'flush'], gives: ORDER, isCommit: true },
    { name: 'call', costs: ['network'], takes: POINTS },
    { name: 'add-points', costs: POINTS_TRANSACTION, gives: POINTS, pointsThere: true },
    { name: 'return', costs: ['network'], gives: ['order-thread'], isAnswer: true },
  ]),
  // The points service goes on with what it was asked for, and the order is rolled back.
  'call-inside': program({ from: 'call', to: 'commit', fate: 'phantom' }, [
    { name: 'place', takes: ['order-thread', ...ORDER] },
    { name: 'statements', costs: ['round-trip', 'order-work'] },
    { name: 'call', costs: ['network'], takes: POINTS },
    { name: 'add-points', costs: POINTS_TRANSACTION, gives: POINTS, pointsThere: true },
    { name: 'return', costs: ['network'] },
    {
      name: 'commit',
      costs: ['round-trip', 'flush'],
      gives: [...ORDER, 'order-thread'],
      isCommit: true,
      isAnswer: true,
    },
  ]),
};

function program(caught: Program['caught'], parts: readonly Part[]): Program {
  const operations = parts.map((part, index): Operation => ({
    id: index + 1,
    name: part.name,
    causes: index === 0 ? [] : [index],
    costs: part.costs ?? [],
    engineMs: 0,
    isShared: false,
    takes: part.takes ?? [],
    gives: part.gives ?? [],
    isAnswer: part.isAnswer ?? false,
    isCommit: part.isCommit ?? false,
    pointsThere: part.pointsThere ?? false,
    whenLost: null,
    inBatch: false,
  }));
  return { operations, checkBack: [], recovery: [], watchdogs: [], isHandWritten: true, caught };
}
