import { describe, expect, it } from 'vitest';
import { lastFrame, replay } from '../../engine/timeline.ts';
import {
  choose,
  crash,
  deliver,
  drop,
  duplicate,
  fire,
  go,
  notes,
  restart,
  type Moves,
} from '../shared/moves.testing.ts';
import {
  answered,
  committed,
  consumed,
  end,
  ended,
  finish,
  inFlight,
  old,
  op,
  pass,
  place,
  possible,
  queues,
  runAt,
  seen,
  sent,
  started,
  times,
  verdicts,
} from './run.testing.ts';

const RAW = { dedup: 'none' };
const ASYNC = { flush: 'async', dedup: 'none' };
const killed: Moves = [crash('broker'), restart('broker')];
const powerLost: Moves = [crash('broker', 'machine'), restart('broker')];
const flush: Moves = fire('flushCommitLog');
const registered: Moves = fire('heartbeatInterval');
const reconnected: Moves = fire('reconnect');
const failed: Moves = [deliver('message'), choose('failConsuming')];

describe('killing the broker process', () => {
  it('[HM-55] keeps every appended message', () => {
    const before = runAt(RAW, committed('o1'), op, consumed, ended('unknow', 'o2'), end);
    expect(queues(go(before, killed))).toEqual(queues(before));
    expect(queues(go(before, killed))).toEqual({ half: ['o1', 'o2'], op: [[0]], orders: ['o1'], discarded: [] });
  });

  it('[HM-55] loses the offsets whose op waits in memory: since 5.1 the message is delivered again', () => {
    const lost = runAt(RAW, committed(), consumed, killed);
    expect(seen(lost).halfTopic).toMatchObject({ buffer: [], op: [] });
    const again = go(lost, reconnected, registered, old, pass, answered, end, consumed);
    expect(verdicts(again)).toEqual(['o1 committed 2 duplicated']);
  });

  it('[HM-55] loses in 4.9 only an op that falls into the moment after its message', () => {
    const run = (...moves: readonly Moves[]) => queues(runAt({ version: '4.9' }, committed(), ...moves, killed)).op;
    expect([run(), run(op)]).toEqual([[], [[0]]]);
  });

  it('[HM-55] loses the progress of the cursors since they were last persisted', () => {
    const passed = runAt({}, committed(), op, pass);
    expect(seen(passed).checker.cursors).toEqual({ half: 1, op: 1 });
    expect(seen(go(passed, killed)).checker.cursors).toEqual({ half: -1, op: -1 });
    expect(seen(go(passed, fire('persistOffset'), killed)).checker.cursors).toEqual({ half: 1, op: 1 });
  });

  it('[HM-55] makes a pass go over messages again whose cursor was lost', () => {
    const asked: Moves = [ended('unknow'), end, old, pass, drop('checkTransactionState')];
    const run = runAt({}, asked, killed, pass);
    expect(notes(run, 'copy-stored').map(({ offset, of }) => [offset, of])).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
    ]);
  });

  it('[HM-56] leaves no producer to ask until the next heartbeat, and the passes until then use up counts', () => {
    const run = runAt({}, ended('commit'), drop('endTransaction'), killed, old, times(2, pass));
    expect(seen(run).broker?.channels).toEqual([]);
    expect(notes(run, 'channel-is-null').map(({ offset }) => offset)).toEqual([1, 2]);
    expect(sent(go(run, registered, pass), 'checkTransactionState')).toEqual([
      { type: 'checkTransactionState', tx: 'o1', offset: 3, checkTimes: 3 },
    ]);
  });

  it('[HM-56] lets a producer register while the broker is down in vain, and again 30 s later', () => {
    const run = runAt({}, crash('broker'), registered, restart('broker'));
    expect(seen(run).broker?.channels).toEqual([]);
    expect(seen(go(run, registered)).broker?.channels).toEqual(['producer']);
  });

  it('[HM-57] does not forget a dead producer that came back in the meantime', () => {
    const run = runAt({}, crash('broker'), crash('order'), restart('order'), restart('broker'), registered);
    expect(seen(run).broker?.channels).toEqual(['producer']);
  });
});

