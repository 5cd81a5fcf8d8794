import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../engine/model.ts';
import { effectsOf, rowsOf, type Row, type RoleTable } from '../../roleTable.testing.ts';
import { completeSettings } from '../../shared/settings.ts';
import { settingSpecs } from '../settings.ts';
import { orderDatabase } from './orderDatabase.ts';

const of = (type: string, tx = 'o1') => ({ type, tx });
const begin = of('begin');
const commit = of('commit');
const read = (why: string, from = 'relay') => ({ type: 'read', from, why });
const mark = { type: 'mark', from: 'relay', id: 1 };
const fail = { type: 'fail', from: 'relay', id: 1 };
const committed = [begin, commit];
const claimed = [begin, commit, read('wake')];
const sent = [...claimed, mark];

/** One set of settings, the states that it leads to, and the lines of the table for it. */
interface Part {
  readonly settings: Settings;
  readonly states: RoleTable['states'];
  readonly rows: string;
}

const inputs: RoleTable['inputs'] = {
  begin,
  commit,
  rollback: of('rollback'),
  writeSecond: of('writeSecond'),
  cancel: of('cancel'),
  compensate: of('compensate'),
  confirmRow: of('confirmRow'),
  hinted: read('wake'),
  polled: read('poll'),
  'polled by the other': read('poll', 'relay-b'),
  mark,
  fail,
  replay: { type: 'replay', id: 1 },
  failover: { type: 'failover' },
  'order service dies': { type: 'connectionLost', process: 'order' },
  'relay dies': { type: 'connectionLost', process: 'relay' },
};

const NONE = 'send relay row row=null';
const rowText = (fields: string) => `row={"attempts":0,"id":1,"owner":null,${fields}}`;
const YOUNG = rowText('"status":"NEW","tx":"o1","wait":"young"');
const DUE = rowText('"status":"NEW","tx":"o1","wait":null');
const COMMITTED = 'send order-service committed tx=o1 isHalf=false';

