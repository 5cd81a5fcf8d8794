/** The consuming side: the plain broker's queue and the points service, where they differ from RocketMQ's. */
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../engine/model.ts';
import { choose, crash, deliver, drop, duplicate, fire, notes, restart, type Moves } from '../shared/moves.testing.ts';
import {
  acked,
  committed,
  confirmed,
  consumed,
  hint,
  mark,
  marked,
  publish,
  queue,
  replied,
  rest,
  rows,
  runAt,
  seen,
  sent,
  stored,
  verdicts,
} from './run.testing.ts';

const dies: Moves = [crash('points'), restart('points')];

describe('the points database', () => {
  const isDown: Moves = [marked(), choose('setDatabase', { isDown: true }), consumed];
  const isBack = choose('setDatabase', { isDown: false });
  const givesUp = choose('failConsuming');

  it('[LT-35] keeps a delivery neither acknowledged nor rejected while it is down', () => {
    const run = runAt({}, isDown, rest);
    expect(verdicts(run)).toEqual(['o1 committed 0 pending']);
    expect(seen(run).topic).toMatchObject({ consumed: { orders: 0 }, scheduled: [], dead: [] });
    expect(verdicts(runAt({}, () => run, isBack, rest))).toEqual(['o1 committed 1 consistent']);
  });

  it('[LT-35] is no nearer after a restart of the points service', () => {
    const run = runAt({}, isDown, dies, rest);
    expect(verdicts(run)).toEqual(['o1 committed 0 pending']);
    expect(run.engine.choices(run.world).map(({ message }) => message.type)).not.toContain('refuseOrder');
    expect(verdicts(runAt({}, () => run, isBack, rest))).toEqual(['o1 committed 1 consistent']);
  });

  it('[LT-35] parks a message whose retries end before the outage', () => {
    const settings = { 'reconsume-max': '1' };
    const again: Moves = [fire('retryDelay'), consumed];
    expect(verdicts(runAt(settings, isDown, givesUp, isBack, rest))).toEqual(['o1 committed 1 late']);
    expect(verdicts(runAt(settings, isDown, givesUp, again, givesUp, isBack, rest))).toEqual(['o1 committed 0 parked']);
  });
});

describe('the queue of a plain broker', () => {
  it('[LT-M5] stores what is published as often as it comes, and confirms each time', () => {
    const run = runAt({}, sent(), duplicate('publish'), stored, stored);
    expect(queue(run)).toEqual(['o1', 'o1']);
    expect(run.world.network['broker>relay']).toHaveLength(2);
  });

  it('[LT-M6] loses in a power loss what it confirmed and had not flushed, and nothing of it in a kill', () => {
    const settings = { broker: 'lossy' };
    const confirmedNow: Moves = [sent(), stored, confirmed, mark()];
    expect(queue(runAt(settings, confirmedNow, crash('broker', 'machine'), restart('broker')))).toEqual([]);
    expect(queue(runAt(settings, confirmedNow, crash('broker'), restart('broker')))).toEqual(['o1']);
    const flushed: Moves = [confirmedNow, fire('flushLog'), crash('broker', 'machine'), restart('broker')];
    expect(queue(runAt(settings, flushed))).toEqual(['o1']);
    expect(() => runAt({}, confirmedNow, crash('broker', 'machine'))).toThrow('crash-needs-setting');
  });

  it.each(['durable', 'lossy'])('[LT-14] confirms what no queue takes, once: %s', (broker) => {
    const run = runAt({ broker }, committed(), hint, choose('loseNext'), publish(), stored, confirmed, mark());
    expect(queue(run)).toEqual([]);
    expect(rows(run)).toEqual(['o1 SENT 0 - -']);
    expect(notes(run, 'confirmed-not-kept')).toEqual([{ tx: 'o1' }]);
    expect(seen(run).broker?.losesNext).toBe(false);
  });

  it('[LT-30] returns it with mandatory, and the relay sends it again after its back-off', () => {
    const run = runAt(
      { mandatory: 'on' },
      committed(),
      hint,
      choose('loseNext'),
      publish(),
      stored,
      deliver('returned'),
    );
    expect(rows(run)).toEqual(['o1 NEW 1 backoff -']);
    expect(notes(run, 'publish-returned')).toEqual([{ tx: 'o1' }]);
    expect(verdicts(runAt({ mandatory: 'on' }, () => run, rest))).toEqual(['o1 committed 1 late']);
  });

  it('[LT-31] remembers ids through a kill, and loses them with the messages in a power loss', () => {
    const known = (settings: Settings, ...more: readonly Moves[]) =>
      seen(runAt({ 'broker-dedup': 'window', ...settings }, sent(), stored, ...more)).broker?.known;
    expect(known({}, crash('broker'), restart('broker'))).toEqual(['o1']);
    const lossy = { broker: 'lossy' };
    expect(known(lossy, crash('broker'), restart('broker'))).toEqual(['o1']);
    expect(known(lossy, crash('broker', 'machine'), restart('broker'))).toEqual([]);
  });
});

