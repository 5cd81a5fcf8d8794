import { describe, expect, it } from 'vitest';
import { replay } from '../../engine/timeline.ts';
import { choose, crash, deliver, drop, fire, go, notes, restart, told, type Moves } from '../shared/moves.testing.ts';
import {
  answered,
  committed,
  consumed,
  end,
  ended,
  inFlight,
  old,
  op,
  pass,
  place,
  possible,
  queues,
  returns,
  runAt,
  seen,
  sent,
  started,
  times,
  verdicts,
} from './run.testing.ts';

const RAW = { dedup: 'none' };
const unanswered: Moves = [ended('commit'), drop('endTransaction'), old];
const askedOf = (run: ReturnType<typeof runAt>) =>
  run.records.flatMap((record) =>
    record.kind === 'sent' && record.message.type === 'checkTransactionState' ? [record.to] : [],
  );

describe('a put that fails', () => {
  it('[HM-16] of an op takes its offsets with it: the message is asked about and delivered again', () => {
    const lost = runAt(RAW, committed(), consumed, choose('failNextOp'), op);
    expect(told(lost)).toEqual(['op-put-failed']);
    expect(queues(lost)).toEqual({ half: ['o1'], op: [], orders: ['o1'], discarded: [] });
    expect(verdicts(go(lost, old, pass, answered, end, consumed))).toEqual(['o1 committed 2 duplicated']);
  });

  it('[HM-16] of an op takes one offset in 4.9, where each has an op of its own', () => {
    const two: Moves = [committed('o1'), committed('o2'), choose('failNextOp'), op];
    expect([queues(runAt({ version: '4.9' }, two)).op, queues(runAt({}, two)).op]).toEqual([[[1]], []]);
  });

  it('[HM-15] [HM-16] leaves an offset that was accepted twice in one op twice', () => {
    const twice: Moves = [ended('commit'), choose('sendEndUnasked', { state: 'COMMIT' }), end, end];
    const run = runAt({}, twice, op);
    expect(queues(run).op).toEqual([[0, 0]]);
  });

  it('[HM-47] of a discard loses the message: the cursor moves on and it lies in no topic', () => {
    const spent: Moves = [ended('commit'), drop('endTransaction'), crash('order'), old, pass, fire('passEnd')];
    const run = runAt({ 'check-max': '1' }, spent, choose('failNextDiscard'), pass);
    expect(queues(run)).toEqual({ half: ['o1', 'o1+1'], op: [], orders: [], discarded: [] });
    expect([seen(run).checker.cursors.half, verdicts(run)]).toEqual([2, ['o1 committed 0 lost']]);
    expect(possible(go(run, restart('order')))).not.toContain('choose resume');
  });
});

describe('a pass that breaks off', () => {
  it('[HM-40] after its copies copies the same originals again, with the same count', () => {
    const run = runAt(RAW, unanswered, choose('breakPass'), pass, pass);
    expect(notes(run, 'copy-stored').map(({ offset, of, checkTimes }) => [offset, of, checkTimes])).toEqual([
      [1, 0, 1],
      [2, 0, 1],
      [3, 1, 2],
    ]);
    expect(askedOf(run)).toHaveLength(3);
  });

  it('[HM-40] ends behind its first copy, so that a second one that breaks off makes the same copy', () => {
    const run = runAt(RAW, unanswered, choose('breakPass'), pass, choose('breakPass'), pass);
    expect(notes(run, 'copy-stored').map(({ offset, of, checkTimes }) => [offset, of, checkTimes])).toEqual([
      [1, 0, 1],
      [2, 0, 1],
    ]);
  });

  it('[HM-40] is the only reason beside a lost cursor for two questions about one message in one pass', () => {
    const lostCursor: Moves = [unanswered, pass, drop('checkTransactionState'), crash('broker'), restart('broker')];
    const run = runAt({}, lostCursor, fire('heartbeatInterval'), pass);
    expect(inFlight(run, 'checkTransactionState').map(({ offset }) => offset)).toEqual([2, 3]);
  });
});

describe('a clean stop of the broker', () => {
  it('[HM-55] keeps the cursors, but loses the offsets whose op is younger than its interval', () => {
    const stopped: Moves = [choose('stopCleanly'), crash('broker'), restart('broker')];
    const run = runAt({}, committed('o1'), op, pass, committed('o2'), stopped);
    expect(seen(run).checker.cursors).toEqual({ half: 1, op: 1 });
    expect([queues(run).op, seen(run).halfTopic.buffer]).toEqual([[[0]], []]);
  });

  it('[HM-55] flushes the log: a power loss after it takes nothing more', () => {
    const run = runAt({ flush: 'async' }, committed(), choose('stopCleanly'), crash('broker', 'machine'));
    expect(queues(go(run, restart('broker')))).toMatchObject({ half: ['o1'], orders: ['o1'] });
  });
});

