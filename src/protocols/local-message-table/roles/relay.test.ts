import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../engine/model.ts';
import { effectsOf, rowsOf, type RoleTable } from '../../roleTable.testing.ts';
import { completeSettings } from '../../shared/settings.ts';
import { settingSpecs } from '../settings.ts';
import { relay } from './relay.ts';

const row = { id: 1, tx: 'o1', status: 'NEW', attempts: 0, wait: 'young', owner: 'relay' };
const found = { type: 'row', row };
const wake = { type: 'wake' };
const saved = { type: 'saved' };
const confirm = { type: 'confirm', tx: 'o1', attempt: 0 };
const lost = (tx: string) => ({ type: 'undelivered', message: { type: 'publish', tx, from: 'relay', attempt: 0 } });
const waiting = [wake, found, 'publishDelay'];

const tableAt = (given: Settings, states: RoleTable['states']): RoleTable => ({
  machine: relay,
  role: 'relay',
  settings: completeSettings(settingSpecs, given),
  states,
  inputs: {
    wake,
    found,
    nothing: { type: 'row', row: null },
    saved,
    confirm,
    'confirm of another': { ...confirm, tx: 'o2' },
    'confirm of attempt 1': { ...confirm, attempt: 1 },
    returned: { type: 'returned', tx: 'o1', attempt: 0 },
    'returned another': { type: 'returned', tx: 'o2', attempt: 0 },
    undelivered: lost('o1'),
    'undelivered of another': lost('o2'),
  },
});

const thenMark = tableAt(
  {},
  {
    idle: [],
    reading: [wake],
    'about to publish': [wake, found],
    'found by the timer': ['pollInterval', found],
    'found by the timer, hinted': ['pollInterval', found, wake],
    'awaiting confirm': waiting,
    'sent again': [wake, { ...found, row: { ...row, status: 'SENT', attempts: 1 } }],
    'cancellation in hand': [wake, { ...found, row: { ...row, event: 'cancel' } }],
    failing: [...waiting, 'confirmTimeout'],
    'failing, hinted': ['pollInterval', found, wake, 'publishDelay', 'confirmTimeout'],
    confirmed: [...waiting, confirm],
    marking: [...waiting, confirm, 'markDelay'],
  },
);

const thenMarkRows = rowsOf(`
  LT-M4  | idle                       | wake                   | disarm pollInterval · send order-database read from=relay why=wake · sets why · → reading
  LT-M4  | idle                       | pollInterval           | disarm pollInterval · send order-database read from=relay why=poll · → reading
  LT-M10 | idle                       | confirm                | ignore nobody-waits-for-the-confirm
  LT-M10 | idle                       | undelivered            | ignore nobody-waits-for-the-confirm
  LT-M4  | reading                    | found                  | arm publishDelay · sets row · → toPublish
  LT-M4  | reading                    | nothing                | arm pollInterval · sets why · → idle
  LT-M4  | about to publish           | wake                   | sets isHinted
  LT-M4  | about to publish           | publishDelay           | disarm publishDelay · send broker publish tx=o1 from=relay attempt=0 · arm confirmTimeout · → awaitingConfirm
  LT-M2  | found by the timer         | publishDelay           | disarm publishDelay · send broker publish tx=o1 from=relay attempt=0 isLate=true · arm confirmTimeout · → awaitingConfirm
  LT-M2  | found by the timer, hinted | publishDelay           | disarm publishDelay · send broker publish tx=o1 from=relay attempt=0 isLate=true · arm confirmTimeout · → awaitingConfirm
  LT-M2  | sent again                 | publishDelay           | disarm publishDelay · send broker publish tx=o1 from=relay attempt=1 isLate=true · arm confirmTimeout · → awaitingConfirm
  LT-24  | cancellation in hand       | publishDelay           | disarm publishDelay · send broker publish tx=o1 from=relay attempt=0 event=cancel · arm confirmTimeout · → awaitingConfirm
  LT-9   | awaiting confirm           | confirm                | disarm confirmTimeout · arm markDelay · → confirmed
  LT-M10 | awaiting confirm           | confirm of another     | ignore nobody-waits-for-the-confirm
  LT-M10 | awaiting confirm           | confirm of attempt 1   | ignore nobody-waits-for-the-confirm
  LT-30  | awaiting confirm           | returned               | disarm confirmTimeout · note publish-returned tx=o1 · send order-database fail from=relay id=1 · → failing
  LT-M10 | awaiting confirm           | returned another       | ignore nobody-waits-for-the-confirm
  LT-M10 | idle                       | returned               | ignore nobody-waits-for-the-confirm
  LT-11  | awaiting confirm           | undelivered            | disarm confirmTimeout · note publish-failed tx=o1 · send order-database fail from=relay id=1 · → failing
  LT-M10 | awaiting confirm           | undelivered of another | ignore nobody-waits-for-the-confirm
  LT-13  | awaiting confirm           | confirmTimeout         | disarm confirmTimeout · note confirm-timed-out tx=o1 · send order-database fail from=relay id=1 · → failing
  LT-M4  | awaiting confirm           | wake                   | sets isHinted
  LT-M4  | failing                    | saved                  | send order-database read from=relay why=wake · → reading
  LT-M4  | failing, hinted            | saved                  | send order-database read from=relay why=wake · sets why isHinted · → reading
  LT-9   | confirmed                  | markDelay              | disarm markDelay · send order-database mark from=relay id=1 · → marking
  LT-M10 | confirmed                  | confirm                | ignore nobody-waits-for-the-confirm
  LT-M4  | marking                    | saved                  | send order-database read from=relay why=wake · → reading
`);

