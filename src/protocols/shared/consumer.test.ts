import { describe, expect, it } from 'vitest';
import { effectsOf, rowsOf, type RoleTable } from '../roleTable.testing.ts';
import { consumer } from './consumer.ts';

const message = (offset: number, tx: string) => ({
  type: 'message',
  queue: 'orders',
  offset,
  tx,
  checkTimes: 0,
  reconsumeTimes: 0,
});
const first = message(0, 'o1');
const second = message(1, 'o2');
const gone = { type: 'connectionLost', process: 'broker' };
const databaseDown = { type: 'setDatabase', isDown: true };
const databaseUp = { type: 'setDatabase', isDown: false };
const fails = { type: 'failConsuming' };
const offset = { type: 'consumerOffset', queue: 'orders', offset: 1 };
const subscribed = (orders: number, end: number) => ({
  type: 'subscribed',
  orders,
  retry: 0,
  ends: { orders: end, retry: 0 },
});

const sameTx: RoleTable = {
  machine: consumer,
  role: 'consumer',
  settings: { dedup: 'same-tx', ack: 'after-commit', version: '5.x' },
  states: {
    idle: [],
    consuming: [first],
    'consuming, another waits': [first, second],
    'between two transactions': [first, 'consumeMessage'],
    done: [first, 'consumeMessage'],
    'done in another order': [second, 'consumeMessage'],
    'done, again': [first, 'consumeMessage', first],
    told: [first, 'consumeMessage', 'persistConsumerOffset'],
    'sending back': [first, fails],
    'database down': [first, databaseDown],
    unreachable: [first, databaseDown, 'consumeMessage'],
    'down between two transactions': [first, 'consumeMessage', databaseDown],
    disconnected: [first, 'consumeMessage', gone],
    'disconnected in hand': [first, gone],
  },
  inputs: {
    first,
    second,
    fails,
    'database down': databaseDown,
    'database up': databaseUp,
    sentBack: { type: 'sentBack' },
    gone,
    'offset lost': { type: 'undelivered', message: offset },
    'subscribed, all there': subscribed(0, 2),
    'subscribed, known to the broker': subscribed(1, 2),
    'subscribed, log cut': subscribed(0, 0),
  },
};
const withSettings = (dedup: string, ack = 'after-commit'): RoleTable => ({
  ...sameTx,
  settings: { ...sameTx.settings, dedup, ack },
});
const [none, markerFirst, markerAfter] = [
  withSettings('none'),
  withSettings('marker-first'),
  withSettings('marker-after'),
];
const acksFirst = withSettings('same-tx', 'before-commit');

