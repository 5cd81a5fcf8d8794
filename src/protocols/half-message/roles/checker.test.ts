import { describe, expect, it } from 'vitest';
import { effectsOf, rowsOf, type RoleTable } from '../../roleTable.testing.ts';
import { completeSettings } from '../../shared/settings.ts';
import { settingSpecs } from '../settings.ts';
import { checker } from './checker.ts';

const half = (tx: string, checkTimes: number) => ({ tx, producer: 'producer', checkTimes, prepared: null });
const queues = (...messages: readonly ReturnType<typeof half>[]) => ({
  type: 'queuesRead',
  half: messages,
  op: [],
  young: [],
});
const putBack = (first: number, checkTimes: number, prepared: number | null = null) => ({
  type: 'halfPutBack',
  first,
  copies: [{ ...half('o1', checkTimes), prepared, of: 0 }],
});
const asking = ['transactionCheckInterval', queues(half('o1', 0))];
const lastAsking = ['transactionCheckInterval', queues(half('o1', 1))];
const parked = ['transactionCheckInterval', queues(half('o1', 2))];

const table: RoleTable = {
  machine: checker,
  role: 'checker',
  settings: completeSettings(settingSpecs, { 'check-max': '2', flush: 'async' }),
  states: {
    waiting: [],
    reading: ['transactionCheckInterval'],
    'putting back': asking,
    'putting the last one back': lastAsking,
    'still there': [...lastAsking, putBack(1, 2)],
    parked,
    'reading, discard fails': ['transactionCheckInterval', { type: 'failNextDiscard' }],
    'still there, discard fails': [...lastAsking, putBack(1, 2), { type: 'failNextDiscard' }],
    'reading, breaks off': ['transactionCheckInterval', { type: 'breakPass' }],
  },
  inputs: {
    'nothing there': queues(),
    'one pending': queues(half('o1', 0)),
    'one young': { ...queues(half('o1', 0)), young: [0] },
    'one settled': { ...queues(half('o1', 0)), op: [[0]] },
    'one at its maximum': queues(half('o1', 2)),
    'one to discard, one to ask': queues(half('o1', 2), half('o2', 0)),
    'copy 1 of o1': putBack(1, 1),
    'copy 2 of o1': putBack(1, 2),
    'silent copy of o1': putBack(1, 1, 0),
    'copy 2, others behind': putBack(3, 2),
    reachOwnCopy: { type: 'reachOwnCopy' },
    resume: { type: 'resume', tx: 'o1' },
    flush: { type: 'flush' },
    persist: { type: 'persist' },
    failNextDiscard: { type: 'failNextDiscard' },
    breakPass: { type: 'breakPass' },
  },
};

const rows = rowsOf(`
  HM-33  | waiting                   | transactionCheckInterval   | disarm transactionCheckInterval · send half-topic readForPass · → service.reading
  HM-18  | reading                   | nothing there              | arm transactionCheckInterval · → service.waiting
  HM-36  | reading                   | one pending                | send half-topic putBackHalfMsgQueue copies=[{"checkTimes":1,"of":0,"prepared":null,"producer":"producer","tx":"o1"}] · arm persistOffset · sets cursors · → service.puttingBack · → offsets.moved
  HM-39  | reading                   | one young                  | arm transactionCheckInterval · → service.waiting
  HM-41  | reading                   | one settled                | arm transactionCheckInterval · arm persistOffset · sets cursors · → service.waiting · → offsets.moved
  HM-45  | reading                   | one at its maximum         | note discarded tx=o1 offset=0 checkTimes=2 · send broker appended · arm transactionCheckInterval · arm persistOffset · sets cursors discarded · → service.waiting · → offsets.moved
  HM-45  | reading                   | one to discard, one to ask | note discarded tx=o1 offset=0 checkTimes=2 · send broker appended · send half-topic putBackHalfMsgQueue copies=[{"checkTimes":1,"of":1,"prepared":null,"producer":"producer","tx":"o2"}] · arm persistOffset · sets cursors discarded · → service.puttingBack · → offsets.moved
  HM-36  | putting back              | copy 1 of o1               | send broker checkProducer tx=o1 producer=producer offset=1 checkTimes=1 · arm transactionCheckInterval · → service.waiting
  HM-42  | putting back              | silent copy of o1          | arm transactionCheckInterval · → service.waiting
  HM-48  | putting the last one back | copy 2 of o1               | send broker checkProducer tx=o1 producer=producer offset=1 checkTimes=2 · arm passEnd · sets own · → service.lingering
  HM-48  | putting the last one back | copy 2, others behind      | send broker checkProducer tx=o1 producer=producer offset=3 checkTimes=2 · arm transactionCheckInterval · → service.waiting
  HM-48  | still there               | reachOwnCopy               | disarm passEnd · note discarded tx=o1 offset=1 checkTimes=2 · send broker appended · arm transactionCheckInterval · sets own cursors discarded · → service.waiting
  HM-33  | still there               | passEnd                    | disarm passEnd · arm transactionCheckInterval · sets own · → service.waiting
  HM-49  | waiting                   | resume                     | refused
  HM-49  | parked                    | resume                     | send half-topic resumeCheckHalfMessage half={"checkTimes":0,"prepared":null,"producer":"producer","tx":"o1"}
  HM-55  | parked                    | persistOffset              | disarm persistOffset · sets persisted · → offsets.persisted
  HM-47  | waiting                   | failNextDiscard            | sets failsNextDiscard
  HM-47  | reading, discard fails    | failNextDiscard            | refused
  HM-47  | reading, discard fails    | one at its maximum         | note discard-put-failed tx=o1 offset=0 checkTimes=2 · arm transactionCheckInterval · arm persistOffset · sets failsNextDiscard cursors · → service.waiting · → offsets.moved
  HM-47  | still there, discard fails | reachOwnCopy              | disarm passEnd · note discard-put-failed tx=o1 offset=1 checkTimes=2 · arm transactionCheckInterval · sets own failsNextDiscard cursors · → service.waiting
  HM-40  | waiting                   | breakPass                  | sets breaksOff
  HM-40  | reading, breaks off       | one pending                | note pass-broke-off · send half-topic putBackHalfMsgQueue copies=[{"checkTimes":1,"of":0,"prepared":null,"producer":"producer","tx":"o1"}] · sets breaksOff · → service.puttingBack
  HM-40  | reading, breaks off       | one settled                | arm transactionCheckInterval · arm persistOffset · sets cursors · → service.waiting · → offsets.moved
  HM-55  | parked                    | persist                    | disarm persistOffset · sets persisted · → offsets.persisted
  HM-C11 | parked                    | flush                      | sets flushedDiscards
`);

describe('the checker', () => {
  it.each(rows)('[$rule] $state: $input', (row) => {
    expect(effectsOf(table, row)).toBe(row.effects);
  });
});
