import { describe, expect, it } from 'vitest';
import { textOf } from '../../engine/data.ts';
import { replay } from '../../engine/timeline.ts';
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
  type Play,
} from '../shared/moves.testing.ts';
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
  runAt,
  seen,
  sent,
  times,
  verdicts,
} from './run.testing.ts';

const RAW = { dedup: 'none' };
const failed: Moves = [deliver('message'), choose('failConsuming')];
const acknowledged: Moves = [fire('persistConsumerOffset'), deliver('consumerOffset')];
const killed: Moves = [crash('points'), restart('points')];
const message = (offset: number, tx: string, queue = 'orders') => ({ type: 'message', queue, offset, tx });

describe('delivery', () => {
  it('[HM-50] begins with the message in the real topic, and never with the half message', () => {
    expect(sent(runAt({}, ended('commit')), 'message')).toEqual([]);
    expect(sent(runAt({}, committed()), 'message')).toEqual([
      { ...message(0, 'o1'), checkTimes: 0, reconsumeTimes: 0 },
    ]);
  });

  it('[HM-50] can happen more than once, and each one is processed', () => {
    const run = runAt(RAW, committed(), duplicate('message'), consumed, consumed);
    expect(verdicts(run)).toEqual(['o1 committed 2 duplicated']);
  });

  it('[HM-50] happens again when it was lost on the way', () => {
    const run = runAt({}, committed(), drop('message'));
    expect(inFlight(run, 'message')).toEqual([]);
    expect(verdicts(go(run, fire('pullAgain'), consumed))).toEqual(['o1 committed 1 consistent']);
  });

  it('[HM-50] waits for a consumer that is not there', () => {
    const away = runAt({}, crash('points'), committed());
    expect([inFlight(away, 'message'), verdicts(away)]).toEqual([[], ['o1 committed 0 pending']]);
    expect(verdicts(go(away, restart('points'), consumed))).toEqual(['o1 committed 1 consistent']);
  });

  it('[HM-51] repeats after a crash everything from the last stored offset on, finished messages included', () => {
    const two: Moves = [committed('o1'), consumed, acknowledged, committed('o2'), consumed, committed('o3')];
    const run = runAt(RAW, two, drop('message'), killed);
    expect(inFlight(run, 'message').map(({ tx }) => tx)).toEqual(['o2', 'o3']);
    expect(verdicts(go(run, deliver('message', { tx: 'o2' }), fire('consumeMessage')))[1]).toBe(
      'o2 committed 2 duplicated',
    );
  });

  it('[HM-51] stores an offset only up to the first unfinished message', () => {
    const run = runAt(RAW, committed('o1'), committed('o2'), deliver('message', { tx: 'o2' }), fire('consumeMessage'));
    expect(possible(run)).not.toContain('fire persistConsumerOffset');
    const both = go(run, consumed, acknowledged);
    expect(seen(both).topic.consumed).toEqual({ orders: 2, retry: 0 });
    expect(notes(both, 'marked-consumed')).toEqual([
      { tx: 'o1', queue: 'orders', offset: 0 },
      { tx: 'o2', queue: 'orders', offset: 1 },
    ]);
  });

  it('[HM-51] tells an offset again when it was lost, and ignores an older one', () => {
    const lost = runAt(RAW, committed(), consumed, fire('persistConsumerOffset'), drop('consumerOffset'));
    expect(seen(go(lost, acknowledged)).topic.consumed.orders).toBe(1);
    const twice = runAt(RAW, committed(), consumed, fire('persistConsumerOffset'), duplicate('consumerOffset'));
    expect(ignored(go(twice, deliver('consumerOffset'), deliver('consumerOffset')))).toEqual([
      'topic: offset-already-stored',
    ]);
  });

  it('[HM-51] does not repeat what a living consumer has when only the broker restarts', () => {
    const run = runAt(RAW, committed(), consumed, op, crash('broker'), restart('broker'), fire('reconnect'));
    expect(inFlight(run, 'message')).toEqual([]);
    expect(seen(go(run, acknowledged)).topic.consumed.orders).toBe(1);
  });

  it('[HM-52] may finish in another order than that of the queue offsets', () => {
    const receive = (tx: string): Moves => [deliver('message', { tx }), fire('consumeMessage')];
    const run = runAt({}, committed('o1'), committed('o2'), receive('o2'), receive('o1'));
    expect(notes(run, 'points-added').map(({ tx }) => tx)).toEqual(['o2', 'o1']);
  });
});

