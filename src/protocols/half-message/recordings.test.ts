/**
 * Runs of the model that do what recorded runs of a real broker did (SPEC.md, "Recorded runs"). The expectations were
 * transcribed from the broker's own log, appends in the order of their physical offsets: `half` queue offset and
 * TRANSACTION_CHECK_TIMES, `real` queue offset and the half offset it was put for, `op` queue offset and body.
 */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../engine/data.ts';
import type { RunRecord } from '../../engine/record.ts';
import {
  answered,
  answeredBy,
  choose,
  committed,
  consumed,
  crash,
  deliver,
  drop,
  duplicate,
  end,
  ended,
  finish,
  fire,
  inject,
  notes,
  old,
  op,
  pass,
  place,
  play,
  restart,
  returns,
  seen,
  started,
  times,
  type Moves,
  type Play,
} from './run.testing.ts';

const RELEASE_4 = { version: '4.9', 'check-max': '3', dedup: 'none' } as const;
const RELEASE_5 = { version: '5.x', 'check-max': '3', dedup: 'none' } as const;

const delivered4: Moves = [committed(), op, consumed];
const delivered5: Moves = [committed(), consumed, op];
const firstPass: Moves = [old, pass];
const heartbeat: Moves = fire('heartbeatInterval');
const lostEnd: Moves = drop('endTransaction');
/** The next order is sent while the COMMIT of the one before is on its way. */
const sent = (order: number): Moves => [place(`o${order}`), deliver('halfMessage')];
const endOf = (order: number): Moves => deliver('endTransaction', { tx: `o${order}` });
const executed: Moves = [deliver('sendResult'), finish('commit'), returns];
const receive = (offset: number): Moves => [deliver('message', { offset }), fire('consumeMessage')];

const COMMITTED_BY_CHECK = {
  appends: 'half 0 · half 1 times=1 · real 0 of=1 times=1 · op 0 1',
  delivered: '0',
  checks: 1,
  cursors: '2/2 1/1',
};

