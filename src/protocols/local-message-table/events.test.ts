/** Runs of the fault table that need more than one fault, a person, or a second event of an order. */
import { describe, expect, it } from 'vitest';
import {
  choose,
  crash,
  deliver,
  drop,
  fire,
  duplicate,
  notes,
  restart,
  type Move,
  type Moves,
  type Play,
} from '../shared/moves.testing.ts';
import { copies } from './outcomes.testing.ts';
import {
  acked,
  age,
  committed,
  confirmed,
  consumed,
  finish,
  hint,
  mark,
  marked,
  place,
  poll,
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

const accepted = ({ records }: Play): number => records.reduce((sum, record) => sum + copies(record), 0);
const points = (run: Play, tx = 'o1'): number => seen(run).consumer.points[tx]?.added ?? 0;
const failed: Moves = [publish(), drop('publish'), fire('backoff'), poll()];

const tail: Move = fire('tailInterval', 'relay');

describe('orders and clients', () => {
  it('[LT-10] [F2] makes a second order of a request that is made again, with one credit each', () => {
    for (const dedup of ['none', 'same-tx']) {
      const run = runAt({ dedup }, committed('o1'), committed('o2'), rest);
      expect(verdicts(run)).toEqual(['o1 committed 1 consistent', 'o2 committed 1 consistent']);
      expect(accepted(run)).toBe(2);
    }
  });

  it('[LT-11] [F3] sends by its timer what nobody hinted at', () => {
    const run = runAt({}, committed(), crash('order'), restart('order'), rest);
    expect(verdicts(run)).toEqual(['o1 committed 1 late']);
    expect(rows(run)).toEqual(['o1 SENT 0 - -']);
  });

  it('[LT-11] [F5] counts a failed publish and is only late', () => {
    const tried = runAt({}, sent(), drop('publish'));
    expect(rows(tried)).toEqual(['o1 NEW 1 backoff -']);
    expect(verdicts(runAt({}, sent(), drop('publish'), rest))).toEqual(['o1 committed 1 late']);
  });
});

describe('duplicates that are recognised too late', () => {
  const doubled: Moves = [sent(), stored, drop('confirm'), consumed];
  const again: Moves = [fire('confirmTimeout'), fire('backoff'), poll(), publish(), stored, consumed];

  it('[LT-21] [F21] counts a late duplicate whose marker was purged', () => {
    expect(points(runAt({}, doubled, choose('purgeMarker', { tx: 'o1' }), again))).toBe(2);
    expect(points(runAt({}, doubled, again))).toBe(1);
    expect(points(runAt({ dedup: 'none' }, doubled, again))).toBe(2);
  });
});

describe('attempts', () => {
  const settings = { 'attempts-max': '3' };
  const twice: Moves = [committed(), hint, failed, failed];

  it('[LT-22] [F22] parks a row whose attempts are used up, for a person to send it again', () => {
    const run = runAt(settings, twice, publish(), drop('publish'), rest);
    expect(rows(run)).toEqual(['o1 DEAD 3 person -']);
    expect(verdicts(run)).toEqual(['o1 committed 0 parked']);
    expect(accepted(run)).toBe(0);
    const replayed = runAt(settings, twice, publish(), drop('publish'), rest, choose('replay', { id: 1 }), rest);
    expect(rows(replayed)).toEqual(['o1 SENT 0 - -']);
    expect(verdicts(replayed)).toEqual(['o1 committed 1 late']);
  });

  it('[LT-22] [F22] may park a row that was delivered, and doubles it when it is sent again', () => {
    const dead: Moves = [twice, publish(), stored, drop('confirm'), fire('confirmTimeout'), rest];
    for (const [dedup, times] of [
      ['none', 2],
      ['same-tx', 1],
    ] as const) {
      const run = runAt({ ...settings, dedup }, dead);
      expect(rows(run)).toEqual(['o1 DEAD 3 person -']);
      expect([accepted(run), points(run)]).toEqual([1, 1]);
      const replayed = runAt({ ...settings, dedup }, dead, choose('replay', { id: 1 }), rest);
      expect([accepted(replayed), points(replayed)]).toEqual([2, times]);
    }
  });

  it('[LT-22] stops sending a row that is never confirmed, and leaves it SENT for a person', () => {
    const lossy = { 'attempts-max': '2', confirm: 'consumer-ack', broker: 'lossy' };
    const lost: Moves = [committed(), hint, choose('loseNext'), publish(), stored, confirmed, mark()];
    const run = runAt(lossy, lost, fire('confirmationOverdue'), poll(), publish(), drop('publish'), rest);
    expect(rows(run)).toEqual(['o1 SENT 2 person -']);
    expect(verdicts(run)).toEqual(['o1 committed 0 parked']);
  });
});

describe('a confirm that never comes', () => {
  const lost: Moves = [sent(), stored, drop('confirm'), consumed, committed('o2'), hint];

  it('[LT-36] keeps back every row behind it, until the relay is restarted and sends it again', () => {
    const settings = { 'confirm-wait': 'unlimited', dedup: 'none' };
    const run = runAt(settings, lost, rest);
    expect(verdicts(run)).toEqual(['o1 committed 1 consistent', 'o2 committed 0 parked']);
    expect(rows(run)).toEqual(['o1 NEW 0 - relay', 'o2 NEW 0 - -']);
    const again = runAt(settings, lost, rest, crash('relay'), restart('relay'), rest);
    expect(verdicts(again)).toEqual(['o1 committed 2 duplicated', 'o2 committed 1 late']);
  });

  it('[LT-36] is over after its limit, and with a lease another relay goes on', () => {
    expect(verdicts(runAt({}, lost, rest))).toEqual(['o1 committed 1 consistent', 'o2 committed 1 consistent']);
    const leased = { 'confirm-wait': 'unlimited', relays: '2', claim: 'lease' };
    expect(verdicts(runAt(leased, lost, rest))).toEqual(['o1 committed 1 consistent', 'o2 committed 1 late']);
  });
});

describe('consumers that cannot or will not', () => {
  const failing: Moves = [deliver('message'), choose('failConsuming')];
  const poison: Moves = [marked(), failing, fire('retryDelay'), failing];

  it('[LT-23] [F23] parks a message that can never be consumed; broker-ack calls it SENT', () => {
    for (const dedup of ['none', 'same-tx']) {
      const run = runAt({ dedup, 'reconsume-max': '1' }, poison, rest);
      expect(rows(run)).toEqual(['o1 SENT 0 - -']);
      expect(seen(run).topic.dead).toHaveLength(1);
      expect(verdicts(run)).toEqual(['o1 committed 0 parked']);
    }
  });

  it('[LT-23] [F23] never calls it DONE with consumer-ack, and has a dead letter per copy', () => {
    const settings = { confirm: 'consumer-ack', 'reconsume-max': '1', 'attempts-max': '2' };
    const run = runAt(
      settings,
      [poison, fire('persistConsumerOffset'), deliver('consumerOffset', { queue: 'orders' })],
      [deliver('consumerOffset', { queue: 'retry' }), fire('confirmationOverdue'), poll()],
      [publish(), stored, confirmed, mark(), failing, fire('retryDelay'), failing, rest],
    );
    expect(rows(run)).toEqual(['o1 SENT 2 person -']);
    expect(seen(run).topic.dead).toHaveLength(2);
    expect(verdicts(run)).toEqual(['o1 committed 0 parked']);
  });

  const refused: Moves = [marked(), deliver('message'), choose('refuseOrder'), fire('reply')];

  it('[LT-24] [F24] takes back an order that the points service refuses', () => {
    for (const confirm of ['broker-ack', 'consumer-ack']) {
      const run = runAt({ confirm }, refused, rest);
      expect(rows(run)).toEqual(['o1 DONE 0 - -']);
      expect(verdicts(run)).toEqual(['o1 aborted 0 consistent']);
    }
  });

  it('[LT-24] [F24] loses a refusal that has no message table of its own, unless it is asked for again', () => {
    expect(verdicts(runAt({}, refused, drop('reverse'), rest))).toEqual(['o1 committed 0 lost']);
    const asked = runAt({ confirm: 'consumer-ack' }, refused, drop('reverse'), rest);
    expect(verdicts(asked)).toEqual(['o1 aborted 0 consistent']);
    expect(accepted(asked)).toBe(2);
  });

  it('[LT-24] [F24] takes an order back once, however often it is told', () => {
    const doubled = runAt({}, refused, duplicate('reverse'), deliver('reverse'), deliver('reverse'), rest);
    expect(notes(doubled, 'order-compensated')).toHaveLength(1);
    expect(verdicts(doubled)).toEqual(['o1 aborted 0 consistent']);
  });
});

describe('two events of one order', () => {
  const cancel = choose('cancelOrder', { tx: 'o1' });
  const cancelledFirst: Moves = [sent(), drop('publish'), cancel, hint, publish(), stored, confirmed, mark()];

  it('[LT-24] [F25] has the points of a cancelled order until the cancellation is applied', () => {
    const before = runAt({}, marked(), consumed, cancel);
    expect(verdicts(before)).toEqual(['o1 aborted 1 pending']);
    const after = runAt({}, marked(), consumed, acked, cancel, rest);
    expect(verdicts(after)).toEqual(['o1 aborted 0 consistent']);
    expect(rows(after)).toEqual(['o1 SENT 0 - -', 'o1 cancel SENT 0 - -']);
  });

  it('[LT-24] [F25] credits a cancelled order when the cancellation comes first and leaves no tombstone', () => {
    const late: Moves = [cancelledFirst, rest];
    expect(verdicts(runAt({ tombstone: 'off' }, late))).toEqual(['o1 aborted 1 phantom']);
    expect(verdicts(runAt({ tombstone: 'on' }, late))).toEqual(['o1 aborted 0 consistent']);
  });

  it('[LT-25] [F26] sends two events of one order in the wrong order where two relays claim a row each', () => {
    const both: Moves = [committed(), hint, cancel, hint, age, age];
    const two = runAt({ relays: '2' }, both, poll('relay-b'), publish('relay-b'), stored, rest);
    expect(queue(two)).toEqual(['o1 cancel', 'o1']);
    const one = runAt({}, committed(), hint, cancel, hint, rest);
    expect(queue(one)).toEqual(['o1', 'o1 cancel']);
  });

  it('[LT-25] [F27] overtakes an event that is tried again, and dedup does not restore the order', () => {
    for (const dedup of ['none', 'same-tx']) {
      expect(queue(runAt({ dedup }, cancelledFirst, rest))).toEqual(['o1 cancel', 'o1']);
    }
  });
});

describe('time and order of commits', () => {
  const outOfOrder: Moves = [
    [place('o1'), place('o2'), finish('commit', 'o2'), hint, publish(), stored, confirmed, mark()],
    [finish('commit', 'o1'), rest],
  ];

  it('[LT-26] [F28] never publishes a row that commits behind the cursor', () => {
    for (const dedup of ['none', 'same-tx']) {
      const run = runAt({ poll: 'by-cursor', dedup }, outOfOrder);
      expect(rows(run)).toEqual(['o1 NEW 0 - -', 'o2 SENT 0 - -']);
      expect(verdicts(run)).toEqual(['o1 committed 0 lost', 'o2 committed 1 consistent']);
    }
  });

  it('[LT-26] [F28] publishes both rows by status', () => {
    const run = runAt({}, outOfOrder);
    expect(rows(run)).toEqual(['o1 SENT 0 - -', 'o2 SENT 0 - -']);
    expect(accepted(run)).toBe(2);
  });

  it('[LT-26] does not pass by a row that failed, also with a cursor', () => {
    const run = runAt({ poll: 'by-cursor' }, sent('o1'), drop('publish'), committed('o2'), hint, rest);
    expect(queue(run)).toEqual(['o1', 'o2']);
  });

  it('[LT-32] a cursor with a fence waits for the oldest running transaction, and then skips nothing', () => {
    const fenced = { poll: 'by-fenced-cursor' };
    const held: Moves = [place(), place('o2'), finish('commit', 'o2'), hint];
    expect(queue(runAt(fenced, held, age, poll()))).toEqual([]);
    expect(verdicts(runAt(fenced, held))).toEqual(['o1 open 0 pending', 'o2 committed 0 pending']);
    expect(queue(runAt(fenced, held, finish('commit'), rest))).toEqual(['o1', 'o2']);
    expect(queue(runAt(fenced, held, finish('rollback'), rest))).toEqual(['o2']);
    expect(
      queue(runAt({ poll: 'by-cursor' }, held, publish(), stored, confirmed, mark(), finish('commit'), rest)),
    ).toEqual(['o2']);
  });

  it('[LT-33] a relay that tails the log needs no hint, and reads rows in the order of their commits', () => {
    const tailing = { relay: 'log-tailing' };
    const crashed = runAt(tailing, committed(), crash('order'), restart('order'), rest);
    expect(verdicts(crashed)).toEqual(['o1 committed 1 consistent']);
    const swapped: Moves = [place(), place('o2'), finish('commit', 'o2'), finish('commit'), rest];
    expect(queue(runAt(tailing, swapped))).toEqual(['o2', 'o1']);
    const late: Moves = [place(), committed('o2'), tail, publish(), stored, confirmed, mark(), finish('commit'), rest];
    expect(queue(runAt(tailing, late))).toEqual(['o2', 'o1']);
  });

  it('[LT-33] sends again what it had not marked, and lets a failing row hold up all others', () => {
    const tailing = { relay: 'log-tailing' };
    const unmarked: Moves = [committed(), tail, publish(), stored, confirmed, crash('relay'), restart('relay'), rest];
    expect(queue(runAt(tailing, unmarked))).toEqual(['o1', 'o1']);
    const failing: Moves = [committed(), committed('o2'), tail, publish(), drop('publish')];
    expect(rows(runAt(tailing, failing, tail))).toEqual(['o1 NEW 1 backoff -', 'o2 NEW 0 young -']);
    expect(queue(runAt(tailing, failing, rest))).toEqual(['o1', 'o2']);
    expect(queue(runAt({}, committed(), committed('o2'), hint, publish(), drop('publish'), rest))).toEqual([
      'o2',
      'o1',
    ]);
    const dead: Moves = [committed(), committed('o2'), tail, publish(), drop('publish'), rest];
    expect(rows(runAt({ ...tailing, 'attempts-max': '1' }, dead))).toEqual(['o1 DEAD 1 person -', 'o2 SENT 0 - -']);
    const replayed = runAt({ ...tailing, 'attempts-max': '1' }, dead, choose('replay', { id: 1, tx: 'o1' }), rest);
    expect(verdicts(replayed)).toEqual(['o1 committed 1 late', 'o2 committed 1 consistent']);
  });

  it('[LT-34] loses what was committed and not read when its position is lost', () => {
    const tailing = { relay: 'log-tailing' };
    const lost = runAt(tailing, committed(), choose('losePosition'));
    expect(verdicts(lost)).toEqual(['o1 committed 0 lost']);
    expect(verdicts(runAt(tailing, () => lost, committed('o2'), rest))).toEqual([
      'o1 committed 0 lost',
      'o2 committed 1 consistent',
    ]);
    const held = runAt(tailing, committed(), tail, choose('losePosition'), rest);
    expect(verdicts(held)).toEqual(['o1 committed 1 consistent']);
    const level = runAt(tailing, committed(), tail, publish(), stored, confirmed, mark());
    const asked = { kind: 'choose', role: 'order-database', message: { type: 'losePosition' } } as const;
    expect(level.engine.whyNot(level.world, asked)).toEqual(expect.objectContaining({ guard: 'isBehindLog' }));
    expect(runAt({}, committed()).engine.whyNot(runAt({}, committed()).world, asked)).not.toBeNull();
  });

  it('[LT-27] [F29] sends a row twice whose minimum age counts from the insert of a long transaction', () => {
    const long: Moves = [place(), choose('keepRunning', { tx: 'o1' }), rest];
    const settings = { relays: '2', claim: 'none', dedup: 'none' };
    const hasOldRow = (minAge: string): boolean => {
      const run = runAt({ ...settings, 'min-age': minAge }, place(), choose('keepRunning', { tx: 'o1' }));
      return run.engine.enabled(run.world).some((step) => step.kind === 'fire' && step.delay === 'minimumAge');
    };
    expect(hasOldRow('from-insert')).toBe(true);
    expect(hasOldRow('from-commit')).toBe(false);
    const collided: Moves = [place(), age, finish('commit'), hint, poll('relay-b'), rest];
    expect(points(runAt({ ...settings, 'min-age': 'from-insert' }, collided))).toBe(2);
    expect(points(runAt({ ...settings, 'min-age': 'from-insert', dedup: 'same-tx' }, collided))).toBe(1);
    const undisturbed = runAt({ ...settings, 'min-age': 'from-commit' }, long);
    expect([accepted(undisturbed), points(undisturbed)]).toEqual([1, 1]);
  });

  it('[LT-28] [F31] invents points when a failover loses the commit whose message is out', () => {
    for (const dedup of ['none', 'same-tx']) {
      const run = runAt({ database: 'async-replica', dedup }, sent(), stored, choose('failover'), rest);
      expect(rows(run)).toEqual([]);
      expect(verdicts(run)).toEqual(['o1 aborted 1 phantom']);
    }
  });

  it('[LT-28] [F31] loses nothing once the replica has everything', () => {
    const run = runAt({ database: 'async-replica' }, marked(), consumed, fire('replicationLag'));
    expect(
      run.engine.whyNot(run.world, { kind: 'choose', role: 'order-database', message: { type: 'failover' } }),
    ).toEqual(expect.objectContaining({ code: 'guard', guard: 'isBehind' }));
  });
});

describe('what the ledger says', () => {
  it('[LT-M2] calls an order late whose points needed a safety net, and not one that was only sent twice', () => {
    const resent = runAt({}, sent(), stored, confirmed, crash('relay'), restart('relay'), consumed, acked, rest);
    expect(accepted(resent)).toBe(2);
    expect(verdicts(resent)).toEqual(['o1 committed 1 consistent']);
    expect(verdicts(runAt({}, sent(), drop('publish'), rest))).toEqual(['o1 committed 1 late']);
  });

  it('[LT-M2] is pending as long as a row, a copy or an answer may still change something', () => {
    expect(verdicts(runAt({}, place()))).toEqual(['o1 open 0 pending']);
    expect(verdicts(runAt({}, committed()))).toEqual(['o1 committed 0 pending']);
    expect(verdicts(runAt({}, marked()))).toEqual(['o1 committed 0 pending']);
    expect(verdicts(runAt({}, marked(), deliver('message'), crash('points')))).toEqual(['o1 committed 0 pending']);
    expect(verdicts(runAt({ publish: 'after-mark' }, committed(), hint, mark()))).toEqual(['o1 committed 0 pending']);
    expect(verdicts(runAt({ row: 'order-first' }, committed()))).toEqual(['o1 committed 0 pending']);
    expect(verdicts(runAt({}, marked(), deliver('message'), choose('refuseOrder'), fire('reply')))).toEqual([
      'o1 committed 0 pending',
    ]);
  });

  it('[LT-M3] has a row confirmed by the points service, whatever the broker said', () => {
    const run = runAt({ confirm: 'consumer-ack' }, marked(), consumed, replied);
    expect(rows(run)).toEqual(['o1 DONE 0 - -']);
    expect(rows(runAt({}, marked(), consumed, acked))).toEqual(['o1 SENT 0 - -']);
  });
});