describe('a delivery that fails', () => {
  const retry: Moves = fire('retryDelay');

  it('[HM-53] is sent back and comes again through the retry topic, level by level', () => {
    const run = runAt({}, committed(), failed, retry, failed, retry);
    expect(notes(run, 'retry-scheduled')).toEqual([
      { tx: 'o1', level: 3, delayS: 10 },
      { tx: 'o1', level: 4, delayS: 30 },
    ]);
    expect(inFlight(run, 'message')).toEqual([{ ...message(1, 'o1', 'retry'), checkTimes: 0, reconsumeTimes: 2 }]);
    expect(verdicts(go(run, consumed))).toEqual(['o1 committed 1 late']);
  });

  it('[HM-53] waits 10 s, 30 s, 1 to 10, 20 and 30 min, 1 h and 2 h', () => {
    const run = runAt({}, committed(), times(16, failed, retry));
    const delays = notes(run, 'retry-scheduled').map(({ delayS }) => textOf(delayS));
    expect(delays.join(' ')).toBe('10 30 60 120 180 240 300 360 420 480 540 600 1200 1800 3600 7200');
    const { timeline } = replay(run.engine, run.steps);
    const dues = timeline.frames.flatMap(({ timers }) => timers.filter(({ delay }) => delay === 'retryDelay'));
    expect(Math.max(...dues.map(({ delayMs }) => delayMs))).toBe(7_200_000);
  });

  it('[HM-53] [HM-C15] goes to the dead-letter queue after the last retry', () => {
    const run = runAt({ 'reconsume-max': '2' }, committed(), failed, retry, failed, retry, failed, op);
    expect(notes(run, 'dead-lettered')).toEqual([{ tx: 'o1', reconsumeTimes: 2 }]);
    expect(seen(run).topic.dead).toEqual([{ tx: 'o1', checkTimes: 0, prepared: null, reconsumeTimes: 2 }]);
    expect(verdicts(go(run, fire('persistConsumerOffset'), times(2, anyOffset)))).toEqual(['o1 committed 0 parked']);
  });

  it('[HM-53] is tried again on the spot when it cannot be sent back', () => {
    const run = runAt({}, committed(), deliver('message'), crash('broker'), choose('failConsuming'));
    expect(possible(run)).toContain('fire consumeAgain');
    expect(told(go(run, fire('consumeAgain'), fire('consumeMessage')))).toEqual(['points-added']);
  });

  it('[HM-53] keeps the count of checks that its message came with', () => {
    const run = runAt({}, ended('unknow'), end, old, pass, answered, end, failed, retry);
    expect(inFlight(run, 'message')).toEqual([{ ...message(0, 'o1', 'retry'), checkTimes: 1, reconsumeTimes: 1 }]);
  });

  it('[HM-54] changes nothing at the producer, in its database or in the half and op queues', () => {
    const before = runAt({ 'reconsume-max': '0' }, committed());
    const after = go(before, failed);
    const outside = (run: Play) => [seen(run).orders, seen(run).producers, seen(run).halfTopic, seen(run).checker];
    expect(outside(after)).toEqual(outside(before));
    expect(seen(after).topic.dead).toHaveLength(1);
  });
});

const anyOffset = (run: Play): Play => go(run, deliver('consumerOffset', { queue: firstQueue(run) }));
const firstQueue = (run: Play): string =>
  inFlight(run, 'consumerOffset')[0]?.['queue'] === 'retry' ? 'retry' : 'orders';