describe('recorded runs of RocketMQ 4.9.8', () => {
  it('[HM-2] [HM-11] [HM-23] recorded run: 4.9.8 commit', () => {
    expect(observed(play(RELEASE_4, delivered4, pass))).toEqual({
      appends: 'half 0 · real 0 of=0 · op 0 0',
      delivered: '0',
      checks: 0,
      cursors: '1/1 1/1',
    });
  });

  it('[HM-24] recorded run: 4.9.8 rollback', () => {
    expect(observed(play(RELEASE_4, ended('rollback'), end, op, pass))).toEqual({
      appends: 'half 0 · op 0 0',
      delivered: '',
      checks: 0,
      cursors: '1/1 1/1',
    });
  });

  it('[HM-14] [HM-52] recorded run: 4.9.8 batch', () => {
    const next = (order: number): Moves => [sent(order), endOf(order - 1), op, executed];
    const sending: Moves = [committed('o1'), op, ended('commit', 'o2'), next(3), next(4), next(5), next(6), end, op];
    expect(observed(play(RELEASE_4, sending, [0, 1, 5, 4, 2, 3].map(receive), pass))).toEqual({
      appends:
        'half 0 · real 0 of=0 · op 0 0 · half 1 · half 2 · real 1 of=1 · op 1 1 · half 3 · real 2 of=2 · op 2 2 · ' +
        'half 4 · real 3 of=3 · op 3 3 · half 5 · real 4 of=4 · op 4 4 · real 5 of=5 · op 5 5',
      delivered: '0 1 5 4 2 3',
      checks: 0,
      cursors: '6/6 6/6',
    });
  });

  it('[HM-6] [HM-21] [HM-36] recorded run: 4.9.8 throws', () => {
    expect(observed(play(RELEASE_4, ended('throw'), end, firstPass, answered, end, op, pass))).toEqual({
      appends: 'half 0 · half 1 times=1 · op 0 1',
      delivered: '',
      checks: 1,
      cursors: '2/2 1/1',
    });
  });

  it('[HM-8] [HM-36] [HM-37] recorded run: 4.9.8 unknown-then-commit', () => {
    const unknown: Moves = [ended('unknow'), end, firstPass, answeredBy('UNKNOW'), end];
    const run = play(RELEASE_4, unknown, pass, answeredBy('COMMIT'), end, op, consumed, pass);
    expect(observed(run)).toEqual({
      appends: 'half 0 · half 1 times=1 · half 2 times=2 · real 0 of=2 times=2 · op 0 2',
      delivered: '0',
      checks: 2,
      cursors: '3/3 1/1',
    });
  });

  it('[HM-21] [HM-45] [HM-46] [HM-47] recorded run: 4.9.8 unknown-forever', () => {
    const askedInVain: Moves = [pass, answeredBy('UNKNOW'), end];
    expect(observed(play(RELEASE_4, ended('unknow'), end, old, times(3, askedInVain), fire('passEnd'), pass))).toEqual({
      appends: 'half 0 · half 1 times=1 · half 2 times=2 · half 3 times=3 · discard 0 times=3',
      delivered: '',
      checks: 3,
      cursors: '4/4 -1/0',
    });
  });

  it('[HM-7] [HM-30] [HM-31] [HM-34] recorded run: 4.9.8 end-lost', () => {
    const run = play(RELEASE_4, ended('commit'), lostEnd, firstPass, answered, end, op, consumed, pass);
    expect(observed(run)).toEqual(COMMITTED_BY_CHECK);
  });

  it('[HM-10] [HM-57] recorded run: 4.9.8 idle-producer-not-registered', () => {
    const gone: Moves = [ended('commit'), lostEnd, crash('order')];
    const run = play({ ...RELEASE_4, producers: '2' }, gone, firstPass, answered, end, op, consumed, pass);
    expect(observed(run)).toEqual(COMMITTED_BY_CHECK);
    expect(asked(run)).toEqual(['producer-b']);
  });

  it('[HM-38] [HM-47] [HM-57] recorded run: 4.9.8 group-down', () => {
    const gone: Moves = [ended('commit'), lostEnd, crash('order'), old];
    expect(observed(play(RELEASE_4, gone, times(3, pass), fire('passEnd'), pass))).toEqual({
      appends: 'half 0 · half 1 times=1 · half 2 times=2 · half 3 times=3 · discard 0 times=3',
      delivered: '',
      checks: 0,
      cursors: '4/4 -1/0',
    });
  });

  it('[HM-9] [HM-32] recorded run: 4.9.8 slow-local-tx', () => {
    const slow: Moves = [started(), choose('keepRunning'), old, times(2, pass, answered, end)];
    const late: Moves = [finish('commit'), returns, end, op, consumed];
    const run = play(RELEASE_4, slow, late, pass, answered, end, op, consumed, fire('passEnd'), pass);
    expect(observed(run)).toEqual({
      appends:
        'half 0 · half 1 times=1 · half 2 times=2 · real 0 of=0 · op 0 0 · half 3 times=3 · real 1 of=3 times=3 · op 1 3',
      delivered: '0 1',
      checks: 3,
      cursors: '4/4 2/2',
    });
  });

  it('[HM-9] [HM-32] recorded run: 4.9.8 check-commit-then-local-rollback', () => {
    const phantom: Moves = [started(), choose('keepRunning'), firstPass, answeredBy('COMMIT'), end, op, consumed];
    expect(observed(play(RELEASE_4, phantom, finish('rollback'), returns, end, op, pass))).toEqual({
      appends: 'half 0 · half 1 times=1 · real 0 of=1 times=1 · op 0 1 · op 1 0',
      delivered: '0',
      checks: 1,
      cursors: '2/2 2/2',
    });
  });

  it('[HM-26] recorded run: 4.9.8 commit-after-rollback', () => {
    const commit = { type: 'endTransaction', tx: 'o1', state: 'COMMIT', offset: 0, fromCheck: false };
    const byHarness = inject('producer', 'broker', commit);
    expect(observed(play(RELEASE_4, ended('rollback'), end, op, byHarness, end, op, consumed, pass))).toEqual({
      appends: 'half 0 · op 0 0 · real 0 of=0 · op 1 0',
      delivered: '0',
      checks: 0,
      cursors: '1/1 2/2',
    });
  });

  it('[HM-25] recorded run: 4.9.8 dup-commit', () => {
    const twice: Moves = [ended('commit'), duplicate('endTransaction')];
    expect(observed(play(RELEASE_4, twice, end, op, consumed, end, op, consumed, pass))).toEqual({
      appends: 'half 0 · real 0 of=0 · op 0 0 · real 1 of=0 · op 1 0',
      delivered: '0 1',
      checks: 0,
      cursors: '1/1 2/2',
    });
  });

  it('[HM-5] [HM-25] [HM-32] recorded run: 4.9.8 orphan-half-after-retry', () => {
    const retried: Moves = [place(), deliver('halfMessage'), drop('sendResult'), fire('sendMsgTimeout')];
    const second: Moves = [deliver('halfMessage'), executed, end, op, consumed];
    const run = play(
      { ...RELEASE_4, 'send-retry': 'on' },
      retried,
      second,
      firstPass,
      answered,
      end,
      op,
      consumed,
      pass,
    );
    expect(observed(run)).toEqual({
      appends: 'half 0 · half 1 · real 0 of=1 · op 0 1 · half 2 times=1 · real 1 of=2 times=1 · op 1 2',
      delivered: '0 1',
      checks: 1,
      cursors: '3/3 2/2',
    });
  });

  it('[HM-42] [HM-45] [HM-47] recorded run: 4.9.8 immunity-too-long', () => {
    const unknown: Moves = [ended('unknow'), end];
    expect(observed(play({ ...RELEASE_4, immunity: 'long' }, unknown, times(3, pass), fire('passEnd'), pass))).toEqual({
      appends:
        'half 0 · half 1 times=1 prepared=0 · half 2 times=2 prepared=0 · half 3 times=3 prepared=0 · discard 0 times=3',
      delivered: '',
      checks: 0,
      cursors: '4/4 -1/0',
    });
  });

  it('[HM-53] [HM-54] recorded run: 4.9.8 consumer-retry', () => {
    const failed: Moves = [deliver('message'), choose('failConsuming'), fire('retryDelay')];
    expect(observed(play(RELEASE_4, committed(), op, failed, failed, consumed, pass))).toEqual({
      appends:
        'half 0 · real 0 of=0 · op 0 0 · schedule level=3 · retry 0 reconsume=1 · schedule level=4 · retry 1 reconsume=2',
      delivered: '0 retry-0 retry-1',
      checks: 0,
      cursors: '1/1 1/1',
    });
  });

  it('[HM-55] recorded run: 4.9.8 crash', () => {
    const killed: Moves = [delivered4, crash('broker'), restart('broker')];
    expect(cursorsOf(play(RELEASE_4, killed))).toBe('-1/1 -1/1');
    expect(observed(play(RELEASE_4, killed, pass))).toEqual({
      appends: 'half 0 · real 0 of=0 · op 0 0',
      delivered: '0',
      checks: 0,
      cursors: '1/1 1/1',
    });
  });
});