describe('a batch of ops that slips', () => {
  it('[HM-60] waits for two intervals, as long as transactionTimeOut: a prompt commit is delivered again', () => {
    const run = runAt(RAW, committed(), consumed, choose('slipOp'), old, pass, answered, end, consumed);
    expect(verdicts(run)).toEqual(['o1 committed 2 duplicated']);
    expect(possible(runAt({ version: '5.4' }, committed()))).not.toContain('choose slipOp');
    const { frames } = replay(run.engine, runAt(RAW, committed(), choose('slipOp'), op).steps).timeline;
    const settledMs = frames.find(({ step }) => step?.kind === 'deliver' && step.message.type === 'endTransaction');
    expect((frames.at(-1)?.timeMs ?? 0) - (settledMs?.timeMs ?? 0)).toBe(3_000);
  });
});

describe('what people do', () => {
  it('[HM-6] a check that returns null sends nothing, and the next pass asks again', () => {
    const run = runAt({}, unanswered, pass, deliver('checkTransactionState'), choose('answerNothing'));
    expect([inFlight(run, 'endTransaction'), told(run)]).toEqual([[], ['check-unanswered']]);
    expect(queues(go(run, pass)).half).toEqual(['o1', 'o1+1', 'o1+2']);
  });

  it('[HM-6] a listener that commits and returns ROLLBACK is believed', () => {
    const run = runAt({}, started(), choose('finish', { outcome: 'commit-rollback' }), returns, end, op);
    expect([queues(run).orders, verdicts(run)]).toEqual([[], ['o1 committed 0 lost']]);
  });

  it('[HM-26] [HM-27] an answer by hand is taken for every half message that there is, discarded ones included', () => {
    const discarded: Moves = [unanswered, crash('order'), pass, fire('passEnd'), pass, restart('order')];
    const run = runAt({ 'check-max': '1' }, discarded);
    const byHand = run.engine.choices(run.world).filter(({ message }) => message.type === 'sendEndUnasked');
    expect(byHand.map(({ message }) => [message['state'], message['offset']])).toEqual([
      ['COMMIT', 0],
      ['ROLLBACK', 0],
      ['COMMIT', 1],
      ['ROLLBACK', 1],
    ]);
    const sentAgain = go(run, choose('sendEndUnasked', { offset: 1, state: 'COMMIT' }), end, consumed);
    expect([queues(sentAgain).discarded, verdicts(sentAgain)]).toEqual([['o1'], ['o1 committed 1 late']]);
  });

  it('[HM-19] a producer that retries sends three times before its caller gets the exception', () => {
    const rejected: Moves = [deliver('halfMessage'), deliver('sendResult')];
    const run = runAt({ 'send-retry': 'on' }, choose('setRejecting', { rejects: true }), place(), times(3, rejected));
    expect(sent(run, 'halfMessage').map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect([told(run), queues(run).half]).toEqual([['send-rejected'], []]);
  });
});

describe('who is asked', () => {
  const two = { producers: '2' };
  const twoHalves: Moves = [
    [place('o1', 'producer'), deliver('halfMessage'), deliver('sendResult'), choose('finish', { outcome: 'unknow' })],
    [place('o2', 'producer-b'), deliver('halfMessage'), old, old],
  ];
  const ask = (producer: string): Moves => choose('askNext', { producer });

  it('[HM-10] is any live instance, in any order, and the same one twice', () => {
    const asked = (...moves: readonly Moves[]) => askedOf(runAt(two, twoHalves, ...moves, pass));
    expect([
      asked(),
      asked(ask('producer-b')),
      asked(ask('producer-b'), ask('producer-b')),
      asked(ask('producer'), ask('producer')),
    ]).toEqual([
      ['producer', 'producer-b'],
      ['producer-b', 'producer'],
      ['producer-b', 'producer-b'],
      ['producer', 'producer'],
    ]);
  });

  it('[HM-10] is no instance that is down, and nobody can be named where there is one instance', () => {
    expect(askedOf(runAt(two, twoHalves, ask('producer-b'), crash('order-b'), pass))).toEqual(['producer', 'producer']);
    expect(possible(runAt({}))).not.toContain('choose askNext');
  });
});

describe('one-way requests of one connection', () => {
  it('[HM-31] may overtake each other', () => {
    const both: Moves = [unanswered, pass, answered, choose('sendEndUnasked', { offset: 0, state: 'ROLLBACK' })];
    const run = runAt({}, both);
    expect(inFlight(run, 'endTransaction')).toHaveLength(2);
    expect(queues(go(run, deliver('endTransaction', { offset: 0 }))).orders).toEqual([]);
    expect(queues(go(run, deliver('endTransaction', { offset: 1 }))).orders).toEqual(['o1']);
  });
});