describe('the setting dedup', () => {
  const twice: Moves = [committed(), duplicate('message'), consumed, consumed];
  const firstHalf: Moves = [committed(), deliver('message'), fire('consumeMessage')];

  it('[HM-54] [HM-C5] same-tx applies each order once: marker and points in one transaction', () => {
    expect(verdicts(runAt({}, twice))).toEqual(['o1 committed 1 consistent']);
    expect(told(runAt({}, twice))).toEqual(['duplicate-recognised']);
    expect(seen(runAt({}, firstHalf)).consumer).toMatchObject({ points: { o1: { added: 1 } }, markers: ['o1'] });
    expect(verdicts(runAt({}, committed(), consumed, killed, consumed))).toEqual(['o1 committed 1 consistent']);
  });

  it('[HM-C6] none applies each delivery', () => {
    expect(verdicts(runAt(RAW, twice))).toEqual(['o1 committed 2 duplicated']);
    expect(seen(runAt(RAW, twice)).consumer.markers).toEqual([]);
  });

  it('[HM-C7] marker-first loses the points of an order when the consumer dies after the marker', () => {
    const between = runAt({ dedup: 'marker-first' }, firstHalf);
    expect(seen(between).consumer).toMatchObject({ points: {}, markers: ['o1'] });
    expect(verdicts(go(between, fire('secondTransaction')))).toEqual(['o1 committed 1 consistent']);
    const run = go(between, killed, consumed);
    expect(told(run)).toEqual(['duplicate-recognised']);
    expect(verdicts(run)).toEqual(['o1 committed 0 lost']);
  });

  it('[HM-C8] marker-after adds the points again when the consumer dies before the marker', () => {
    const between = runAt({ dedup: 'marker-after' }, firstHalf);
    expect(seen(between).consumer).toMatchObject({ points: { o1: { added: 1 } }, markers: [] });
    expect(seen(go(between, fire('secondTransaction'))).consumer.markers).toEqual(['o1']);
    expect(verdicts(go(between, killed, consumed))).toEqual(['o1 committed 2 duplicated']);
  });

  it('[HM-C5] counts on the business key: a second message of the same order is a duplicate too', () => {
    const replayed: Moves = [ended('commit'), duplicate('endTransaction'), end, consumed, end, consumed];
    expect(queues(runAt({}, replayed)).orders).toEqual(['o1', 'o1']);
    expect(verdicts(runAt({}, replayed))).toEqual(['o1 committed 1 consistent']);
  });
});

describe('the setting ack', () => {
  it('[HM-C9] after-commit acknowledges what is finished, so that a crash before it repeats the delivery', () => {
    const run = runAt({}, committed(), deliver('message'));
    expect(possible(run)).not.toContain('fire persistConsumerOffset');
    expect(inFlight(go(run, killed), 'message')).toHaveLength(1);
  });

  it('[HM-C10] before-commit acknowledges what is received, so that a crash before the commit loses it', () => {
    const settings = { ack: 'before-commit' };
    const run = runAt(settings, committed(), op, deliver('message'), acknowledged, killed);
    expect(inFlight(run, 'message')).toEqual([]);
    expect(verdicts(run)).toEqual(['o1 committed 0 lost']);
  });

  it('[HM-C10] before-commit has nobody to send a failure back to', () => {
    const run = runAt({ ack: 'before-commit' }, committed(), op, failed);
    expect(told(run)).toEqual(['failed-after-ack']);
    expect(seen(run).topic.scheduled).toEqual([]);
    expect(verdicts(go(run, acknowledged))).toEqual(['o1 committed 0 lost']);
  });
});

describe('two orders', () => {
  it('[HM-50] are processed one after the other by one listener', () => {
    const run = runAt(
      {},
      committed('o1'),
      committed('o2'),
      deliver('message', { tx: 'o1' }),
      deliver('message', { tx: 'o2' }),
    );
    expect(seen(run).consumer.inbox.map(({ tx }) => tx)).toEqual(['o1', 'o2']);
    expect(verdicts(go(run, fire('consumeMessage'), fire('consumeMessage'), place('o3')))).toEqual([
      'o1 committed 1 consistent',
      'o2 committed 1 consistent',
      'o3 none 0 pending',
    ]);
  });
});
