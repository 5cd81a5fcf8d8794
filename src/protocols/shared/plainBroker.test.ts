import { describe, expect, it } from 'vitest';
import type { Message, Settings } from '../../engine/model.ts';
import { effectsOf, rowsOf, type RoleTable } from '../roleTable.testing.ts';
import { plainBroker } from './plainBroker.ts';

const publish: Message = { type: 'publish', tx: 'o1', from: 'relay', attempt: 0 };
const inputs = {
  publish,
  'publish late': { ...publish, isLate: true },
  'publish a cancellation': { ...publish, event: 'cancel' },
  putDone: { type: 'putDone' },
  appended: { type: 'appended' },
  loseNext: { type: 'loseNext' },
  'publish again': { ...publish, attempt: 1 },
};
const tableAt = (settings: Settings, states: RoleTable['states']): RoleTable => ({
  machine: plainBroker,
  role: 'broker',
  settings,
  states,
  inputs,
});

const durable = tableAt({}, { ready: [], storing: [publish], 'about to lose': [{ type: 'loseNext' }] });
const durableRows = rowsOf(`
  LT-M5 | ready   | publish                | send topic putMessage tx=o1 checkTimes=0 prepared=null · sets publishing · → exchange.storing
  LT-M5 | ready   | publish late           | send topic putMessage tx=o1 checkTimes=0 prepared=null isLate=true · sets publishing · → exchange.storing
  LT-M5 | ready   | publish a cancellation | send topic putMessage tx=o1 checkTimes=0 prepared=null event=cancel · sets publishing · → exchange.storing
  LT-M5 | storing | putDone                | send relay confirm tx=o1 attempt=0 · sets publishing · → exchange.ready
  LT-14 | ready   | loseNext               | sets losesNext
  LT-14 | about to lose | loseNext               | refused
  LT-14 | about to lose | publish                | note confirmed-not-kept tx=o1 · send relay confirm tx=o1 attempt=0 · sets losesNext
  LT-14 | about to lose | publish a cancellation | note confirmed-not-kept tx=o1 · send relay confirm tx=o1 attempt=0 event=cancel · sets losesNext
`);

const lossy = tableAt(
  { broker: 'lossy' },
  {
    ready: [],
    dirty: [{ type: 'appended' }],
  },
);
const lossyRows = rowsOf(`
  LT-M6 | ready         | appended               | arm flushLog · → disk.dirty
  LT-M6 | dirty         | appended               | ignore one-flush-for-both
  LT-M6 | dirty         | flushLog               | disarm flushLog · note log-flushed · send topic flush · → disk.flushed
`);

const mandatory = tableAt({ mandatory: 'on' }, { 'about to lose': [{ type: 'loseNext' }] });
const mandatoryRows = rowsOf(`
  LT-30 | about to lose | publish                | note message-returned tx=o1 · send relay returned tx=o1 attempt=0 · sets losesNext
  LT-30 | about to lose | publish a cancellation | note message-returned tx=o1 · send relay returned tx=o1 attempt=0 event=cancel · sets losesNext
`);

const stored = [publish, { type: 'putDone' }];
const knowing = tableAt(
  { 'broker-dedup': 'window' },
  { ready: [], stored, 'about to lose': [...stored, { type: 'loseNext' }], forgetful: [...stored, 'dedupWindow'] },
);
const knowingRows = rowsOf(`
  LT-31 | ready         | publish                | send topic putMessage tx=o1 checkTimes=0 prepared=null · arm dedupWindow · sets known publishing · → exchange.storing · → window.open
  LT-31 | stored        | publish again          | note duplicate-dropped tx=o1 · send relay confirm tx=o1 attempt=1
  LT-31 | stored        | publish a cancellation | send topic putMessage tx=o1 checkTimes=0 prepared=null event=cancel · sets known publishing · → exchange.storing
  LT-31 | about to lose | publish again          | note duplicate-dropped tx=o1 · send relay confirm tx=o1 attempt=1
  LT-31 | stored        | dedupWindow            | disarm dedupWindow · note window-over · sets known · → window.empty
  LT-31 | forgetful     | publish again          | send topic putMessage tx=o1 checkTimes=0 prepared=null · arm dedupWindow · sets known publishing · → exchange.storing · → window.open
`);

describe('the plain broker', () => {
  it.each(mandatoryRows)('[$rule] with mandatory, $state: $input', (line) => {
    expect(effectsOf(mandatory, line)).toBe(line.effects);
  });

  it.each(knowingRows)('[$rule] with deduplication, $state: $input', (line) => {
    expect(effectsOf(knowing, line)).toBe(line.effects);
  });

  it.each(durableRows)('[$rule] durable, $state: $input', (line) => {
    expect(effectsOf(durable, line)).toBe(line.effects);
  });

  it.each(lossyRows)('[$rule] lossy, $state: $input', (line) => {
    expect(effectsOf(lossy, line)).toBe(line.effects);
  });
});
