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
  type Moves,
} from '../shared/moves.testing.ts';
import {
  answered,
  committed,
  end,
  ended,
  finish,
  old,
  op,
  pass,
  place,
  queues,
  runAt,
  seen,
  sent,
  started,
  verdicts,
} from './run.testing.ts';

const stored = (tx: string): Moves => [place(tx), deliver('halfMessage', { tx })];

describe('the half message', () => {
  it('[HM-11] is stored with its key and its sender, and nobody is offered it', () => {
    const run = runAt({}, stored('o1'));
    expect(seen(run).halfTopic.half).toEqual([{ tx: 'o1', producer: 'producer', checkTimes: 0, prepared: null }]);
    expect(notes(run, 'half-stored')).toEqual([{ tx: 'o1', offset: 0 }]);
    expect(sent(run, 'message')).toEqual([]);
  });

  it('[HM-11] is told to its sender by its half queue offset', () => {
    const run = runAt({}, ended('commit', 'o1'), stored('o2'));
    expect(sent(run, 'sendResult')).toEqual([
      { type: 'sendResult', tx: 'o1', attempt: 1, status: 'SEND_OK', offset: 0 },
      { type: 'sendResult', tx: 'o2', attempt: 1, status: 'SEND_OK', offset: 1 },
    ]);
  });

  it('[HM-12] stays where it was when it is settled, copied or discarded', () => {
    const settings = { 'check-max': '1' };
    const run = runAt(settings, committed('o1'), op, ended('unknow', 'o2'), end, old, pass, fire('passEnd'), pass);
    expect(queues(run)).toEqual({ half: ['o1', 'o2', 'o2+1'], op: [[0]], orders: ['o1'], discarded: ['o2'] });
  });

  it('[HM-19] is refused while the broker rejects transactional messages, and accepted again afterwards', () => {
    const rejects = (value: boolean): Moves => choose('setRejecting', { rejects: value });
    const run = runAt({}, rejects(true), stored('o1'));
    expect(sent(run, 'sendResult')).toEqual([
      { type: 'sendResult', tx: 'o1', attempt: 1, status: 'NO_PERMISSION', offset: null },
    ]);
    expect(queues(go(run, rejects(false), deliver('sendResult'), stored('o2'))).half).toEqual(['o2']);
  });
});

describe('the op message', () => {
  it('[HM-13] is the same for a COMMIT and for a ROLLBACK: half offsets and nothing else', () => {
    const settled = (outcome: 'commit' | 'rollback'): Moves => [ended(outcome), end, op];
    expect(seen(runAt({}, settled('commit'))).halfTopic.op).toEqual([[0]]);
    expect(seen(runAt({}, settled('rollback'))).halfTopic.op).toEqual([[0]]);
    expect(notes(runAt({}, settled('rollback')), 'op-stored')).toEqual([{ offset: 0, body: '0,' }]);
  });

  it('[HM-14] [HM-C17] is one for each answer in 4.9, with one bare offset', () => {
    const run = runAt({ version: '4.9' }, committed('o1'), op, committed('o2'), op);
    expect(notes(run, 'op-stored')).toEqual([
      { offset: 0, body: '0' },
      { offset: 1, body: '1' },
    ]);
  });

  it('[HM-14] is one for each answer in 4.9 even where two answers come before it', () => {
    const run = runAt({ version: '4.9' }, committed('o1'), committed('o2'), op);
    expect(seen(run).halfTopic.op).toEqual([[0], [1]]);
  });

  it('[HM-15] [HM-C17] waits in memory since 5.1 and then names all that waited, in order of completion', () => {
    const run = runAt({}, ended('commit', 'o1'), committed('o2'), deliver('endTransaction', { tx: 'o1' }));
    expect([seen(run).halfTopic.buffer, seen(run).halfTopic.op]).toEqual([[1, 0], []]);
    const written = go(run, op);
    expect([seen(written).halfTopic.buffer, seen(written).halfTopic.op]).toEqual([[], [[1, 0]]]);
    expect(notes(written, 'op-stored')).toEqual([{ offset: 0, body: '1,0,' }]);
  });

  it('[HM-15] names an offset as often as it was settled', () => {
    expect(seen(runAt({}, ended('commit'), duplicate('endTransaction'), end, end, op)).halfTopic.op).toEqual([[0, 0]]);
  });

  it('[HM-16] does not exist for a pass that comes before it: the settled message is asked about', () => {
    const run = runAt({}, committed(), old, pass);
    expect(notes(run, 'copy-stored')).toEqual([{ tx: 'o1', offset: 1, of: 0, checkTimes: 1 }]);
    expect(notes(runAt({}, committed(), op, pass), 'copy-stored')).toEqual([]);
  });

  it('[HM-16] does not yet let an order be called lost: the next pass may still ask', () => {
    const settings = { checker: 'rollback-if-missing' };
    const refusedWhileRunning: Moves = [started(), choose('keepRunning'), old, pass, answered, end];
    const lost: Moves = [refusedWhileRunning, finish('commit'), crash('order')];
    expect(verdicts(runAt(settings, lost))).toEqual(['o1 committed 0 pending']);
    expect(verdicts(runAt(settings, lost, op))).toEqual(['o1 committed 0 lost']);
  });
});

describe('the cursors', () => {
  it('[HM-17] leave nothing behind that was not named, copied or discarded', () => {
    const run = runAt({ 'check-max': '1' }, committed('o1'), op, ended('unknow', 'o2'), end, old, pass);
    expect(seen(run).checker.cursors).toEqual({ half: 2, op: 1 });
    expect({ op: seen(run).halfTopic.op, copies: notes(run, 'copy-stored') }).toEqual({
      op: [[0]],
      copies: [{ tx: 'o2', offset: 2, of: 1, checkTimes: 1 }],
    });
  });

  it('[HM-18] are not stored while they do not move', () => {
    expect(seen(runAt({}, pass)).checker.cursors).toEqual({ half: -1, op: -1 });
    expect(seen(runAt({}, stored('o1'), pass)).checker.cursors).toEqual({ half: -1, op: -1 });
  });

  it('[HM-18] move over ops only as far as all their offsets lie behind the half cursor', () => {
    const young: Moves = [ended('commit', 'o1'), committed('o2'), op];
    // o1 stands first, is still young and not settled: the pass stops there
    const stopped = runAt({}, young, deliver('endTransaction', { tx: 'o1' }), pass);
    expect(seen(stopped).checker.cursors).toEqual({ half: -1, op: -1 });
    expect(seen(go(stopped, op, pass)).checker.cursors).toEqual({ half: 2, op: 2 });
  });

  it('[HM-18] move over an op whose offset a pass has already copied', () => {
    const late: Moves = [ended('commit'), old, pass, deliver('endTransaction', { offset: 0 }), op];
    const run = runAt({}, late, drop('checkTransactionState'), pass);
    expect(seen(run).checker.cursors).toEqual({ half: 2, op: 1 });
  });

  it('[HM-18] come back from a restart as they were last persisted', () => {
    const run = runAt({}, committed(), op, pass, crash('broker'), restart('broker'));
    expect(seen(run).checker.cursors).toEqual({ half: -1, op: -1 });
    expect(ignored(run)).toEqual([]);
  });
});
