/** What checkLocalTransaction answers, for each value of the setting `checker`. */
import { describe, expect, it } from 'vitest';
import { choose, crash, deliver, drop, fire, go, notes, restart, type Moves } from '../shared/moves.testing.ts';
import {
  answered,
  consumed,
  end,
  ended,
  finish,
  inFlight,
  old,
  op,
  pass,
  place,
  queues,
  returns,
  runAt,
  seen,
  started,
  verdicts,
} from './run.testing.ts';

const asked: Moves = [old, pass, answered];
const lost: Moves = drop('endTransaction');
const slow: Moves = [started(), choose('keepRunning')];
/** The half message is stored, and its sender dies before the reply reaches it. */
const neverBegun: Moves = [place(), deliver('halfMessage'), crash('order'), restart('order'), deliver('sendResult')];

/** What the check says when the local transaction is in each of its states. */
function answers(checker: string) {
  const answer = (...moves: readonly Moves[]) =>
    inFlight(runAt({ checker, producers: '2' }, ...moves), 'endTransaction').flatMap(({ fromCheck, state }) =>
      fromCheck === true ? [state] : [],
    )[0];
  const askedOfOther: Moves = [started('o1'), old, pass, drop('checkTransactionState'), pass, answered];
  return {
    notBegun: answer(neverBegun, asked),
    awaitingReply: answer(place(), deliver('halfMessage'), asked),
    running: answer(slow, asked),
    runningElsewhere: answer(askedOfOther),
    committed: answer(ended('commit'), lost, asked),
    rolledBack: answer(ended('rollback'), lost, asked),
  };
}

describe('the setting checker', () => {
  it('[HM-C1] unknown-while-running says UNKNOW while the order may still be committed', () => {
    expect(answers('unknown-while-running')).toEqual({
      notBegun: 'ROLLBACK',
      awaitingReply: 'UNKNOW',
      running: 'UNKNOW',
      runningElsewhere: 'UNKNOW',
      committed: 'COMMIT',
      rolledBack: 'ROLLBACK',
    });
  });

  it('[HM-C1] costs a second delivery where the local COMMIT comes after a question, and never loses one', () => {
    const settings = { dedup: 'none' };
    const late: Moves = [slow, asked, end, finish('commit'), returns];
    expect(verdicts(runAt(settings, late, end, consumed, pass, answered, end, consumed))).toEqual([
      'o1 committed 2 duplicated',
    ]);
    expect(verdicts(runAt(settings, late, lost, pass, answered, end, consumed))).toEqual(['o1 committed 1 late']);
  });

  it('[HM-C2] rollback-if-missing takes a row that is not yet visible for a rolled back one', () => {
    expect(answers('rollback-if-missing')).toEqual({
      notBegun: 'ROLLBACK',
      awaitingReply: 'ROLLBACK',
      running: 'ROLLBACK',
      runningElsewhere: 'ROLLBACK',
      committed: 'COMMIT',
      rolledBack: 'ROLLBACK',
    });
  });

  it('[HM-C2] loses the message if the late COMMIT is lost as well, and is lucky if it is not', () => {
    const settings = { checker: 'rollback-if-missing' };
    const late: Moves = [slow, asked, end, op, finish('commit'), returns];
    expect(verdicts(runAt(settings, late, lost, pass))).toEqual(['o1 committed 0 lost']);
    expect(verdicts(runAt(settings, late, end, consumed))).toEqual(['o1 committed 1 consistent']);
  });

  it('[HM-C3] commit-if-missing delivers messages of orders that do not exist', () => {
    expect(answers('commit-if-missing')).toEqual({
      notBegun: 'COMMIT',
      awaitingReply: 'COMMIT',
      running: 'COMMIT',
      runningElsewhere: 'COMMIT',
      committed: 'COMMIT',
      rolledBack: 'COMMIT',
    });
    const settings = { checker: 'commit-if-missing' };
    expect(verdicts(runAt(settings, neverBegun, asked, end, consumed))).toEqual(['o1 none 1 phantom']);
  });

  it('[HM-C4] fenced says ROLLBACK only after it made the late transaction fail', () => {
    expect(answers('fenced')).toEqual(answers('rollback-if-missing'));
    const run = runAt({ checker: 'fenced' }, slow, asked);
    expect(seen(run).orders).toEqual([{ order: 'o1', row: 'cancelled' }]);
    const refused = go(run, finish('commit'));
    expect(notes(refused, 'commit-refused')).toEqual([{ tx: 'o1' }]);
    const both = go(refused, returns, deliver('endTransaction', { fromCheck: true }), end, op, pass);
    expect(queues(both).orders).toEqual([]);
    expect(verdicts(both)).toEqual(['o1 aborted 0 consistent']);
  });

  it('[HM-C4] fenced also fences off a transaction that begins later', () => {
    const run = runAt({ checker: 'fenced' }, place(), deliver('halfMessage'), asked, deliver('sendResult'));
    expect(notes(run, 'begin-after-fence')).toEqual([{ tx: 'o1' }]);
    const ending = go(run, finish('commit'), returns, deliver('endTransaction', { fromCheck: false }));
    expect(seen(ending).orders).toEqual([{ order: 'o1', row: 'cancelled' }]);
    expect(queues(ending).orders).toEqual([]);
  });

  it('[HM-C4] fenced leaves a committed order alone', () => {
    const run = runAt({ checker: 'fenced' }, ended('commit'), lost, asked, end, consumed);
    expect(verdicts(run)).toEqual(['o1 committed 1 late']);
  });

  it('[HM-C14] lets a member of the group see what the dead one left in the shared database', () => {
    const run = runAt({ producers: '2' }, started(), finish('commit'), crash('order'), old, pass);
    expect(verdicts(go(run, deliver('checkTransactionState'), fire('checkLocalTransaction'), end, consumed))).toEqual([
      'o1 committed 1 late',
    ]);
  });
});
