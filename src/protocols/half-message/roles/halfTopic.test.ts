import { describe, expect, it } from 'vitest';
import { effectsOf, rowsOf, type RoleTable } from '../../roleTable.testing.ts';
import { completeSettings } from '../../shared/settings.ts';
import { settingSpecs } from '../settings.ts';
import { TRANSACTION_OP_MSG_MAX_SIZE } from '../vocabulary.ts';
import { halfTopic } from './halfTopic.ts';

const append = (tx: string) => ({ type: 'appendHalf', tx, producer: 'producer' });
const settle = (offset: number) => ({ type: 'deletePrepareMessage', offset });
const putBack = (prepared: number | null) => ({
  type: 'putBackHalfMsgQueue',
  copies: [{ tx: 'o1', producer: 'producer', checkTimes: 1, prepared, of: 0 }],
});
/** Each offset takes two characters, `0,`. */
const asManyAsFit = Array.from({ length: TRANSACTION_OP_MSG_MAX_SIZE / 2 }, () => settle(0));

const batched: RoleTable = {
  machine: halfTopic,
  role: 'half-topic',
  settings: completeSettings(settingSpecs, {}),
  states: {
    empty: [],
    one: [append('o1')],
    'one old': [append('o1'), 'transactionTimeOut'],
    two: [append('o1'), append('o2')],
    settled: [append('o1'), settle(0)],
    'two settled': [append('o1'), append('o2'), settle(1), settle(0)],
    written: [append('o1'), settle(0), 'opWrite'],
    'settled, put fails': [append('o1'), settle(0), { type: 'failNextOp' }],
    slipped: [append('o1'), settle(0), { type: 'slipOp' }],
  },
  inputs: {
    append: append('o2'),
    'look at 0': { type: 'lookMessageByOffset', offset: 0 },
    'settle 0': settle(0),
    readForPass: { type: 'readForPass' },
    'put back a copy': putBack(null),
    'put back in silence': putBack(0),
    resume: { type: 'resumeCheckHalfMessage', half: { tx: 'o1', producer: 'producer', checkTimes: 0, prepared: null } },
    flush: { type: 'flush' },
    failNextOp: { type: 'failNextOp' },
    slipOp: { type: 'slipOp' },
  },
};
const atOnce: RoleTable = { ...batched, settings: completeSettings(settingSpecs, { version: '4.9' }) };
const immune: RoleTable = { ...batched, settings: completeSettings(settingSpecs, { immunity: 'long' }) };
const flushedLater: RoleTable = { ...batched, settings: completeSettings(settingSpecs, { flush: 'async' }) };