describe('the acknowledgements of the points service', () => {
  it('[LT-M8] go out by themselves soon after the commit', () => {
    const run = runAt({}, marked(), consumed);
    expect(run.world.timers['consumer']).toEqual(['persistConsumerOffset']);
    expect(notes(runAt({}, marked(), consumed, acked), 'marked-consumed')).toHaveLength(1);
  });

  it('[LT-M8] [LT-18] go out with the delivery when they are automatic', () => {
    const run = runAt({ ack: 'before-commit' }, marked(), deliver('message'));
    expect(run.world.network['consumer>topic']).toEqual([{ type: 'consumerOffset', queue: 'orders', offset: 1 }]);
    const lost = runAt({ ack: 'before-commit' }, marked(), deliver('message'), deliver('consumerOffset'), dies, rest);
    expect(verdicts(lost)).toEqual(['o1 committed 0 lost']);
  });

  it('[LT-M8] are told again when they are lost', () => {
    const run = runAt({}, marked(), consumed, fire('persistConsumerOffset'), drop('consumerOffset'), rest);
    expect(notes(run, 'marked-consumed')).toHaveLength(1);
  });
});

describe('the confirmations of the points service', () => {
  const settings = { confirm: 'consumer-ack' };

  it('[LT-M12] go out after the commit, in a step of their own', () => {
    const run = runAt(settings, marked(), consumed);
    expect(run.world.timers['consumer']).toEqual(['reply']);
    expect(rows(runAt(settings, marked(), consumed, fire('reply')))).toEqual(['o1 SENT 0 unconfirmed -']);
    expect(rows(runAt(settings, marked(), consumed, replied))).toEqual(['o1 DONE 0 - -']);
  });

  it('[LT-M12] go out for a recognised duplicate too, or a lost one would never be made good', () => {
    const run = runAt(settings, marked(), consumed, dies, consumed, replied);
    expect(notes(run, 'duplicate-recognised')).toHaveLength(1);
    expect(rows(run)).toEqual(['o1 DONE 0 - -']);
  });

  it('[LT-M12] do not go out for a message that failed, and nobody sends them with broker-ack', () => {
    const failed = runAt({ ...settings, ack: 'before-commit' }, marked(), deliver('message'), choose('failConsuming'));
    expect(failed.world.timers['consumer']).toBeUndefined();
    expect(runAt({}, marked(), consumed).world.timers['consumer']).not.toContain('reply');
  });

  it('[LT-M12] tell a refusal whatever the setting, again for every copy', () => {
    const refused: Moves = [marked(), deliver('message'), choose('refuseOrder'), fire('reply')];
    expect(runAt({}, refused).world.network['consumer>order-service']).toEqual([{ type: 'reverse', tx: 'o1' }]);
    const again = runAt({}, refused, drop('reverse'), dies, consumed, fire('reply'));
    expect(again.world.network['consumer>order-service']).toEqual([{ type: 'reverse', tx: 'o1' }]);
  });

  it('[LT-M12] [LT-24] need dedup: without it a redelivered order is applied although it was refused', () => {
    const refused: Moves = [marked(), deliver('message'), choose('refuseOrder'), fire('reply'), deliver('reverse')];
    const run = runAt({ dedup: 'none' }, refused, dies, rest);
    expect(verdicts(run)).toEqual(['o1 aborted 1 phantom']);
  });
});

describe('crashes', () => {
  it('[LT-M11] leave what is committed, and take what a process only remembers', () => {
    const service = runAt({}, committed(), crash('order'), restart('order'));
    expect(seen(service).orderService).toEqual({ open: [], long: [], half: [], toTell: [] });
    expect(rows(service)).toEqual(['o1 NEW 0 young -']);
    const relay = runAt({}, committed(), hint, crash('relay'), restart('relay'));
    expect(seen(relay).relays[0]?.context?.row).toBeNull();
    expect(rows(relay)).toEqual(['o1 NEW 0 young -']);
    const points = runAt({}, marked(), consumed, dies);
    expect(seen(points).consumer).toMatchObject({ points: { o1: { added: 1 } }, markers: ['o1'], inbox: [] });
  });

  it('[LT-M11] of a broker lose a publish, which its sender notices', () => {
    const run = runAt({}, sent(), crash('broker'), stored);
    expect(notes(run, 'publish-failed')).toEqual([{ tx: 'o1' }]);
    expect(rows(run)).toEqual(['o1 NEW 1 backoff -']);
  });

  it('[LT-M11] of the order service lose a confirmation, which only costs another copy', () => {
    const settings = { confirm: 'consumer-ack' };
    const lost: Moves = [
      marked(),
      consumed,
      fire('reply'),
      crash('order'),
      deliver('pointsConfirmed'),
      restart('order'),
    ];
    const run = runAt(settings, lost, rest);
    expect(rows(run)).toEqual(['o1 DONE 1 - -']);
    expect(queue(run)).toEqual(['o1', 'o1']);
    expect(verdicts(run)).toEqual(['o1 committed 1 consistent']);
  });

  it('[LT-M9] of a relay free its row locks at once, and its leases when they are over', () => {
    const dead: Moves = [committed(), hint, crash('relay')];
    expect(rows(runAt({ relays: '2' }, dead))).toEqual(['o1 NEW 0 young -']);
    const leased = runAt({ relays: '2', claim: 'lease' }, dead);
    expect(rows(leased)).toEqual(['o1 NEW 0 young relay']);
    expect(rows(runAt({ relays: '2', claim: 'lease' }, dead, fire('leaseTime')))).toEqual(['o1 NEW 0 young -']);
  });
});
