/** The questions about a checker (settings `check-…`), and the named checkers that answer them. */
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../engine/model.ts';
import { completeSettings } from '../shared/settings.ts';
import { arguedChecker, checkerOf } from './checkers.ts';
import { forgettings } from './forgettings.ts';
import { promiseForgettings } from './promiseForgettings.ts';
import { choose, crash, deliver, drop, notes, restart, type Moves } from '../shared/moves.testing.ts';
import {
  answered,
  consumed,
  end,
  ended,
  finish,
  old,
  op,
  pass,
  place,
  possible,
  returns,
  runAt,
  seen,
  sent,
  started,
  verdicts,
} from './run.testing.ts';
import { settingSpecs } from './settings.ts';

const asked: Moves = [old, pass, answered];
const again: Moves = [end, pass, answered];
const lost: Moves = drop('endTransaction');
const slow: Moves = [started(), choose('keepRunning')];
const unreported: Moves = [ended('commit'), lost];
const reborn: Moves = [crash('order'), restart('order')];
const purged: Moves = choose('purgeRecord', { tx: 'o1' });
/** Committed by an instance that dies at once: the other one is asked. */
const left: Moves = [
  place('o1', 'producer'),
  deliver('halfMessage'),
  deliver('sendResult'),
  finish('commit'),
  crash('order'),
];
const TWO = { producers: '2' };

/** What checks answered, in order. */
function answers(settings: Settings, ...moves: readonly Moves[]): readonly unknown[] {
  return sent(runAt(settings, ...moves), 'endTransaction').flatMap(({ fromCheck, state }) =>
    fromCheck === true ? [state] : [],
  );
}

const complete = (given: Settings): Settings => completeSettings(settingSpecs, given);

it('[HM-C20] questions that are answered one by one come to what a named checker says', () => {
  const profile = (given: Settings) => checkerOf(complete(given));
  const careful = profile({});
  expect(profile({ checker: 'two-businesses', 'check-group': 'shared' })).toEqual(careful);
  expect(profile({ checker: 'grace-period', 'check-grace': 'none', 'check-running': 'unknown' })).toEqual(careful);
  expect(profile({ 'check-reads': 'nothing', 'check-missing': 'unknown' })).toEqual(
    profile({ checker: 'always-unknown' }),
  );
  expect(profile({ 'check-exception': 'unknown' })).toEqual(careful);
  expect(profile({ 'check-exception': 'commit' })).toEqual({ ...careful, exception: 'commit' });
});

describe('the question what a check reads', () => {
  it.each([
    ['order-row', 'COMMIT'],
    ['log-row', 'COMMIT'],
    ['late-status', 'COMMIT'],
    ['memory', 'COMMIT'],
    ['coordinator', 'COMMIT'],
    ['nothing', 'ROLLBACK'],
  ])('[HM-C20] finds a committed order in %s: %s', (reads, answer) => {
    expect(answers({ 'check-reads': reads }, unreported, asked)).toEqual([answer]);
  });

  it.each([
    ['order-row', 'COMMIT'],
    ['log-row', 'COMMIT'],
    ['late-status', 'ROLLBACK'],
    ['memory', 'ROLLBACK'],
    ['coordinator', 'UNKNOW'],
  ])('[HM-C20] after a crash between local commit and report: %s says %s', (reads, answer) => {
    expect(answers({ 'check-reads': reads }, started(), finish('commit'), reborn, asked)).toEqual([answer]);
  });

  it('[HM-C20] loses a map in memory with its process, and nothing else', () => {
    expect(answers({ 'check-reads': 'memory' }, unreported, reborn, asked)).toEqual(['ROLLBACK']);
    expect(answers({ 'check-reads': 'late-status' }, unreported, reborn, asked)).toEqual(['COMMIT']);
    const open = runAt({ 'check-reads': 'memory' }, unreported, started('o2'), crash('order'));
    expect(seen(open).orders.map(({ row }) => row)).toEqual(['committed', 'aborted']);
  });

  it('[HM-C20] finds no map of another instance', () => {
    expect(answers({ ...TWO, 'check-reads': 'memory' }, left, asked)).toEqual(['ROLLBACK']);
  });

  it('[HM-C20] finds what the listener wrote of a rolled back order, but nothing of one that threw', () => {
    const settings = { 'check-reads': 'late-status', 'check-missing': 'commit' };
    expect(answers(settings, ended('rollback'), lost, asked)).toEqual(['ROLLBACK']);
    expect(answers(settings, ended('throw'), end, asked)).toEqual(['COMMIT']);
    expect(answers({ 'check-reads': 'late-status' }, ended('throw-late'), end, asked)).toEqual(['ROLLBACK']);
  });

  it('[HM-C20] writes no outcome of a local transaction that never ran', () => {
    const skipped = runAt(
      { 'check-reads': 'late-status' },
      choose('setSendStatus', { status: 'FLUSH_DISK_TIMEOUT' }),
      started(),
      returns,
    );
    expect(notes(skipped, 'outcome-recorded')).toEqual([]);
  });
});

