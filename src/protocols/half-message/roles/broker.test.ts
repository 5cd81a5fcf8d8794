import { describe, expect, it } from 'vitest';
import { effectsOf, rowsOf, type RoleTable } from '../../roleTable.testing.ts';
import { completeSettings } from '../../shared/settings.ts';
import { settingSpecs } from '../settings.ts';
import { broker } from './broker.ts';

const halfMessage = { type: 'halfMessage', tx: 'o1', producer: 'producer', attempt: 1 };
const end = (state: string) => ({ type: 'endTransaction', tx: 'o1', state, offset: 4, fromCheck: false });
const found = (tx: string, isOld: boolean) => ({
  type: 'halfFound',
  half: { tx, producer: 'producer', checkTimes: 2, prepared: null },
  isOld,
});
const status = (value: string) => ({ type: 'setSendStatus', status: value });
const rejects = (value: boolean) => ({ type: 'setRejecting', rejects: value });
const gone = (process: string) => ({ type: 'connectionLost', process });
const failNextPut = { type: 'failNextPut' };
const appended = { type: 'appended' };

const table: RoleTable = {
  machine: broker,
  role: 'broker',
  settings: completeSettings(settingSpecs, { producers: '2', flush: 'async', immunity: 'long' }),
  states: {
    ready: [],
    rejecting: [rejects(true)],
    'slow to flush': [status('FLUSH_DISK_TIMEOUT')],
    'appending a half': [halfMessage],
    'appending, slow to flush': [status('FLUSH_DISK_TIMEOUT'), halfMessage],
    'looking up a COMMIT': [end('COMMIT')],
    'looking up one of a check': [{ ...end('COMMIT'), fromCheck: true }],
    'looking up a ROLLBACK': [end('ROLLBACK')],
    failing: [failNextPut],
    'looking up, failing': [failNextPut, end('COMMIT')],
    putting: [end('COMMIT'), found('o1', false)],
    'knowing nobody': [gone('order'), gone('order-b')],
    dirty: [appended],
  },
  inputs: {
    halfMessage,
    failNextPut,
    appended,
    flushNow: { type: 'flushNow' },
    halfAppended: { type: 'halfAppended', offset: 4 },
    COMMIT: end('COMMIT'),
    ROLLBACK: end('ROLLBACK'),
    UNKNOW: end('UNKNOW'),
    'found nothing': { type: 'halfFound', half: null, isOld: true },
    'found another': found('o2', false),
    'found a young half': found('o1', false),
    'found an old half': found('o1', true),
    putDone: { type: 'putDone' },
    checkProducer: { type: 'checkProducer', tx: 'o1', producer: 'producer', offset: 5, checkTimes: 1 },
    heartbeat: { type: 'heartbeat', from: 'producer' },
    'producer gone': gone('order'),
    'reject from now on': rejects(true),
    'accept from now on': rejects(false),
    'next FLUSH_DISK_TIMEOUT': status('FLUSH_DISK_TIMEOUT'),
    'next SLAVE_NOT_AVAILABLE': status('SLAVE_NOT_AVAILABLE'),
  },
};

const rows = rowsOf(`
  HM-11  | ready                     | halfMessage              | send half-topic appendHalf tx=o1 producer=producer · sets half · → processor.appendingHalf
  HM-19  | rejecting                 | halfMessage              | send producer sendResult tx=o1 attempt=1 status=NO_PERMISSION offset=null
  HM-11  | appending a half          | halfAppended             | send producer sendResult tx=o1 attempt=1 status=SEND_OK offset=4 · sets half · → processor.ready
  HM-3   | appending, slow to flush  | halfAppended             | send producer sendResult tx=o1 attempt=1 status=FLUSH_DISK_TIMEOUT offset=4 · sets nextStatus half · → processor.ready
  HM-21  | ready                     | UNKNOW                   | ignore unknow-changes-nothing
  HM-22  | ready                     | COMMIT                   | send half-topic lookMessageByOffset offset=4 · sets end · → processor.lookingUp
  HM-22  | ready                     | ROLLBACK                 | send half-topic lookMessageByOffset offset=4 · sets end · → processor.lookingUp
  HM-22  | looking up a COMMIT       | found nothing            | note no-half-at-offset tx=o1 state=COMMIT offset=4 · sets end · → processor.ready
  HM-22  | looking up a COMMIT       | found another            | note no-half-at-offset tx=o1 state=COMMIT offset=4 · sets end · → processor.ready
  HM-22  | looking up a ROLLBACK     | found another            | note no-half-at-offset tx=o1 state=ROLLBACK offset=4 · sets end · → processor.ready
  HM-23  | looking up a COMMIT       | found a young half       | send topic putMessage tx=o1 checkTimes=2 prepared=4 · → processor.putting
  HM-29  | looking up a COMMIT       | found an old half        | note illegal-operation tx=o1 state=COMMIT offset=4 · sets end · → processor.ready
  HM-29  | looking up a ROLLBACK     | found an old half        | note illegal-operation tx=o1 state=ROLLBACK offset=4 · sets end · → processor.ready
  HM-29  | looking up one of a check | found an old half        | send topic putMessage tx=o1 checkTimes=2 prepared=4 · → processor.putting
  HM-24  | looking up a ROLLBACK     | found a young half       | note message-dropped tx=o1 state=ROLLBACK offset=4 · send half-topic deletePrepareMessage offset=4 · sets end · → processor.ready
  HM-28  | looking up, failing       | found a young half       | note put-failed tx=o1 state=COMMIT offset=4 · sets failsNextPut end · → processor.ready
  HM-23  | putting                   | putDone                  | send half-topic deletePrepareMessage offset=4 · sets end · → processor.ready
  HM-10  | ready                     | checkProducer            | send producer checkTransactionState tx=o1 offset=5 checkTimes=1 · sets channels
  HM-38  | knowing nobody            | checkProducer            | note channel-is-null tx=o1 offset=5
  HM-56  | knowing nobody            | heartbeat                | send producer heartbeatAnswered · sets channels
  HM-10  | ready                     | heartbeat                | send producer heartbeatAnswered · sets channels
  HM-57  | ready                     | producer gone            | sets channels
  HM-57  | knowing nobody            | producer gone            |
  HM-19  | ready                     | reject from now on       | sets rejects
  HM-19  | ready                     | accept from now on       | refused
  HM-19  | rejecting                 | accept from now on       | sets rejects
  HM-3   | ready                     | next FLUSH_DISK_TIMEOUT  | sets nextStatus
  HM-3   | slow to flush             | next FLUSH_DISK_TIMEOUT  | refused
  HM-3   | ready                     | next SLAVE_NOT_AVAILABLE | refused
  HM-28  | ready                     | failNextPut              | sets failsNextPut
  HM-28  | failing                   | failNextPut              | refused
  HM-C11 | ready                     | appended                 | arm flushCommitLog · → disk.dirty
  HM-C11 | dirty                     | appended                 | ignore one-flush-for-both
  HM-C11 | ready                     | flushNow                 | send half-topic flush · send checker flush · send topic flush
  HM-C11 | dirty                     | flushNow                 | disarm flushCommitLog · send half-topic flush · send checker flush · send topic flush · → disk.flushed
  HM-C11 | dirty                     | flushCommitLog           | disarm flushCommitLog · note log-flushed · send half-topic flush · send checker flush · send topic flush · → disk.flushed
`);

describe('the broker', () => {
  it.each(rows)('[$rule] $state: $input', (row) => {
    expect(effectsOf(table, row)).toBe(row.effects);
  });
});