const tailing = tableAt(
  { relay: 'log-tailing' },
  { waiting: [], reading: ['tailInterval'], 'about to publish': ['tailInterval', found] },
);

const tailingRows = rowsOf(`
  LT-33 | waiting          | tailInterval | disarm tailInterval · send order-database read from=relay why=tail · → reading
  LT-33 | reading          | found        | arm publishDelay · sets row · → toPublish
  LT-33 | reading          | nothing      | arm tailInterval · → tailing
  LT-33 | about to publish | publishDelay | disarm publishDelay · send broker publish tx=o1 from=relay attempt=0 · arm confirmTimeout · → awaitingConfirm
`);

const patient = tableAt({ 'confirm-wait': 'unlimited' }, { 'about to publish': [wake, found], waiting });

const patientRows = rowsOf(`
  LT-36 | about to publish | publishDelay | disarm publishDelay · send broker publish tx=o1 from=relay attempt=0 · → awaitingForever
  LT-36 | waiting          | confirm      | arm markDelay · → confirmed
  LT-36 | waiting          | undelivered  | note publish-failed tx=o1 · send order-database fail from=relay id=1 · → failing
  LT-36 | waiting          | wake         | sets isHinted
`);

const afterMark = tableAt(
  { publish: 'after-mark' },
  {
    'about to mark': [wake, found],
    marking: [wake, found, 'markDelay'],
    marked: [wake, found, 'markDelay', saved],
  },
);

const afterMarkRows = rowsOf(`
  LT-15  | about to mark | markDelay    | disarm markDelay · send order-database mark from=relay id=1 · → markingFirst
  LT-15  | marking       | saved        | arm publishDelay · → markedFirst
  LT-15  | marked        | publishDelay | disarm publishDelay · send broker publish tx=o1 from=relay attempt=0 · send order-database read from=relay why=wake · → reading
  LT-M10 | marked        | confirm      | ignore nobody-waits-for-the-confirm
`);

describe('the relay', () => {
  it.each(tailingRows)('[$rule] tailing the log, $state: $input', (line) => {
    expect(effectsOf(tailing, line)).toBe(line.effects);
  });

  it.each(thenMarkRows)('[$rule] $state: $input', (line) => {
    expect(effectsOf(thenMark, line)).toBe(line.effects);
  });

  it.each(patientRows)('[$rule] waiting without limit, $state: $input', (line) => {
    expect(effectsOf(patient, line)).toBe(line.effects);
  });

  it.each(afterMarkRows)('[$rule] with the mark first, $state: $input', (line) => {
    expect(effectsOf(afterMark, line)).toBe(line.effects);
  });
});
