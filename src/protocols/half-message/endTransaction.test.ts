import { describe, expect, it } from 'vitest';
import {
  choose,
  crash,
  deliver,
  drop,
  duplicate,
  fire,
  go,
  ignored,
  notes,
  restart,
  told,
  type Moves,
} from '../shared/moves.testing.ts';
import {
  answered,
  answeredBy,
  committed,
  consumed,
  end,
  ended,
  finish,
  inject,
  old,
  op,
  pass,
  possible,
  queues,
  returns,
  runAt,
  sameWorld,
  seen,
  sent,
  started,
  times,
  verdicts,
} from './run.testing.ts';

const RAW = { dedup: 'none' };
const local: Moves = deliver('endTransaction', { fromCheck: false });
const check: Moves = deliver('endTransaction', { fromCheck: true });
const lost: Moves = drop('endTransaction');

describe('endTransaction at the broker', () => {
  it('[HM-21] changes nothing when it says UNKNOW, from whomever', () => {
    const [before, after] = [runAt({}, ended('unknow'), lost), runAt({}, ended('unknow'), end)];
    expect(sameWorld(before, after)).toBe(true);
    expect(ignored(after)).toEqual(['broker: unknow-changes-nothing']);
    const asked: Moves = [ended('unknow'), lost, old, pass, answeredBy('UNKNOW')];
    expect(sameWorld(runAt({}, asked, lost), runAt({}, asked, end))).toBe(true);
  });

  it('[HM-22] is refused where no half message of its transaction lies at the offset', () => {
    const stray = { type: 'endTransaction', tx: 'o1', state: 'COMMIT', offset: 7, fromCheck: false };
    const run = runAt({}, started(), inject('producer', 'broker', stray), end);
    expect(told(run)).toEqual(['no-half-at-offset']);
    expect(queues(run)).toEqual({ half: ['o1'], op: [], orders: [], discarded: [] });
  });

  it('[HM-22] is refused where a power loss took the half message', () => {
    const run = runAt({ flush: 'async' }, ended('commit'), crash('broker', 'machine'), restart('broker'), end);
    expect(notes(run, 'no-half-at-offset')).toEqual([{ tx: 'o1', state: 'COMMIT', offset: 0 }]);
    expect(sent(run, 'message')).toEqual([]);
  });

  it('[HM-23] puts the message to the real topic first and settles the half message then', () => {
    const run = runAt({}, committed());
    expect(seen(run).topic.orders).toEqual([{ tx: 'o1', checkTimes: 0, prepared: 0, reconsumeTimes: 0 }]);
    const calls = run.last.flatMap((record) => (record.kind === 'called' ? [record.message.type] : []));
    expect(calls.join(' ')).toBe('lookMessageByOffset halfFound putMessage putDone deletePrepareMessage');
  });

  it('[HM-24] only settles when it says ROLLBACK', () => {
    const run = runAt({}, ended('rollback'), end, op);
    expect(queues(run)).toEqual({ half: ['o1'], op: [[0]], orders: [], discarded: [] });
    expect(notes(run, 'message-dropped')).toEqual([{ tx: 'o1', state: 'ROLLBACK', offset: 0 }]);
  });

  it('[HM-25] delivers two messages with one key when the same COMMIT comes twice', () => {
    const run = runAt(RAW, ended('commit'), duplicate('endTransaction'), end, consumed, op, end, consumed, op);
    expect(queues(run)).toEqual({ half: ['o1'], op: [[0], [0]], orders: ['o1', 'o1'], discarded: [] });
    expect(verdicts(run)).toEqual(['o1 committed 2 duplicated']);
  });

  it('[HM-26] delivers a COMMIT that comes after a ROLLBACK of the same offset', () => {
    const twice: Moves = [ended('unknow'), end, old, pass, duplicate('checkTransactionState')];
    const run = runAt({}, twice, answeredBy('ROLLBACK'), end, op, answeredBy('COMMIT'), end, op);
    expect(queues(run)).toEqual({ half: ['o1', 'o1+1'], op: [[1], [1]], orders: ['o1'], discarded: [] });
  });

  it('[HM-25] [HM-26] [HM-27] takes an answer that somebody sends by hand like any other, once there is one', () => {
    const byHand = (state: string): Moves => [choose('sendEnd', { state }), end];
    const rolledBack = runAt(RAW, ended('rollback'), end);
    expect(queues(go(rolledBack, byHand('COMMIT'), op))).toMatchObject({ orders: ['o1'], op: [[0, 0]] });
    expect(queues(runAt(RAW, committed(), byHand('COMMIT')))).toMatchObject({ orders: ['o1', 'o1'] });
    expect(queues(runAt(RAW, committed(), byHand('ROLLBACK'), op))).toMatchObject({ orders: ['o1'], op: [[0, 0]] });
    expect(possible(runAt(RAW, ended('rollback')))).not.toContain('choose sendEnd');
  });

  it('[HM-26] delivers a COMMIT that comes after the discard, and the discard entry stays', () => {
    const run = runAt({ 'check-max': '1' }, ended('commit'), old, pass, fire('passEnd'), pass, local, consumed);
    expect(queues(run)).toEqual({ half: ['o1', 'o1+1'], op: [], orders: ['o1'], discarded: ['o1'] });
    expect(verdicts(run)).toEqual(['o1 committed 1 consistent']);
  });

  it('[HM-27] adds an op and takes nothing back when a ROLLBACK comes after a COMMIT', () => {
    const twice: Moves = [ended('unknow'), end, old, pass, duplicate('checkTransactionState')];
    const run = runAt({}, twice, answeredBy('COMMIT'), end, consumed, op, answeredBy('ROLLBACK'), end, op);
    expect(queues(run)).toEqual({ half: ['o1', 'o1+1'], op: [[1], [1]], orders: ['o1'], discarded: [] });
    expect(verdicts(run)).toEqual(['o1 committed 1 late']);
  });

  it('[HM-28] leaves the half message pending when the put fails, and tells nobody', () => {
    const run = runAt({}, choose('failNextPut'), ended('commit'), end);
    expect(told(run)).toEqual(['put-failed']);
    expect(queues(run)).toEqual({ half: ['o1'], op: [], orders: [], discarded: [] });
    expect(verdicts(go(run, old, pass, answered, end, consumed))).toEqual(['o1 committed 1 late']);
  });

  it('[HM-29] is refused since 5.1.1 when it comes after the custom immunity time, except from a check', () => {
    const immune = (version: string) => ({ version, immunity: 'long' });
    const tooLate: Moves = [ended('commit'), old, end];
    expect(notes(runAt(immune('5.x'), tooLate), 'illegal-operation')).toEqual([
      { tx: 'o1', state: 'COMMIT', offset: 0 },
    ]);
    expect(queues(runAt(immune('4.9'), tooLate)).orders).toEqual(['o1']);
    const asked: Moves = [ended('commit'), lost, old, pass, answered, end];
    expect(queues(runAt(immune('5.x'), asked)).orders).toEqual(['o1']);
  });

  it('[HM-29] is accepted within the immunity time, silent copies or not, and however often it comes', () => {
    const settings = { ...RAW, immunity: 'long' };
    expect(queues(runAt(settings, ended('commit'), pass, pass, end)).orders).toEqual(['o1']);
    const replayed: Moves = [ended('commit'), duplicate('endTransaction'), end, consumed, op, end];
    expect(queues(runAt(settings, replayed)).orders).toEqual(['o1', 'o1']);
  });

  it('[HM-29] never refuses a message without custom immunity, however old', () => {
    expect(queues(runAt({}, ended('commit'), old, end)).orders).toEqual(['o1']);
  });

  it('[HM-30] leaves the count of checks on the message that is delivered', () => {
    const run = runAt({}, ended('unknow'), end, old, times(2, pass), deliver('checkTransactionState', { offset: 2 }));
    expect(seen(go(run, fire('checkLocalTransaction'), end)).topic.orders).toEqual([
      { tx: 'o1', checkTimes: 2, prepared: 2, reconsumeTimes: 0 },
    ]);
  });

  it('[HM-31] has no effect when it is lost, also at a broker that is down', () => {
    const sentOnly = runAt({}, ended('commit'));
    expect(queues(go(sentOnly, lost))).toEqual(queues(sentOnly));
    const down = go(sentOnly, crash('broker'), end);
    expect(down.last.map(({ kind }) => kind)).toEqual(['lost']);
    expect(queues(go(down, restart('broker')))).toEqual(queues(sentOnly));
  });

  it('[HM-32] settles one offset and not the copies of its message, nor the original by a copy', () => {
    const slow: Moves = [started(), choose('keepRunning'), old, pass, answered, check];
    const late = runAt(RAW, slow, finish('commit'), returns, local, op, consumed);
    expect(queues(late)).toEqual({ half: ['o1', 'o1+1'], op: [[0]], orders: ['o1'], discarded: [] });
    const again = go(late, pass, answered, check, op, consumed);
    expect(queues(again)).toEqual({
      half: ['o1', 'o1+1', 'o1+2'],
      op: [[0], [2]],
      orders: ['o1', 'o1'],
      discarded: [],
    });
    expect(verdicts(again)).toEqual(['o1 committed 2 duplicated']);
  });
});