describe('recorded runs of RocketMQ 5.3.3-tx', () => {
  it('[HM-15] [HM-23] recorded run: 5.3.3-tx commit', () => {
    expect(observed(play(RELEASE_5, delivered5, pass))).toEqual({
      appends: 'half 0 · real 0 of=0 · op 0 0,',
      delivered: '0',
      checks: 0,
      cursors: '1/1 1/1',
    });
  });

  it('[HM-24] recorded run: 5.3.3-tx rollback', () => {
    expect(observed(play(RELEASE_5, ended('rollback'), end, op, pass))).toEqual({
      appends: 'half 0 · op 0 0,',
      delivered: '',
      checks: 0,
      cursors: '1/1 1/1',
    });
  });

  it('[HM-15] recorded run: 5.3.3-tx batch', () => {
    const next = (order: number): Moves => [sent(order), endOf(order - 1), executed];
    const sending: Moves = [committed('o1'), ended('commit', 'o2'), next(3), next(4), next(5)];
    const batches: Moves = [sent(6), op, endOf(5), executed, end, op];
    expect(observed(play(RELEASE_5, sending, batches, [1, 0, 2, 3, 4, 5].map(receive), pass))).toEqual({
      appends:
        'half 0 · real 0 of=0 · half 1 · half 2 · real 1 of=1 · half 3 · real 2 of=2 · half 4 · real 3 of=3 · ' +
        'half 5 · op 0 0,1,2,3, · real 4 of=4 · real 5 of=5 · op 1 4,5,',
      delivered: '1 0 2 3 4 5',
      checks: 0,
      cursors: '6/6 2/2',
    });
  });

  it('[HM-8] [HM-36] [HM-37] recorded run: 5.3.3-tx unknown-then-commit', () => {
    const unknown: Moves = [ended('unknow'), end, firstPass, answeredBy('UNKNOW'), end];
    const run = play(RELEASE_5, unknown, pass, answeredBy('COMMIT'), end, consumed, op, pass);
    expect(observed(run)).toEqual({
      appends: 'half 0 · half 1 times=1 · half 2 times=2 · real 0 of=2 times=2 · op 0 2,',
      delivered: '0',
      checks: 2,
      cursors: '3/3 1/1',
    });
  });

  it('[HM-9] [HM-32] recorded run: 5.3.3-tx slow-local-tx', () => {
    const slow: Moves = [started(), choose('keepRunning'), old, times(2, pass, answered, end)];
    const late: Moves = [finish('commit'), returns, end, consumed, op];
    const run = play(RELEASE_5, slow, late, pass, answered, end, consumed, op, fire('passEnd'), pass);
    expect(observed(run)).toEqual({
      appends:
        'half 0 · half 1 times=1 · half 2 times=2 · real 0 of=0 · op 0 0, · half 3 times=3 · real 1 of=3 times=3 · op 1 3,',
      delivered: '0 1',
      checks: 3,
      cursors: '4/4 2/2',
    });
  });

  it('[HM-25] recorded run: 5.3.3-tx dup-commit', () => {
    const twice: Moves = [ended('commit'), duplicate('endTransaction')];
    expect(observed(play(RELEASE_5, twice, end, consumed, op, end, consumed, op, pass))).toEqual({
      appends: 'half 0 · real 0 of=0 · op 0 0, · real 1 of=0 · op 1 0,',
      delivered: '0 1',
      checks: 0,
      cursors: '1/1 2/2',
    });
  });

  it('[HM-15] [HM-16] recorded run: 5.3.3-tx defaultop-commit-default-op', () => {
    expect(observed(play(RELEASE_5, delivered5))).toEqual({
      appends: 'half 0 · real 0 of=0 · op 0 0,',
      delivered: '0',
      checks: 0,
      cursors: '-1/1 -1/1',
    });
  });

  it('[HM-38] [HM-44] [HM-55] [HM-56] recorded run: 5.3.3-tx defaultop-crash', () => {
    const killed: Moves = [committed(), consumed, crash('broker'), restart('broker'), fire('reconnect'), old];
    const again: Moves = [pass, answered, end, consumed];
    const run = play({ ...RELEASE_5, 'check-max': '15' }, killed, times(6, pass), heartbeat, again, again, op);
    expect(observed(run)).toEqual({
      appends:
        'half 0 · real 0 of=0 · half 1 times=1 · half 2 times=2 · half 3 times=3 · half 4 times=4 · half 5 times=5 · ' +
        'half 6 times=6 · half 7 times=7 · real 1 of=7 times=7 · half 8 times=8 · real 2 of=8 times=8 · op 0 7,8,',
      delivered: '0 1 2',
      checks: 2,
      cursors: '8/9 -1/1',
    });
  });
});