const sameTxRows = rowsOf(`
  HM-50 | idle                     | first                           | arm consumeMessage · sets inbox orders · → listener.consuming
  HM-50 | consuming                | second                          | sets inbox orders
  HM-C5 | consuming                | consumeMessage                  | disarm consumeMessage · note points-added tx=o1 times=1 · arm persistConsumerOffset · sets inbox orders points markers · → listener.idle · → offsets.moved
  HM-52 | consuming, another waits | consumeMessage                  | disarm consumeMessage · note points-added tx=o1 times=1 · arm consumeMessage · arm persistConsumerOffset · sets inbox orders points markers · → offsets.moved
  HM-C5 | done, again              | consumeMessage                  | disarm consumeMessage · note duplicate-recognised tx=o1 · sets inbox · → listener.idle
  HM-51 | done in another order    | first                           | arm consumeMessage · sets inbox orders · → listener.consuming
  HM-51 | done                     | persistConsumerOffset           | disarm persistConsumerOffset · send topic consumerOffset queue=orders offset=1 · sets orders · → offsets.told
  HM-51 | told                     | offset lost                     | arm persistConsumerOffset · sets orders · → offsets.moved
  HM-53 | consuming                | fails                           | disarm consumeMessage · note consume-failed tx=o1 · send topic sendBack tx=o1 checkTimes=0 reconsumeTimes=0 · arm consumeAgain · → listener.sendingBack
  HM-53 | sending back             | sentBack                        | disarm consumeAgain · arm persistConsumerOffset · sets inbox orders · → listener.idle · → offsets.moved
  HM-53 | sending back             | consumeAgain                    | disarm consumeAgain · arm consumeMessage · → listener.consuming
  HM-53 | sending back             | second                          | sets inbox orders
  LT-35 | idle                     | database down                   | sets isDatabaseDown
  LT-35 | database down            | consumeMessage                  | note points-database-down tx=o1
  LT-35 | database down            | database up                     | disarm consumeMessage · arm consumeMessage · sets isDatabaseDown
  LT-35 | unreachable              | database up                     | disarm consumeMessage · arm consumeMessage · sets isDatabaseDown
  LT-35 | unreachable              | fails                           | disarm consumeMessage · note consume-failed tx=o1 · send topic sendBack tx=o1 checkTimes=0 reconsumeTimes=0 · arm consumeAgain · → listener.sendingBack
  LT-35 | unreachable              | second                          | sets inbox orders
  HM-51 | idle                     | gone                            | arm reconnect · → connection.disconnected
  HM-51 | disconnected             | gone                            | ignore already-disconnected
  HM-51 | disconnected             | reconnect                       | disarm reconnect · send topic subscribe have={"orders":[0],"retry":[]} · arm reconnect
  HM-51 | disconnected             | subscribed, all there           | disarm reconnect · → connection.connected
  HM-51 | disconnected             | subscribed, known to the broker | disarm reconnect · sets orders · → connection.connected
  HM-58 | disconnected             | subscribed, log cut             | disarm reconnect · sets orders · → connection.connected
  HM-58 | disconnected in hand     | subscribed, log cut             | disarm reconnect · sets inbox orders · → connection.connected
  HM-51 | idle                     | subscribed, all there           | ignore already-connected
`);
const noneRows = rowsOf(`
  HM-C6 | consuming   | consumeMessage | disarm consumeMessage · note points-added tx=o1 times=1 · arm persistConsumerOffset · sets inbox orders points · → listener.idle · → offsets.moved
  HM-C6 | done, again | consumeMessage | disarm consumeMessage · note points-added tx=o1 times=2 · sets inbox points · → listener.idle
`);
const markerFirstRows = rowsOf(`
  HM-C7 | consuming                | consumeMessage    | disarm consumeMessage · note marker-written tx=o1 · arm secondTransaction · sets markers · → listener.marked
  HM-C7 | between two transactions | secondTransaction | disarm secondTransaction · note points-added tx=o1 times=1 · arm persistConsumerOffset · sets inbox orders points · → listener.idle · → offsets.moved
  LT-35 | down between two transactions | secondTransaction | disarm secondTransaction · arm consumeMessage · → listener.consuming
  HM-C7 | between two transactions | second            | sets inbox orders
`);
const markerAfterRows = rowsOf(`
  HM-C8 | consuming                | consumeMessage    | disarm consumeMessage · note points-added tx=o1 times=1 · arm secondTransaction · sets points · → listener.added
  HM-C8 | between two transactions | secondTransaction | disarm secondTransaction · note marker-written tx=o1 · arm persistConsumerOffset · sets inbox orders markers · → listener.idle · → offsets.moved
  LT-35 | down between two transactions | secondTransaction | disarm secondTransaction · arm consumeMessage · → listener.consuming
  HM-C8 | between two transactions | second            | sets inbox orders
`);
const acksFirstRows = rowsOf(`
  HM-C10 | idle      | first          | arm consumeMessage · arm persistConsumerOffset · sets inbox orders · → listener.consuming · → offsets.moved
  HM-C10 | consuming | consumeMessage | disarm consumeMessage · note points-added tx=o1 times=1 · sets inbox points markers · → listener.idle
  LT-35  | unreachable | fails        | disarm consumeMessage · note failed-after-ack tx=o1 · sets inbox · → listener.idle
  HM-C10 | consuming | fails          | disarm consumeMessage · note failed-after-ack tx=o1 · sets inbox · → listener.idle
`);

describe('the consumer', () => {
  it.each(sameTxRows)('[$rule] $state: $input', (row) => {
    expect(effectsOf(sameTx, row)).toBe(row.effects);
  });

  it.each(noneRows)('[$rule] without deduplication, $state: $input', (row) => {
    expect(effectsOf(none, row)).toBe(row.effects);
  });

  it.each(markerFirstRows)('[$rule] marker first, $state: $input', (row) => {
    expect(effectsOf(markerFirst, row)).toBe(row.effects);
  });

  it.each(markerAfterRows)('[$rule] marker after, $state: $input', (row) => {
    expect(effectsOf(markerAfter, row)).toBe(row.effects);
  });

  it.each(acksFirstRows)('[$rule] acknowledging first, $state: $input', (row) => {
    expect(effectsOf(acksFirst, row)).toBe(row.effects);
  });
});