describe('the question what is answered when nothing is found', () => {
  it.each([
    ['rollback', 'ROLLBACK'],
    ['unknown', 'UNKNOW'],
    ['commit', 'COMMIT'],
    ['fence', 'ROLLBACK'],
  ])('[HM-C21] %s answers %s', (missing, answer) => {
    expect(answers({ 'check-missing': missing }, ended('throw'), end, asked)).toEqual([answer]);
  });

  it('[HM-C21] fences where the transaction runs into it, and nowhere else', () => {
    const row = (reads: string) =>
      seen(runAt({ 'check-missing': 'fence', 'check-running': 'unnoticed', 'check-reads': reads }, slow, asked)).orders;
    expect(row('log-row')).toEqual([{ order: 'o1', row: 'cancelled' }]);
    expect(row('late-status')).toEqual([{ order: 'o1', row: 'open' }]);
  });

  it('[HM-C21] fences nothing off that it notices running, from this instance or another', () => {
    const settings = { 'check-missing': 'fence' };
    expect(answers(settings, slow, asked)).toEqual(['UNKNOW']);
    expect(notes(runAt(settings, slow, asked), 'order-fenced')).toEqual([]);
    const other = runAt({ ...settings, ...TWO }, started(), old, pass, drop('checkTransactionState'), pass, answered);
    expect(notes(other, 'order-fenced')).toEqual([]);
  });
});

describe('the question what is answered while the local transaction runs', () => {
  it('[HM-C22] unknown says UNKNOW, unnoticed takes it for nothing found', () => {
    expect(answers({}, slow, asked)).toEqual(['UNKNOW']);
    expect(answers({ 'check-running': 'unnoticed' }, slow, asked)).toEqual(['ROLLBACK']);
    expect(answers({ 'check-running': 'unnoticed', 'check-missing': 'commit' }, slow, asked)).toEqual(['COMMIT']);
  });

  it('[HM-C22] is noticed by another instance only where the transaction shows while it runs', () => {
    const elsewhere: Moves = [started('o1'), old, pass, drop('checkTransactionState'), pass, answered];
    expect(answers({ ...TWO, 'check-reads': 'order-row' }, elsewhere)).toEqual(['UNKNOW']);
    expect(answers({ ...TWO, 'check-reads': 'coordinator' }, elsewhere)).toEqual(['UNKNOW']);
    expect(answers({ ...TWO, 'check-reads': 'late-status' }, elsewhere)).toEqual(['ROLLBACK']);
  });
});

describe('the question what is answered on an exception', () => {
  const throws: Moves = [old, pass, deliver('checkTransactionState'), choose('failLookUp')];

  it.each([
    ['rollback', 'ROLLBACK', 'o1 committed 0 lost'],
    ['commit', 'COMMIT', 'o1 committed 1 late'],
  ])('[HM-C23] %s answers %s', (exception, answer, verdict) => {
    const settings = { 'check-exception': exception };
    expect(answers(settings, unreported, throws)).toEqual([answer]);
    const settled: Moves = answer === 'COMMIT' ? [end, consumed] : [end, op];
    expect(verdicts(runAt(settings, unreported, throws, settled))).toEqual([verdict]);
  });

  it('[HM-C23] uncaught is UNKNOW said without a look, and no choice of its own', () => {
    const run = runAt({}, unreported, old, pass, deliver('checkTransactionState'));
    expect(possible(run)).not.toContain('choose failLookUp');
    expect(possible(run)).toContain('choose answerCheck');
  });
});

