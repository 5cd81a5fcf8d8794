import { describe, expect, it } from 'vitest';
import { effectsOf, rowsOf, type RoleTable } from '../../roleTable.testing.ts';
import { completeSettings } from '../../shared/settings.ts';
import { settingSpecs } from '../settings.ts';
import { producer } from './producer.ts';

const reply = (status: string, attempt = 1) => ({ type: 'sendResult', tx: 'o1', attempt, status, offset: 4 });
const finish = (outcome: string) => ({ type: 'finish', outcome });
const check = (offset: number) => ({ type: 'checkTransactionState', tx: 'o7', offset, checkTimes: 1 });
const lookedUp = (row: string) => ({ type: 'lookedUp', tx: 'o7', row });
const placeOrder = { type: 'placeOrder', tx: 'o1' };
const keepRunning = { type: 'keepRunning' };
const connectionLost = { type: 'connectionLost', process: 'broker' };
const executing = [placeOrder, reply('SEND_OK')];

const table: RoleTable = {
  machine: producer,
  role: 'producer',
  settings: completeSettings(settingSpecs, { 'send-retry': 'on' }),
  states: {
    idle: [],
    awaiting: [placeOrder],
    'awaiting the third reply': [placeOrder, 'sendMsgTimeout', 'sendMsgTimeout'],
    executing,
    'executing for long': [...executing, keepRunning],
    committing: [...executing, finish('commit')],
    'committing, to say UNKNOW': [...executing, finish('unknow')],
    returning: [...executing, finish('rollback')],
    checking: [check(5)],
    'checking two': [check(5), check(6)],
    'looking up': [check(5), 'checkLocalTransaction'],
    'looking up one of two': [check(5), check(6), 'checkLocalTransaction'],
    'looking up its own': [...executing, { ...check(5), tx: 'o1' }, 'checkLocalTransaction'],
    unregistered: [connectionLost],
  },
  inputs: {
    placeOrder,
    keepRunning,
    connectionLost,
    SEND_OK: reply('SEND_OK'),
    'SEND_OK to attempt 2': reply('SEND_OK', 2),
    'SEND_OK to attempt 3': reply('SEND_OK', 3),
    'SEND_OK of another': { ...reply('SEND_OK'), tx: 'o9' },
    FLUSH_DISK_TIMEOUT: reply('FLUSH_DISK_TIMEOUT'),
    SLAVE_NOT_AVAILABLE: reply('SLAVE_NOT_AVAILABLE'),
    NO_PERMISSION: reply('NO_PERMISSION'),
    'NO_PERMISSION to attempt 3': reply('NO_PERMISSION', 3),
    'finish commit-rollback': finish('commit-rollback'),
    answerNothing: { type: 'answerNothing' },
    sendEndUnasked: { type: 'sendEndUnasked', tx: 'o1', offset: 4, state: 'ROLLBACK' },
    'finish commit': finish('commit'),
    'finish unknow': finish('unknow'),
    'finish throw-late': finish('throw-late'),
    'finish rollback': finish('rollback'),
    'finish throw': finish('throw'),
    committed: { type: 'committed', tx: 'o1' },
    commitRefused: { type: 'commitRefused', tx: 'o1' },
    check: check(5),
    'second check': check(6),
    answerCheck: { type: 'answerCheck', answer: 'UNKNOW' },
    sendEnd: { type: 'sendEnd', tx: 'o1', offset: 4, state: 'COMMIT' },
    'row committed': lookedUp('committed'),
    'row open': lookedUp('open'),
    'row none': lookedUp('none'),
    'row aborted': lookedUp('aborted'),
    heartbeatAnswered: { type: 'heartbeatAnswered' },
  },
};