describe('killing a producer', () => {
  it('[HM-57] closes its channel at once and leaves its messages to the other members of the group', () => {
    const run = runAt({ producers: '2' }, ended('commit'), drop('endTransaction'), crash('order'));
    expect(seen(run).broker?.channels).toEqual(['producer-b']);
    expect(verdicts(go(run, old, pass, answered, end, consumed))).toEqual(['o1 committed 1 late']);
  });

  it('[HM-57] leaves them to the discard where there is nobody else', () => {
    const down: Moves = [ended('commit'), drop('endTransaction'), crash('order'), old];
    const run = runAt({ 'check-max': '2' }, down, times(2, pass), fire('passEnd'), pass);
    expect([queues(run).discarded, sent(run, 'checkTransactionState')]).toEqual([['o1'], []]);
    expect(verdicts(run)).toEqual(['o1 committed 0 parked']);
  });

  it('[HM-57] rolls back what was open, and the check finds it so', () => {
    const run = runAt({ producers: '2' }, started(), crash('order'));
    expect(seen(run).orders).toEqual([{ order: 'o1', row: 'aborted' }]);
    expect(verdicts(go(run, old, pass, answered, end))).toEqual(['o1 aborted 0 consistent']);
  });
});

describe('losing the power of the broker’s computer', () => {
  it('[HM-58] [HM-C11] takes nothing where every append is flushed', () => {
    const run = runAt({}, committed());
    expect(possible(run).filter((step) => step.startsWith('crash broker'))).toEqual(['crash broker process']);
    expect(possible(run)).not.toContain('fire flushCommitLog');
    expect(possible(runAt(ASYNC, committed())).filter((step) => step.startsWith('crash broker'))).toEqual([
      'crash broker process',
      'crash broker machine',
    ]);
  });

  it('[HM-C11] takes an op that nobody waited for, also with synchronous flush, until it is flushed', () => {
    const unwaited = { flush: 'sync-unwaited' };
    const settled = runAt(unwaited, committed(), op);
    expect(queues(settled).op).toHaveLength(1);
    const lost = go(settled, powerLost);
    expect([queues(lost).half.length, queues(lost).op.length, queues(lost).orders.length]).toEqual([1, 0, 1]);
    const kept = go(settled, fire('flushCommitLog'), powerLost);
    expect(queues(kept).op).toHaveLength(1);
  });

  it('[HM-C11] keeps what somebody waited for, and everything before it', () => {
    const unwaited = { flush: 'sync-unwaited' };
    const next = runAt(unwaited, committed(), op, started('o2'), powerLost);
    expect([queues(next).half.length, queues(next).op.length, queues(next).orders.length]).toEqual([2, 1, 1]);
  });

  it('[HM-C11] is at risk for 10 s on a quiet broker, 500 ms on a busy one, and 10 ms where nobody waits', () => {
    const risks = ['async', 'async-busy', 'sync-unwaited'].map((how) => {
      const before: Moves = how === 'sync-unwaited' ? committed() : [committed(), flush];
      const { engine, steps } = runAt({ flush: how }, before, op);
      const { timers, timeMs } = lastFrame(replay(engine, steps).timeline);
      return (timers.find(({ delay }) => delay === 'flushCommitLog')?.dueMs ?? 0) - timeMs;
    });
    expect(risks).toEqual([10_000, 500, 10]);
  });

  it('[HM-58] can take a half message after the local commit, and then nothing ever asks', () => {
    const run = runAt(ASYNC, started(), finish('commit'), powerLost, fire('endTransactionDelay'), end, pass);
    expect(queues(run)).toEqual({ half: [], op: [], orders: [], discarded: [] });
    expect(verdicts(run)).toEqual(['o1 committed 0 lost']);
  });

  it('[HM-58] can take the message and its op: the half message is asked about again', () => {
    const run = runAt(ASYNC, started(), flush, finish('commit'), fire('endTransactionDelay'), end, op, powerLost);
    expect(queues(run)).toEqual({ half: ['o1'], op: [], orders: [], discarded: [] });
    // the message was already on its way to the consumer
    expect(verdicts(go(run, consumed))).toEqual(['o1 committed 1 consistent']);
    const again = go(run, drop('message'), registered, pass, answered, end, reconnected, consumed);
    expect(verdicts(again)).toEqual(['o1 committed 1 late']);
  });

  it('[HM-58] can take the op alone: the message is delivered twice', () => {
    const run = runAt(ASYNC, committed(), consumed, flush, op, powerLost);
    expect(queues(run)).toEqual({ half: ['o1'], op: [], orders: ['o1'], discarded: [] });
    const again = go(run, reconnected, registered, pass, answered, end, deliver('message', { offset: 1 }));
    expect(verdicts(go(again, fire('consumeMessage')))).toEqual(['o1 committed 2 duplicated']);
  });

  it('[HM-58] never leaves an op without its message, since it always takes the end of the log', () => {
    for (const moves of [[flush], [], [flush, committed('o2')], [committed('o2'), flush]]) {
      const run = runAt(ASYNC, committed('o1'), op, moves, powerLost);
      const { topic, halfTopic } = seen(run);
      const put = topic.orders.map(({ prepared }) => prepared);
      expect(halfTopic.op.flat().filter((offset) => !put.includes(offset))).toEqual([]);
    }
  });

  it('[HM-58] takes discards and dead letters that were not flushed', () => {
    const parked: Moves = [ended('unknow'), end, old, pass, fire('passEnd'), pass];
    expect(queues(runAt({ ...ASYNC, 'check-max': '1' }, parked, powerLost)).discarded).toEqual([]);
    expect(queues(runAt({ ...ASYNC, 'check-max': '1' }, parked, flush, powerLost)).discarded).toEqual(['o1']);
    const dead = { ...ASYNC, 'reconsume-max': '0' };
    expect(seen(runAt(dead, committed(), failed, powerLost)).topic.dead).toEqual([]);
    expect(seen(runAt(dead, committed(), failed, flush, powerLost)).topic.dead).toHaveLength(1);
  });

  it('[HM-58] makes a failed message wait for its delay again when its retry was not flushed', () => {
    const failing: Moves = [committed(), failed, flush, fire('retryDelay')];
    expect(seen(runAt(ASYNC, failing, powerLost)).topic).toMatchObject({
      scheduled: [{ tx: 'o1', reconsumeTimes: 0 }],
      retry: [],
    });
    expect(seen(runAt(ASYNC, failing, flush, powerLost)).topic).toMatchObject({
      scheduled: [],
      retry: [{ tx: 'o1', reconsumeTimes: 1 }],
    });
  });

  it('[HM-58] spares what a killed broker had left in the page cache', () => {
    const run = runAt(ASYNC, committed(), killed, powerLost);
    expect(queues(run)).toEqual({ half: ['o1'], op: [], orders: ['o1'], discarded: [] });
  });

  it('[HM-58] makes a pass begin at the end of a queue that is now shorter than its cursor', () => {
    const before: Moves = [ended('unknow', 'o1'), end, flush, old, pass, drop('checkTransactionState'), pass];
    const behind: Moves = [before, drop('checkTransactionState'), fire('persistOffset')];
    const run = runAt(ASYNC, behind, powerLost);
    expect([seen(run).checker.cursors.half, queues(run).half]).toEqual([2, ['o1']]);
    expect(seen(go(run, pass)).checker.cursors.half).toBe(1);
  });

  it('[HM-58] makes a living consumer go on at the end of a queue that is now shorter', () => {
    const run = runAt(ASYNC, committed('o1'), consumed, powerLost, reconnected);
    expect(seen(run).consumer).toMatchObject({ orders: { base: 0, finished: [], have: [] } });
    expect(verdicts(go(run, committed('o2'), consumed))).toEqual([
      'o1 committed 1 consistent',
      'o2 committed 1 consistent',
    ]);
  });

  it('[HM-58] makes a living consumer miss what took the place of a message that it had', () => {
    const acknowledged: Moves = [fire('persistConsumerOffset'), deliver('consumerOffset')];
    const run = runAt(ASYNC, committed('o1'), consumed, acknowledged, powerLost, committed('o2'), op, reconnected);
    expect(inFlight(run, 'message')).toEqual([]);
    expect(verdicts(go(run, acknowledged))).toEqual(['o1 committed 1 consistent', 'o2 committed 0 lost']);
  });

  it('[HM-58] acknowledges nothing for a message in hand that is no longer stored', () => {
    const inHand: Moves = [committed('o1'), deliver('message'), powerLost, reconnected, committed('o2')];
    const run = runAt(ASYNC, inHand, fire('consumeMessage'));
    expect(seen(run).consumer).toMatchObject({ points: { o1: { added: 1 } }, orders: { base: 0, finished: [] } });
  });
});

describe('killing the consumer', () => {
  it('[HM-51] begins at the stored offset even if an old delivery comes before it is connected again', () => {
    const acknowledged: Moves = [fire('persistConsumerOffset'), deliver('consumerOffset')];
    const late: Moves = [committed('o1'), consumed, acknowledged, committed('o2'), crash('broker'), crash('points')];
    const run = runAt(RAW, late, restart('points'), consumed, restart('broker'), reconnected);
    expect(seen(run).consumer).toMatchObject({ orders: { base: 2, finished: [], have: [], told: 1 } });
    expect(seen(go(run, acknowledged)).topic.consumed.orders).toBe(2);
  });

  it('[HM-50] meets a delivery that was doubled on the way to the one that died', () => {
    const run = runAt({}, committed(), duplicate('message'), crash('points'), deliver('message'));
    expect(run.last.map(({ kind }) => kind)).toEqual(['lost', 'ignored']);
    expect(verdicts(go(run, restart('points'), deliver('message'), fire('consumeMessage'), place('o2')))).toEqual([
      'o1 committed 1 consistent',
      'o2 none 0 pending',
    ]);
  });
});