describe('the question whether what is read is purged', () => {
  it.each(['log-row', 'late-status', 'coordinator'])('[HM-C24] early: %s is not found any more', (reads) => {
    expect(answers({ 'check-reads': reads, 'check-purge': 'early' }, unreported, purged, asked)).toEqual(['ROLLBACK']);
  });

  it('[HM-C24] a fence put where a row was purged stops nothing and hides nothing', () => {
    const settings = { 'check-reads': 'log-row', 'check-purge': 'early', 'check-missing': 'fence' };
    const run = runAt(settings, unreported, purged, asked);
    expect(seen(run).orders).toEqual([{ order: 'o1', row: 'committed' }]);
    expect(answers(settings, unreported, purged, asked)).toEqual(['ROLLBACK']);
  });

  it('[HM-C24] purges nothing that is kept, not there, purged before, or an order itself', () => {
    const offered = (settings: Settings, ...moves: readonly Moves[]) =>
      possible(runAt(settings, ...moves)).includes('choose purgeRecord');
    const early = { 'check-reads': 'log-row', 'check-purge': 'early' };
    expect(offered(early, unreported)).toBe(true);
    expect(offered(early, unreported, purged)).toBe(false);
    expect(offered(early, started())).toBe(false);
    expect(offered(early, ended('rollback'))).toBe(false);
    expect(offered({ 'check-reads': 'log-row' }, unreported)).toBe(false);
    expect(offered({ 'check-purge': 'early' }, unreported)).toBe(false);
    expect(offered({ ...early, 'check-reads': 'coordinator' }, started())).toBe(true);
    expect(offered({ ...early, 'check-reads': 'late-status' }, started(), finish('commit'))).toBe(false);
  });
});

describe('the question of a grace period', () => {
  it('[HM-C25] answers the first two checks UNKNOW, and the third by what is missing', () => {
    const settings = { 'check-running': 'unnoticed', 'check-grace': 'two-checks' };
    expect(answers(settings, slow, asked, again, again)).toEqual(['UNKNOW', 'UNKNOW', 'ROLLBACK']);
    expect(answers(settings, unreported, asked)).toEqual(['COMMIT']);
  });

  it('[HM-C25] puts no fence before it is over', () => {
    const settings = { checker: 'fenced', 'check-grace': 'two-checks' };
    expect(seen(runAt(settings, slow, asked, again)).orders).toEqual([{ order: 'o1', row: 'open' }]);
    expect(seen(runAt(settings, slow, asked, again, again)).orders).toEqual([{ order: 'o1', row: 'cancelled' }]);
  });
});

describe('the question what the second instance is', () => {
  it.each([
    ['shared', 'COMMIT'],
    ['own-databases', 'ROLLBACK'],
    ['two-businesses', 'ROLLBACK'],
  ])('[HM-C26] %s: it answers %s for the first one', (group, answer) => {
    expect(answers({ ...TWO, 'check-group': group }, left, asked)).toEqual([answer]);
  });

  it('[HM-C26] a coordinator serves every instance of one business, and no other business', () => {
    const settings = { ...TWO, 'check-reads': 'coordinator' };
    expect(answers({ ...settings, 'check-group': 'own-databases' }, left, asked)).toEqual(['UNKNOW']);
    expect(answers({ ...settings, 'check-group': 'two-businesses' }, left, asked)).toEqual(['ROLLBACK']);
  });

  it('[HM-C26] another business places no such orders', () => {
    const placing = (group: string) =>
      possible(runAt({ ...TWO, 'check-group': group })).filter((step) => step === 'choose placeOrder').length;
    expect(['shared', 'own-databases', 'two-businesses'].map(placing)).toEqual([2, 2, 1]);
  });
});