const parts: readonly Part[] = [
  {
    settings: {},
    states: {
      empty: [],
      open: [begin],
      young: committed,
      due: [...committed, 'minimumAge'],
      claimed,
      sent,
      'backing off': [...claimed, fail],
      'backed off': [...claimed, fail, 'backoff'],
    },
    rows: `
  LT-1   | empty       | begin               | note transaction-begun tx=o1 · sets orders rows nextId
  LT-1   | open        | commit              | note order-and-row-committed tx=o1 · ${COMMITTED} · arm minimumAge · sets orders rows · → ages.waiting
  LT-10  | open        | rollback            | note order-rolled-back tx=o1 · sets orders rows
  LT-10  | open        | order service dies  | note order-rolled-back tx=o1 · sets orders rows
  LT-10  | young       | commit              | ignore transaction-is-gone
  LT-10  | young       | rollback            | ignore transaction-is-gone
  LT-1   | open        | hinted              | ${NONE}
  LT-M7  | young       | polled              | ${NONE}
  LT-M7  | young       | hinted              | note row-read tx=o1 id=1 by=role-relay-inline why=wake claim=lock · send relay row ${YOUNG} · sets rows
  LT-M7  | young       | minimumAge          | disarm minimumAge · sets rows · → ages.calm
  LT-M7  | due         | polled              | note row-read tx=o1 id=1 by=role-relay-inline why=poll claim=lock · send relay row ${DUE} · sets rows
  LT-16  | claimed     | polled by the other | send relay-b row row=null
  LT-M9  | claimed     | relay dies          | note lock-free tx=o1 id=1 · sets rows
  LT-9   | claimed     | mark                | note row-sent tx=o1 id=1 status=NEW · send relay saved · disarm minimumAge · sets rows cursor · → ages.calm
  LT-11  | claimed     | fail                | note attempt-failed tx=o1 id=1 attempts=1 · send relay saved · disarm minimumAge · arm backoff · sets rows · → ages.calm · → backoffs.waiting
  LT-M7  | backing off | hinted              | ${NONE}
  LT-M7  | backing off | backoff             | disarm backoff · sets rows · → backoffs.calm
  LT-22  | backed off  | fail                | note attempt-failed tx=o1 id=1 attempts=2 · send relay saved · arm backoff · sets rows · → backoffs.waiting
  LT-9   | sent        | hinted              | ${NONE}
  LT-12  | sent        | mark                | note row-sent tx=o1 id=1 status=SENT · send relay saved
  LT-12  | sent        | fail                | note row-is-settled tx=o1 id=1 status=SENT · send relay saved
  LT-22  | sent        | replay              | refused
  LT-24  | sent        | cancel              | note order-cancelled tx=o1 · ${COMMITTED} · arm minimumAge · sets orders rows nextId · → ages.waiting
  LT-24  | open        | cancel              | ignore nothing-to-cancel
  LT-24  | sent        | compensate          | note order-compensated tx=o1 · sets orders rows
  LT-24  | open        | compensate          | ignore nothing-to-compensate
  LT-M13 | sent        | failover            | refused
`,
  },
  {
    settings: { confirm: 'consumer-ack', 'attempts-max': '2' },
    states: {
      sent,
      overdue: [...sent, 'confirmationOverdue'],
      'given up': [...sent, 'confirmationOverdue', read('poll'), mark, 'confirmationOverdue'],
      'confirmed before it was marked': [...claimed, of('confirmRow')],
      done: [...sent, of('confirmRow')],
    },
    rows: `
  LT-M3  | sent                           | confirmRow          | note row-done tx=o1 · disarm confirmationOverdue · sets rows · → confirmations.calm
  LT-13  | sent                           | confirmationOverdue | disarm confirmationOverdue · note confirmation-missing tx=o1 id=1 attempts=1 · sets rows · → confirmations.calm
  LT-13  | overdue                        | polled              | note row-read tx=o1 id=1 by=role-relay-inline why=again claim=lock · send relay row row={"attempts":1,"id":1,"owner":null,"status":"SENT","tx":"o1","wait":null} · sets rows
  LT-13  | overdue                        | mark                | note row-sent tx=o1 id=1 status=SENT · send relay saved · arm confirmationOverdue · sets rows · → confirmations.waiting
  LT-22  | overdue                        | fail                | note gave-up-waiting tx=o1 id=1 attempts=2 · send relay saved · sets rows
  LT-22  | given up                       | polled              | ${NONE}
  LT-22  | given up                       | replay              | note row-replayed tx=o1 id=1 · sets rows cursor
  LT-M3  | confirmed before it was marked | mark                | note row-is-settled tx=o1 id=1 status=DONE · send relay saved · sets rows cursor
  LT-M3  | confirmed before it was marked | fail                | note row-is-settled tx=o1 id=1 status=DONE · send relay saved · sets rows
  LT-M3  | done                           | confirmRow          | ignore already-done
`,
  },
  {
    settings: { claim: 'lease', 'attempts-max': '1' },
    states: { claimed, 'lease over': [...claimed, 'leaseTime'], dead: [...claimed, fail] },
    rows: `
  LT-M9  | claimed    | relay dies          | 
  LT-M9  | claimed    | leaseTime           | disarm leaseTime · note lease-over tx=o1 id=1 by=role-relay-inline · sets rows · → leases.calm
  LT-16  | lease over | hinted              | note row-read tx=o1 id=1 by=role-relay-inline why=wake claim=lease · send relay row ${YOUNG} · arm leaseTime · sets rows · → leases.waiting
  LT-22  | claimed    | fail                | note row-dead tx=o1 id=1 attempts=1 · send relay saved · disarm leaseTime · disarm minimumAge · sets rows cursor · → ages.calm · → leases.calm
  LT-22  | dead       | fail                | note row-is-settled tx=o1 id=1 status=DEAD · send relay saved
  LT-22  | dead       | mark                | note row-is-settled tx=o1 id=1 status=DEAD · send relay saved
  LT-22  | dead       | replay              | note row-replayed tx=o1 id=1 · sets rows cursor
`,
  },
  {
    settings: { claim: 'none' },
    states: { claimed },
    rows: `
  LT-16  | claimed | hinted | note row-read tx=o1 id=1 by=role-relay-inline why=wake claim=none · send relay row ${YOUNG}
`,
  },
  {
    settings: { row: 'order-first' },
    states: { open: [begin], half: committed },
    rows: `
  LT-28  | open | commit      | note order-committed tx=o1 · send order-service committed tx=o1 isHalf=true · sets orders
  LT-28  | half | writeSecond | note row-written tx=o1 · ${COMMITTED} · arm minimumAge · sets rows nextId · → ages.waiting
`,
  },
  {
    settings: { row: 'row-first' },
    states: { open: [begin], half: committed, aborted: [begin, commit, inputs['order service dies'] ?? begin] },
    rows: `
  LT-28  | open    | commit             | note row-written tx=o1 · send order-service committed tx=o1 isHalf=true · arm minimumAge · sets rows nextId · → ages.waiting
  LT-28  | half    | writeSecond        | note order-committed tx=o1 · ${COMMITTED} · sets orders
  LT-28  | half    | order service dies | note order-rolled-back tx=o1 · sets orders
  LT-28  | aborted | writeSecond        | ignore transaction-is-gone
`,
  },
  {
    settings: { 'min-age': 'from-insert' },
    states: { empty: [], 'open and old': [begin, 'minimumAge'], 'committed when old': [begin, 'minimumAge', commit] },
    rows: `
  LT-27  | empty              | begin  | note transaction-begun tx=o1 · arm minimumAge · sets orders rows nextId · → ages.waiting
  LT-27  | open and old       | polled | ${NONE}
  LT-27  | committed when old | polled | note row-read tx=o1 id=1 by=role-relay-inline why=poll claim=lock · send relay row ${DUE} · sets rows
`,
  },
  {
    settings: { database: 'async-replica' },
    states: {
      open: [begin],
      behind: committed,
      'behind by the mark': [...committed, 'replicationLag', read('wake'), mark],
    },
    rows: `
  LT-M13 | open               | commit         | note order-and-row-committed tx=o1 · ${COMMITTED} · arm minimumAge · arm replicationLag · sets orders rows replica · → ages.waiting · → replication.behind
  LT-M13 | behind             | replicationLag | disarm replicationLag · sets replica · → replication.level
  LT-M13 | behind             | failover       | disarm replicationLag · note failed-over · disarm minimumAge · sets orders rows replica · → ages.calm · → replication.level
  LT-M13 | behind by the mark | failover       | disarm replicationLag · note failed-over · arm minimumAge · sets rows cursor replica · → ages.waiting · → replication.level
`,
  },
];

const cases = parts.flatMap(({ settings, states, rows }) =>
  rowsOf(rows).map((line) => ({ ...line, at: JSON.stringify(settings), settings, states })),
);

function tableOf({ settings, states }: Pick<Part, 'settings' | 'states'>): RoleTable {
  return {
    machine: orderDatabase,
    role: 'order-database',
    settings: completeSettings(settingSpecs, settings),
    states,
    inputs,
  };
}

describe('the order database', () => {
  it.each(cases)('[$rule] at $at, $state: $input', (line: Row & Pick<Part, 'settings' | 'states'>) => {
    expect(effectsOf(tableOf(line), line)).toBe(line.effects);
  });
});
