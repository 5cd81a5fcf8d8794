import { describe, expect, it } from 'vitest';
import type { Message } from '../../engine/model.ts';
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
};
const tableAt = (broker: string, states: RoleTable['states']): RoleTable => ({
  machine: plainBroker,
  role: 'broker',
  settings: { broker },
  states,
  inputs,
});

const durable = tableAt('durable', { ready: [], storing: [publish] });
const durableRows = rowsOf(`
  LT-M5 | ready   | publish                | send topic putMessage tx=o1 checkTimes=0 prepared=null · sets publishing · → exchange.storing
  LT-M5 | ready   | publish late           | send topic putMessage tx=o1 checkTimes=0 prepared=null isLate=true · sets publishing · → exchange.storing
  LT-M5 | ready   | publish a cancellation | send topic putMessage tx=o1 checkTimes=0 prepared=null event=cancel · sets publishing · → exchange.storing
  LT-M5 | storing | putDone                | send relay confirm tx=o1 attempt=0 · sets publishing · → exchange.ready
  LT-14 | ready   | loseNext               | refused
`);

const lossy = tableAt('lossy', {
  ready: [],
  'about to lose': [{ type: 'loseNext' }],
  dirty: [{ type: 'appended' }],
});
const lossyRows = rowsOf(`
  LT-M6 | ready         | loseNext               | sets losesNext
  LT-M6 | about to lose | loseNext               | refused
  LT-M6 | about to lose | publish                | note confirmed-not-kept tx=o1 · send relay confirm tx=o1 attempt=0 · sets losesNext
  LT-M6 | about to lose | publish a cancellation | note confirmed-not-kept tx=o1 · send relay confirm tx=o1 attempt=0 event=cancel · sets losesNext
  LT-M6 | ready         | appended               | arm flushLog · → disk.dirty
  LT-M6 | dirty         | appended               | ignore one-flush-for-both
  LT-M6 | dirty         | flushLog               | disarm flushLog · note log-flushed · send topic flush · → disk.flushed
`);

describe('the plain broker', () => {
  it.each(durableRows)('[$rule] durable, $state: $input', (line) => {
    expect(effectsOf(durable, line)).toBe(line.effects);
  });

  it.each(lossyRows)('[$rule] lossy, $state: $input', (line) => {
    expect(effectsOf(lossy, line)).toBe(line.effects);
  });
});