const batchedRows = rowsOf(`
  HM-11 | empty       | append             | note half-stored tx=o2 offset=0 · send broker halfAppended offset=0 · arm transactionTimeOut · sets half young · → age.ageing
  HM-12 | one         | append             | note half-stored tx=o2 offset=1 · send broker halfAppended offset=1 · sets half young
  HM-22 | empty       | look at 0          | send broker halfFound half=null isOld=true
  HM-22 | one         | look at 0          | send broker halfFound half={"checkTimes":0,"prepared":null,"producer":"producer","tx":"o1"} isOld=false
  HM-22 | one old     | look at 0          | send broker halfFound half={"checkTimes":0,"prepared":null,"producer":"producer","tx":"o1"} isOld=true
  HM-15 | one         | settle 0           | arm opWrite · sets buffer · → op.buffered
  HM-15 | settled     | settle 0           | sets buffer
  HM-15 | settled     | opWrite            | disarm opWrite · note op-stored offset=0 body=0, · disarm transactionTimeOut · sets buffer op young · → op.written · → age.calm
  HM-15 | two settled | opWrite            | disarm opWrite · note op-stored offset=0 body=1,0, · disarm transactionTimeOut · sets buffer op young · → op.written · → age.calm
  HM-16 | settled     | failNextOp         | sets failsNextOp
  HM-16 | settled, put fails | failNextOp  | refused
  HM-16 | settled, put fails | opWrite     | disarm opWrite · note op-put-failed body=0, · sets buffer failsNextOp · → op.written
  HM-60 | settled     | slipOp             | disarm opWrite · arm opWrite · → op.slipped
  HM-60 | slipped     | settle 0           | sets buffer
  HM-60 | slipped     | opWrite            | disarm opWrite · note op-stored offset=0 body=0, · disarm transactionTimeOut · sets buffer op young · → op.written · → age.calm
  HM-25 | written     | settle 0           | arm opWrite · sets buffer · → op.buffered
  HM-16 | settled     | readForPass        | send checker queuesRead half=[{"checkTimes":0,"prepared":null,"producer":"producer","tx":"o1"}] op=[] young=[0]
  HM-36 | one old     | put back a copy    | note copy-stored tx=o1 offset=1 of=0 checkTimes=1 · send checker halfPutBack first=1 copies=[{"checkTimes":1,"of":0,"prepared":null,"producer":"producer","tx":"o1"}] · sets half
  HM-49 | one old     | resume             | note half-resumed tx=o1 offset=1 · sets half
  HM-34 | one         | transactionTimeOut | disarm transactionTimeOut · sets young · → age.calm
  HM-34 | two         | transactionTimeOut | disarm transactionTimeOut · arm transactionTimeOut · sets young
  HM-34 | settled     | transactionTimeOut | disarm transactionTimeOut · sets young · → age.calm
`);
const atOnceRows = rowsOf(`
  HM-14 | settled     | opWrite | disarm opWrite · note op-stored offset=0 body=0 · disarm transactionTimeOut · sets buffer op young · → op.written · → age.calm
  HM-14 | two settled | opWrite | disarm opWrite · note op-stored offset=0 body=1 · note op-stored offset=1 body=0 · disarm transactionTimeOut · sets buffer op young · → op.written · → age.calm
`);
const immuneRows = rowsOf(`
  HM-42 | one     | put back in silence | note silent-copy-stored tx=o1 offset=1 of=0 checkTimes=1 · send checker halfPutBack first=1 copies=[{"checkTimes":1,"of":0,"prepared":0,"producer":"producer","tx":"o1"}] · sets half young
  HM-29 | settled | opWrite             | disarm opWrite · note op-stored offset=0 body=0, · sets buffer op · → op.written
`);
const flushedLaterRows = rowsOf(`
  HM-C11 | empty   | append          | note half-stored tx=o2 offset=0 · send broker halfAppended offset=0 · send broker appended · arm transactionTimeOut · sets half young · → age.ageing
  HM-C11 | settled | opWrite         | disarm opWrite · note op-stored offset=0 body=0, · send broker appended · disarm transactionTimeOut · sets buffer op young · → op.written · → age.calm
  HM-C11 | one old | put back a copy | note copy-stored tx=o1 offset=1 of=0 checkTimes=1 · send checker halfPutBack first=1 copies=[{"checkTimes":1,"of":0,"prepared":null,"producer":"producer","tx":"o1"}] · send broker appended · sets half
  HM-C11 | one old | resume          | note half-resumed tx=o1 offset=1 · send broker appended · sets half
  HM-C11 | one     | flush           | sets flushed
`);

describe('the half topic', () => {
  it('[HM-15] writes the op at once when its text would exceed transactionOpMsgMaxSize', () => {
    const full: RoleTable = { ...batched, states: { 'almost full': asManyAsFit.slice(1), full: asManyAsFit } };
    const settled = (state: string) => effectsOf(full, { rule: 'HM-15', state, input: 'settle 0', effects: '' });
    expect(settled('almost full')).toBe('sets buffer');
    expect(settled('full')).toMatch(/^disarm opWrite · note op-stored .* · sets buffer op · → op\.written$/);
  });

  it('[HM-15] writes the newest offset first when the text has become too long', () => {
    const almostFull: RoleTable = {
      ...batched,
      states: { 'almost full': asManyAsFit },
      inputs: { 'settle 7': settle(7) },
    };
    const told = effectsOf(almostFull, { rule: 'HM-15', state: 'almost full', input: 'settle 7', effects: '' });
    expect(told).toMatch(/body=7,0,0,/);
  });

  it('[HM-60] [HM-C17] lets no batch slip in 5.4 and in 4.9', () => {
    const slip = (version: string): string =>
      effectsOf(
        { ...batched, settings: completeSettings(settingSpecs, { version }) },
        { rule: 'HM-60', state: 'settled', input: 'slipOp', effects: '' },
      );
    expect(['4.9', '5.4'].map(slip)).toEqual(['refused', 'refused']);
  });

  it.each(batchedRows)('[$rule] $state: $input', (row) => {
    expect(effectsOf(batched, row)).toBe(row.effects);
  });

  it.each(atOnceRows)('[$rule] in 4.9, $state: $input', (row) => {
    expect(effectsOf(atOnce, row)).toBe(row.effects);
  });

  it.each(immuneRows)('[$rule] with custom immunity, $state: $input', (row) => {
    expect(effectsOf(immune, row)).toBe(row.effects);
  });

  it.each(flushedLaterRows)('[$rule] flushed later, $state: $input', (row) => {
    expect(effectsOf(flushedLater, row)).toBe(row.effects);
  });
});
