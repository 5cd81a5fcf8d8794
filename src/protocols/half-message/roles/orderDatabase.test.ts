import { describe, expect, it } from 'vitest';
import { effectsOf, rowsOf, type RoleTable } from '../../roleTable.testing.ts';
import { completeSettings } from '../../shared/settings.ts';
import { settingSpecs } from '../settings.ts';
import { orderDatabase } from './orderDatabase.ts';

const request = (type: string) => ({ type, tx: 'o1', from: 'producer' });
const placed = request('orderRequested');
const open = [placed, request('begin')];

const table: RoleTable = {
  machine: orderDatabase,
  role: 'order-database',
  settings: completeSettings(settingSpecs, { checker: 'fenced' }),
  states: {
    empty: [],
    placed: [placed],
    open,
    committed: [...open, request('commit')],
    aborted: [...open, request('rollback')],
    cancelled: [placed, request('fence')],
  },
  inputs: {
    orderRequested: placed,
    begin: request('begin'),
    commit: request('commit'),
    rollback: request('rollback'),
    lookUp: request('lookUp'),
    fence: request('fence'),
    'its client gone': { type: 'connectionLost', process: 'order' },
    'another gone': { type: 'connectionLost', process: 'order-b' },
  },
};

const rows = rowsOf(`
  HM-2  | empty     | orderRequested  | sets orders
  HM-2  | placed    | begin           | note transaction-begun tx=o1 · sets orders owners
  HM-C4 | cancelled | begin           | note begin-after-fence tx=o1
  HM-6  | open      | commit          | note order-committed tx=o1 · send producer committed tx=o1 · sets orders owners
  HM-C4 | cancelled | commit          | note commit-refused tx=o1 · send producer commitRefused tx=o1
  HM-6  | open      | rollback        | note order-rolled-back tx=o1 · sets orders owners
  HM-C4 | cancelled | rollback        | ignore nothing-to-roll-back
  HM-C1 | placed    | lookUp          | send producer lookedUp tx=o1 row=none
  HM-C1 | open      | lookUp          | send producer lookedUp tx=o1 row=open
  HM-C1 | committed | lookUp          | send producer lookedUp tx=o1 row=committed
  HM-C1 | aborted   | lookUp          | send producer lookedUp tx=o1 row=aborted
  HM-C4 | placed    | fence           | note order-fenced tx=o1 · send producer lookedUp tx=o1 row=cancelled · sets orders
  HM-C4 | open      | fence           | note order-fenced tx=o1 · send producer lookedUp tx=o1 row=cancelled · sets orders owners
  HM-C4 | committed | fence           | send producer lookedUp tx=o1 row=committed
  HM-57 | open      | its client gone | note order-rolled-back tx=o1 · sets orders owners
  HM-57 | open      | another gone    | ignore no-open-transaction
  HM-57 | committed | its client gone | ignore no-open-transaction
`);

describe('the order database', () => {
  it.each(rows)('[$rule] $state: $input', (row) => {
    expect(effectsOf(table, row)).toBe(row.effects);
  });
});
