import { describe, expect, it } from 'vitest';
import { effectsOf, rowsOf, type RoleTable } from '../../roleTable.testing.ts';
import { completeSettings } from '../../shared/settings.ts';
import { settingSpecs } from '../settings.ts';
import { orderService } from './orderService.ts';

const place = { type: 'placeOrder', tx: 'o1' };
const finish = (outcome: string) => ({ type: 'finish', tx: 'o1', outcome });
const keepRunning = { type: 'keepRunning', tx: 'o1' };
const committed = (isHalf: boolean) => ({ type: 'committed', tx: 'o1', isHalf });

const table: RoleTable = {
  machine: orderService,
  role: 'order-service',
  settings: completeSettings(settingSpecs, {}),
  states: {
    idle: [],
    running: [place],
    'running for long': [place, keepRunning],
    'half written': [committed(true)],
    'about to hint': [committed(false)],
    'about to hint twice': [committed(false), committed(false)],
  },
  inputs: {
    place,
    keepRunning,
    commit: finish('commit'),
    rollback: finish('rollback'),
    committed: committed(false),
    'first of two committed': committed(true),
    cancel: { type: 'cancelOrder', tx: 'o1' },
    confirmed: { type: 'pointsConfirmed', tx: 'o1' },
    'cancellation confirmed': { type: 'pointsConfirmed', tx: 'o1', event: 'cancel' },
    reverse: { type: 'reverse', tx: 'o1' },
  },
};

const rows = rowsOf(`
  LT-1  | idle                | place                  | send order-database begin tx=o1 · sets open
  LT-1  | idle                | commit                 | refused
  LT-1  | running             | commit                 | send order-database commit tx=o1 · sets open
  LT-10 | running             | rollback               | send order-database rollback tx=o1 · sets open
  LT-27 | running             | keepRunning            | sets long
  LT-27 | running for long    | keepRunning            | refused
  LT-27 | running for long    | commit                 | send order-database commit tx=o1 · sets open long
  LT-11 | idle                | committed              | arm afterCommitSend · sets toTell · → afterCommit.telling
  LT-11 | about to hint       | afterCommitSend        | disarm afterCommitSend · send relay wake · sets toTell · → afterCommit.told
  LT-11 | about to hint       | committed              | sets toTell
  LT-11 | about to hint twice | afterCommitSend        | disarm afterCommitSend · send relay wake · arm afterCommitSend · sets toTell
  LT-28 | idle                | first of two committed | arm secondWrite · sets half · → secondTransaction.running
  LT-28 | half written        | secondWrite            | disarm secondWrite · send order-database writeSecond tx=o1 · sets half · → secondTransaction.none
  LT-28 | half written        | rollback               | refused
  LT-24 | idle                | cancel                 | send order-database cancel tx=o1
  LT-24 | idle                | reverse                | send order-database compensate tx=o1
  LT-M3 | idle                | confirmed              | send order-database confirmRow tx=o1
  LT-M3 | idle                | cancellation confirmed | send order-database confirmRow tx=o1 event=cancel
`);

describe('the order service', () => {
  it.each(rows)('[$rule] $state: $input', (line) => {
    expect(effectsOf(table, line)).toBe(line.effects);
  });
});