describe('the named checkers', () => {
  it('[HM-C27] log-row says the truth from any instance', () => {
    expect(answers({ ...TWO, checker: 'log-row' }, left, asked)).toEqual(['COMMIT']);
    expect(answers({ checker: 'log-row' }, slow, asked)).toEqual(['UNKNOW']);
  });

  it('[HM-C28] purged-log loses a committed order', () => {
    expect(verdicts(runAt({ checker: 'purged-log' }, unreported, purged, asked, end, op))).toEqual([
      'o1 committed 0 lost',
    ]);
  });

  it('[HM-C29] late-status loses an order between its commit and its status', () => {
    const run = runAt({ checker: 'late-status' }, started(), finish('commit'), reborn, asked, end, op);
    expect(verdicts(run)).toEqual(['o1 committed 0 lost']);
  });

  it('[HM-C30] memory-map gives points to an order that was rolled back', () => {
    const run = runAt({ checker: 'memory-map' }, ended('rollback'), lost, reborn, asked, end, consumed);
    expect(verdicts(run)).toEqual(['o1 aborted 1 phantom']);
  });

  it('[HM-C31] coordinator loses what was forgotten, and never decides what it was not told', () => {
    expect(verdicts(runAt({ checker: 'coordinator' }, unreported, purged, asked, end, op))).toEqual([
      'o1 committed 0 lost',
    ]);
    const untold = runAt({ checker: 'coordinator' }, started(), finish('commit'), reborn, asked, end);
    expect(verdicts(untold)).toEqual(['o1 committed 0 pending']);
  });

  it('[HM-C32] grace-period loses an order whose transaction outlives it', () => {
    const run = runAt({ checker: 'grace-period' }, slow, asked, again, again, end, op, finish('commit'), returns, lost);
    expect(verdicts(run)).toEqual(['o1 committed 0 lost']);
  });

  it('[HM-C33] always-unknown says UNKNOW of every order', () => {
    expect(answers({ checker: 'always-unknown' }, unreported, asked, again)).toEqual(['UNKNOW', 'UNKNOW']);
    expect(answers({ checker: 'always-unknown' }, ended('rollback'), lost, asked)).toEqual(['UNKNOW']);
  });

  it('[HM-C34] two-businesses asks the wrong one', () => {
    expect(verdicts(runAt({ ...TWO, checker: 'two-businesses' }, left, asked, end, op))).toEqual([
      'o1 committed 0 lost',
    ]);
  });

  it('[HM-C20] [HM-C26] answer every question unless it is answered on its own', () => {
    expect(checkerOf(complete({ checker: 'coordinator', 'check-purge': 'kept' }))).toEqual({
      reads: 'coordinator',
      missing: 'rollback',
      running: 'unknown',
      exception: 'unknown',
      purge: 'kept',
      grace: 'none',
      group: 'shared',
    });
  });
});

describe('what the verifier may forget of a checker', () => {
  it('[HM-C27] is what was argued for the one that its answers come to', () => {
    const argued = (given: Settings) => arguedChecker(complete(given));
    expect(argued({})).toBe('unknown-while-running');
    expect(argued({ checker: 'log-row' })).toBe('unknown-while-running');
    expect(argued({ checker: 'fenced', 'check-missing': 'rollback' })).toBe('rollback-if-missing');
    expect(argued({ 'check-purge': 'early' })).toBe('unknown-while-running');
    const others = ['commit-if-missing', 'purged-log', 'late-status', 'memory-map', 'coordinator', 'grace-period'];
    expect([...others, 'always-unknown', 'two-businesses'].map((checker) => argued({ checker }))).toEqual(
      Array(8).fill(null),
    );
  });

  it('[HM-C20] [HM-C25] is less where answers are written down, checks are counted, or a coordinator is asked', () => {
    const count = (checker: string) => forgettings(complete({ checker })).length;
    const all = count('unknown-while-running');
    expect(['late-status', 'memory-map', 'grace-period', 'coordinator'].map(count)).toEqual([
      all - 1,
      all - 1,
      all - 1,
      all - 2,
    ]);
    expect(promiseForgettings(complete({ checker: 'purged-log' }))).toHaveLength(all);
  });
});
