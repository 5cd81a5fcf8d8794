import { describe, expect, it } from 'vitest';
import { effectsOf, rowsOf, type RoleTable } from '../roleTable.testing.ts';
import { topic } from './topic.ts';

const put = (tx: string) => ({ type: 'putMessage', tx, checkTimes: 0, prepared: 3 });
const sendBack = (reconsumeTimes: number) => ({ type: 'sendBack', tx: 'o1', checkTimes: 0, reconsumeTimes });
const lost = (offset: number) => ({
  type: 'undelivered',
  message: { type: 'message', queue: 'orders', offset, tx: 'o1', checkTimes: 0, reconsumeTimes: 0 },
});
const gone = { type: 'connectionLost', process: 'points' };
const subscribe = (have: readonly number[] | null) => ({
  type: 'subscribe',
  have: have === null ? null : { orders: have, retry: [] },
});
const offset = { type: 'consumerOffset', queue: 'orders', offset: 1 };

const table: RoleTable = {
  machine: topic,
  role: 'topic',
  settings: { 'reconsume-max': '2', flush: 'sync' },
  states: {
    empty: [],
    one: [put('o1')],
    two: [put('o1'), put('o2')],
    'one consumed': [put('o1'), put('o2'), offset],
    alone: [put('o1'), put('o2'), gone],
    scheduled: [put('o1'), sendBack(0)],
    'two scheduled': [put('o1'), sendBack(0), sendBack(1)],
    owing: [put('o1'), put('o2'), lost(1)],
  },
  inputs: {
    put: put('o2'),
    'offset 1': offset,
    'first failure': sendBack(0),
    'last failure': sendBack(2),
    'message 0 lost': lost(0),
    'message 1 lost': lost(1),
    'consumer gone': gone,
    'fresh consumer': subscribe(null),
    'consumer that has 0': subscribe([0]),
    flush: { type: 'flush' },
  },
};
const flushedLater: RoleTable = { ...table, settings: { 'reconsume-max': '2', flush: 'async' } };

const rows = rowsOf(`
  HM-50 | empty         | put                 | note message-stored tx=o2 offset=0 checkTimes=0 prepared=3 times=1 · send broker putDone · send consumer message queue=orders offset=0 tx=o2 checkTimes=0 reconsumeTimes=0 · sets orders
  HM-50 | alone         | put                 | note message-stored tx=o2 offset=2 checkTimes=0 prepared=3 times=2 · send broker putDone · sets orders
  HM-51 | one           | offset 1            | note marked-consumed tx=o1 queue=orders offset=0 · sets consumed
  HM-51 | one consumed  | offset 1            | ignore offset-already-stored
  HM-53 | one           | first failure       | note retry-scheduled tx=o1 level=3 delayS=10 · send consumer sentBack · arm retryDelay · sets scheduled · → schedule.delaying
  HM-53 | scheduled     | first failure       | note retry-scheduled tx=o1 level=3 delayS=10 · send consumer sentBack · sets scheduled
  HM-53 | one           | last failure        | note dead-lettered tx=o1 reconsumeTimes=2 · send consumer sentBack · sets dead
  HM-53 | scheduled     | retryDelay          | disarm retryDelay · note retry-stored tx=o1 offset=0 · send consumer message queue=retry offset=0 tx=o1 checkTimes=0 reconsumeTimes=1 · sets retry scheduled · → schedule.empty
  HM-53 | two scheduled | retryDelay          | disarm retryDelay · note retry-stored tx=o1 offset=0 · send consumer message queue=retry offset=0 tx=o1 checkTimes=0 reconsumeTimes=1 · arm retryDelay · sets retry scheduled
  HM-50 | two           | message 1 lost      | arm pullAgain · sets owed · → pull.owing
  HM-50 | alone         | message 1 lost      | ignore consumer-is-gone
  HM-50 | owing         | message 1 lost      |
  HM-50 | owing         | message 0 lost      | sets owed
  HM-50 | owing         | pullAgain           | disarm pullAgain · send consumer message queue=orders offset=1 tx=o2 checkTimes=0 reconsumeTimes=0 · sets owed · → pull.complete
  HM-51 | two           | consumer gone       | sets isConnected
  HM-51 | owing         | consumer gone       | disarm pullAgain · sets isConnected owed · → pull.complete
  HM-51 | alone         | fresh consumer      | send consumer subscribed orders=0 retry=0 ends={"orders":2,"retry":0} · send consumer message queue=orders offset=0 tx=o1 checkTimes=0 reconsumeTimes=0 · send consumer message queue=orders offset=1 tx=o2 checkTimes=0 reconsumeTimes=0 · sets isConnected
  HM-51 | one consumed  | fresh consumer      | send consumer subscribed orders=1 retry=0 ends={"orders":2,"retry":0} · send consumer message queue=orders offset=1 tx=o2 checkTimes=0 reconsumeTimes=0
  HM-51 | alone         | consumer that has 0 | send consumer subscribed orders=0 retry=0 ends={"orders":2,"retry":0} · send consumer message queue=orders offset=1 tx=o2 checkTimes=0 reconsumeTimes=0 · sets isConnected
  HM-51 | owing         | consumer that has 0 | disarm pullAgain · send consumer subscribed orders=0 retry=0 ends={"orders":2,"retry":0} · send consumer message queue=orders offset=1 tx=o2 checkTimes=0 reconsumeTimes=0 · sets owed · → pull.complete
`);
const flushedLaterRows = rowsOf(`
  HM-C11 | empty     | put           | note message-stored tx=o2 offset=0 checkTimes=0 prepared=3 times=1 · send broker putDone · send broker appended · send consumer message queue=orders offset=0 tx=o2 checkTimes=0 reconsumeTimes=0 · sets orders
  HM-C11 | one       | first failure | note retry-scheduled tx=o1 level=3 delayS=10 · send consumer sentBack · send broker appended · arm retryDelay · sets scheduled · → schedule.delaying
  HM-C11 | one       | last failure  | note dead-lettered tx=o1 reconsumeTimes=2 · send consumer sentBack · send broker appended · sets dead
  HM-C11 | scheduled | retryDelay    | disarm retryDelay · note retry-stored tx=o1 offset=0 · send broker appended · send consumer message queue=retry offset=0 tx=o1 checkTimes=0 reconsumeTimes=1 · sets retry scheduled · → schedule.empty
  HM-C11 | two       | flush         | sets flushed
`);

describe('the topic', () => {
  it.each(rows)('[$rule] $state: $input', (row) => {
    expect(effectsOf(table, row)).toBe(row.effects);
  });

  it.each(flushedLaterRows)('[$rule] flushed later, $state: $input', (row) => {
    expect(effectsOf(flushedLater, row)).toBe(row.effects);
  });
});