const rows = rowsOf(`
  HM-2  | idle                      | placeOrder            | send order-database orderRequested tx=o1 from=producer · send broker halfMessage tx=o1 producer=producer attempt=1 · arm sendMsgTimeout · sets tx attempt · → sender.awaitingSendResult
  HM-4  | idle                      | SEND_OK               | ignore nobody-waits-for-the-reply
  HM-26 | idle                      | sendEnd               | send broker endTransaction tx=o1 state=COMMIT offset=4 fromCheck=false
  HM-2  | awaiting                  | placeOrder            | refused
  HM-2  | awaiting                  | SEND_OK               | disarm sendMsgTimeout · send order-database begin tx=o1 from=producer · sets offset · → sender.executing.working
  HM-5  | awaiting                  | SEND_OK to attempt 2  | ignore reply-to-another-attempt
  HM-5  | awaiting                  | SEND_OK of another    | ignore reply-to-another-attempt
  HM-3  | awaiting                  | FLUSH_DISK_TIMEOUT    | disarm sendMsgTimeout · note local-transaction-skipped tx=o1 status=FLUSH_DISK_TIMEOUT · arm endTransactionDelay · sets offset answer · → sender.returning
  HM-3  | awaiting                  | SLAVE_NOT_AVAILABLE   | disarm sendMsgTimeout · note local-transaction-skipped tx=o1 status=SLAVE_NOT_AVAILABLE · arm endTransactionDelay · sets offset answer · → sender.returning
  HM-19 | awaiting                  | NO_PERMISSION         | disarm sendMsgTimeout · send broker halfMessage tx=o1 producer=producer attempt=2 · arm sendMsgTimeout · sets attempt
  HM-19 | awaiting the third reply  | NO_PERMISSION to attempt 3 | disarm sendMsgTimeout · note send-rejected tx=o1 · sets tx attempt · → sender.idle
  HM-26 | idle                      | sendEndUnasked        | send broker endTransaction tx=o1 state=ROLLBACK offset=4 fromCheck=false
  HM-6  | checking                  | answerNothing         | disarm checkLocalTransaction · note check-unanswered tx=o7 · sets checks · → checkPool.idle
  HM-6  | executing                 | finish commit-rollback | send order-database commit tx=o1 from=producer · sets answer · → sender.committing
  HM-5  | awaiting                  | sendMsgTimeout        | disarm sendMsgTimeout · send broker halfMessage tx=o1 producer=producer attempt=2 · arm sendMsgTimeout · sets attempt
  HM-4  | awaiting the third reply  | sendMsgTimeout        | disarm sendMsgTimeout · note send-failed tx=o1 · sets tx attempt · → sender.idle
  HM-5  | awaiting the third reply  | SEND_OK               | ignore reply-to-another-attempt
  HM-5  | awaiting the third reply  | SEND_OK to attempt 3  | disarm sendMsgTimeout · send order-database begin tx=o1 from=producer · sets offset · → sender.executing.working
  HM-2  | executing                 | placeOrder            | refused
  HM-2  | executing                 | SEND_OK               | ignore reply-to-another-attempt
  HM-9  | executing                 | keepRunning           | → sender.executing.workingLong
  HM-6  | executing                 | finish commit         | send order-database commit tx=o1 from=producer · sets answer · → sender.committing
  HM-6  | executing                 | finish unknow         | send order-database commit tx=o1 from=producer · → sender.committing
  HM-6  | executing                 | finish throw-late     | send order-database commit tx=o1 from=producer · → sender.committing
  HM-6  | executing                 | finish rollback       | send order-database rollback tx=o1 from=producer · arm endTransactionDelay · sets answer · → sender.returning
  HM-6  | executing                 | finish throw          | send order-database rollback tx=o1 from=producer · arm endTransactionDelay · → sender.returning
  HM-6  | executing for long        | finish commit         | send order-database commit tx=o1 from=producer · sets answer · → sender.committing
  HM-7  | committing                | committed             | arm endTransactionDelay · → sender.returning
  HM-C4 | committing                | commitRefused         | arm endTransactionDelay · sets answer · → sender.returning
  HM-6  | committing, to say UNKNOW | commitRefused         | arm endTransactionDelay · → sender.returning
  HM-7  | returning                 | endTransactionDelay   | disarm endTransactionDelay · send broker endTransaction tx=o1 state=ROLLBACK offset=4 fromCheck=false · sets tx attempt offset answer · → sender.idle
  HM-2  | returning                 | placeOrder            | refused
  HM-2  | returning                 | SEND_OK               | ignore reply-to-another-attempt
  HM-10 | idle                      | check                 | arm checkLocalTransaction · sets checks · → checkPool.checking
  HM-9  | executing                 | check                 | arm checkLocalTransaction · sets checks · → checkPool.checking
  HM-9  | checking                  | second check          | sets checks
  HM-8  | checking                  | checkLocalTransaction | disarm checkLocalTransaction · send order-database lookUp tx=o7 from=producer · → checkPool.lookingUp
  HM-6  | checking                  | answerCheck           | disarm checkLocalTransaction · send broker endTransaction tx=o7 state=UNKNOW offset=5 fromCheck=true · sets checks · → checkPool.idle
  HM-8  | checking two              | answerCheck           | disarm checkLocalTransaction · send broker endTransaction tx=o7 state=UNKNOW offset=5 fromCheck=true · arm checkLocalTransaction · sets checks
  HM-8  | looking up                | row committed         | send broker endTransaction tx=o7 state=COMMIT offset=5 fromCheck=true · sets checks · → checkPool.idle
  HM-C1 | looking up                | row open              | send broker endTransaction tx=o7 state=UNKNOW offset=5 fromCheck=true · sets checks · → checkPool.idle
  HM-C1 | looking up                | row none              | send broker endTransaction tx=o7 state=ROLLBACK offset=5 fromCheck=true · sets checks · → checkPool.idle
  HM-C1 | looking up its own        | row none              | send broker endTransaction tx=o1 state=UNKNOW offset=5 fromCheck=true · sets checks · → checkPool.idle
  HM-C1 | looking up one of two     | row aborted           | send broker endTransaction tx=o7 state=ROLLBACK offset=5 fromCheck=true · arm checkLocalTransaction · sets checks · → checkPool.checking
  HM-56 | idle                      | connectionLost        | arm heartbeatInterval · → registration.unregistered
  HM-56 | unregistered              | connectionLost        | ignore already-disconnected
  HM-56 | unregistered              | heartbeatInterval     | disarm heartbeatInterval · send broker heartbeat from=producer · arm heartbeatInterval
  HM-56 | unregistered              | heartbeatAnswered     | disarm heartbeatInterval · → registration.registered
  HM-56 | idle                      | heartbeatAnswered     | ignore already-registered
`);

describe('the producer', () => {
  it.each(rows)('[$rule] $state: $input', (row) => {
    expect(effectsOf(table, row)).toBe(row.effects);
  });
});