/** What a recorded run and a run of the model have in common. */
function observed(run: Play) {
  return {
    appends: run.records.flatMap((record) => appendOf(run, record)).join(' · '),
    delivered: run.records.flatMap(deliveryOf).join(' '),
    checks: asked(run).length,
    cursors: cursorsOf(run),
  };
}

function appendOf(run: Play, record: RunRecord): readonly string[] {
  if (record.kind !== 'noted') return [];
  const { fields } = record;
  const offset = textOf(fields['offset']);
  const count =
    fields['checkTimes'] === undefined || fields['checkTimes'] === 0 ? '' : ` times=${textOf(fields['checkTimes'])}`;
  switch (record.what) {
    case 'half-stored':
    case 'copy-stored':
      return [`half ${offset}${count}`];
    case 'silent-copy-stored':
      return [`half ${offset}${count} prepared=${textOf(seen(run).halfTopic.half[Number(offset)]?.prepared)}`];
    case 'message-stored':
      return [`real ${offset} of=${textOf(fields['prepared'])}${count}`];
    case 'op-stored':
      return [`op ${offset} ${textOf(fields['body'])}`];
    case 'discarded':
      return [`discard ${notes(run, 'discarded').indexOf(fields)}${count}`];
    case 'retry-scheduled':
      return [`schedule level=${textOf(fields['level'])}`];
    case 'retry-stored':
      return [`retry ${offset} reconsume=${textOf(seen(run).topic.retry[Number(offset)]?.reconsumeTimes)}`];
    default:
      return [];
  }
}

/** Queue offsets; `%RETRY%` where it came from there. */
function deliveryOf(record: RunRecord): readonly string[] {
  if (record.kind !== 'delivered' || record.message.type !== 'message') return [];
  const offset = textOf(record.message['offset']);
  return [record.message['queue'] === 'retry' ? `retry-${offset}` : offset];
}

/** The producers that a check reached. */
function asked({ records }: Play): readonly string[] {
  return records.flatMap((record) =>
    record.kind === 'delivered' && record.message.type === 'checkTransactionState' ? [record.to] : [],
  );
}

/** Cursor and length of the half queue, then of the op queue, as the recorded runs print them. */
function cursorsOf(run: Play): string {
  const { checker, halfTopic } = seen(run);
  return `${checker.cursors.half}/${halfTopic.half.length} ${checker.cursors.op}/${halfTopic.op.length}`;
}
