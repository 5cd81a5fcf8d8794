import { describe, expect, it } from 'vitest';
import { replay } from '../../engine/timeline.ts';
import {
  choose,
  crash,
  deliver,
  drop,
  fire,
  go,
  notes,
  restart,
  type Moves,
  type Play,
} from '../shared/moves.testing.ts';
import {
  answered,
  answeredBy,
  committed,
  consumed,
  end,
  ended,
  finish,
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

const local: Moves = deliver('endTransaction', { fromCheck: false });
const check: Moves = deliver('endTransaction', { fromCheck: true });
const unanswered: Moves = [ended('unknow'), end, old];
const cursor = (run: Play): number => seen(run).checker.cursors.half;
const copies = (run: Play) => notes(run, 'copy-stored').map(({ offset, of, checkTimes }) => [offset, of, checkTimes]);

describe('passes', () => {
  it('[HM-33] come one after another, an interval after the last one ended', () => {
    const run = runAt({ 'check-max': '1' }, unanswered, pass);
    expect(possible(run)).not.toContain('fire transactionCheckInterval');
    const { timeline } = replay(run.engine, go(run, fire('passEnd'), pass).steps);
    const starts = timeline.frames.flatMap(({ step, timeMs }) =>
      step?.kind === 'fire' && ['transactionCheckInterval', 'passEnd'].includes(step.delay) ? [timeMs] : [],
    );
    expect(starts).toEqual([30_000, 30_020, 60_020]);
  });

  it('[HM-34] change nothing about a message that has not reached transactionTimeOut', () => {
    const run = runAt({}, ended('unknow'), end, pass);
    expect(queues(run)).toEqual({ half: ['o1'], op: [], orders: [], discarded: [] });
    expect(sent(run, 'checkTransactionState')).toEqual([]);
  });

  it('[HM-34] ask in the first pass after it, and the age alone does nothing', () => {
    const aged = runAt({}, ended('unknow'), end, old);
    expect(aged.last.map(({ kind }) => kind)).toEqual(['fired', 'moved']);
    expect(seen(aged).halfTopic).toMatchObject({ young: [], half: [{ tx: 'o1', checkTimes: 0 }] });
    expect(sent(go(aged, pass), 'checkTransactionState')).toHaveLength(1);
  });

  it('[HM-35] ask at once where the clocks differ, which is the age coming at any moment', () => {
    const run = runAt({}, place(), deliver('halfMessage'), old, pass, answered, end);
    expect(sent(run, 'checkTransactionState')).toEqual([
      { type: 'checkTransactionState', tx: 'o1', offset: 1, checkTimes: 1 },
    ]);
  });

  it('[HM-36] append a copy with the count raised before they ask, and the answer settles that copy', () => {
    const run = runAt({}, unanswered, pass);
    expect(run.last.flatMap((record) => (record.kind === 'noted' || record.kind === 'sent' ? [record] : []))).toEqual([
      { kind: 'noted', role: 'half-topic', what: 'copy-stored', fields: { tx: 'o1', offset: 1, of: 0, checkTimes: 1 } },
      {
        kind: 'sent',
        from: 'broker',
        to: 'producer',
        message: { type: 'checkTransactionState', tx: 'o1', offset: 1, checkTimes: 1 },
        merged: false,
      },
    ]);
    expect(seen(go(run, answered, end)).halfTopic.buffer).toEqual([1]);
  });

  it('[HM-37] leave what they asked about behind them: only the newest copy is asked about again', () => {
    const run = runAt({}, unanswered, pass, drop('checkTransactionState'));
    expect(cursor(run)).toBe(1);
    const again = go(run, pass);
    expect([cursor(again), copies(again)]).toEqual([
      2,
      [
        [1, 0, 1],
        [2, 1, 2],
      ],
    ]);
  });

  it('[HM-38] copy and count although nobody can be asked, nobody gets the question or nobody answers', () => {
    const silent: readonly Moves[] = [
      [unanswered, crash('order'), pass, pass],
      [unanswered, pass, drop('checkTransactionState'), pass],
      [unanswered, pass, deliver('checkTransactionState'), crash('order'), pass],
    ];
    for (const moves of silent) expect(queues(runAt({}, moves)).half).toEqual(['o1', 'o1+1', 'o1+2']);
    expect(notes(runAt({}, unanswered, crash('order'), pass), 'channel-is-null')).toEqual([{ tx: 'o1', offset: 1 }]);
  });

  it('[HM-39] stop at the first unsettled message that is too young, and an old copy behind it waits', () => {
    const copyBehind: Moves = [ended('unknow', 'o1'), end, old, ended('unknow', 'o2'), end];
    const run = runAt({}, copyBehind, pass);
    expect([cursor(run), queues(run).half]).toEqual([1, ['o1', 'o2', 'o1+1']]);
    const waiting = go(run, pass);
    expect([cursor(waiting), queues(waiting).half]).toEqual([1, ['o1', 'o2', 'o1+1']]);
    expect(queues(go(waiting, old, pass)).half).toEqual(['o1', 'o2', 'o1+1', 'o2+1', 'o1+2']);
  });

  it('[HM-39] go on over a settled message that is young', () => {
    const run = runAt({}, committed('o1'), op, ended('unknow', 'o2'), end, pass);
    expect(cursor(run)).toBe(1);
  });

  it('[HM-40] ask about one message line once', () => {
    const lines: Moves = [ended('unknow', 'o1'), end, ended('unknow', 'o2'), end, old, old];
    const run = runAt({}, lines, pass);
    expect(sent(run, 'checkTransactionState').map(({ tx }) => tx)).toEqual(['o1', 'o2']);
    const second = go(run, pass);
    expect(sent(second, 'checkTransactionState').map(({ tx }) => tx)).toEqual(['o1', 'o2', 'o1', 'o2']);
  });

  it('[HM-41] skip what an op names, and ignore what an op names behind the cursor', () => {
    const run = runAt({}, committed('o1'), op, ended('unknow', 'o2'), end, old, pass);
    expect(copies(run)).toEqual([[2, 1, 1]]);
    const late = runAt({}, ended('commit'), old, pass, drop('checkTransactionState'), local, op, pass);
    expect(copies(late)).toEqual([
      [1, 0, 1],
      [2, 1, 2],
    ]);
  });
});

describe('custom immunity', () => {
  const immune = { immunity: 'long', 'check-max': '3' };

  it('[HM-42] [HM-C13] makes a pass copy and count in silence, even before transactionTimeOut', () => {
    const run = runAt(immune, ended('unknow'), end, pass, pass);
    expect(notes(run, 'silent-copy-stored')).toEqual([
      { tx: 'o1', offset: 1, of: 0, checkTimes: 1 },
      { tx: 'o1', offset: 2, of: 1, checkTimes: 2 },
    ]);
    expect(seen(run).halfTopic.half.map(({ prepared }) => prepared)).toEqual([null, 0, 0]);
    expect(sent(run, 'checkTransactionState')).toEqual([]);
  });

  it('[HM-42] leaves max − k checks after k silent copies', () => {
    const after = (silent: number): number => {
      const moves: Moves = [ended('unknow'), end, times(silent, pass), old, times(3 - silent, pass)];
      return sent(runAt(immune, moves, fire('passEnd'), pass), 'checkTransactionState').length;
    };
    expect([0, 1, 2].map(after)).toEqual([3, 2, 1]);
  });

  it('[HM-42] lasts as long for the original and its copies, also after a restart that lost the cursors', () => {
    const run = runAt(immune, ended('unknow'), end, pass, crash('broker'), restart('broker'), pass);
    expect(queues(run).half).toEqual(['o1', 'o1+1', 'o1+1', 'o1+2']);
    expect(sent(run, 'checkTransactionState')).toEqual([]);
    expect(seen(go(run, old)).halfTopic.young).toEqual([]);
  });

  it('[HM-43] does not recognise a message that was settled after its first silent copy', () => {
    const delivered: Moves = [ended('commit'), pass, end, op, consumed];
    const discarded = runAt(immune, delivered, pass, pass, fire('passEnd'), pass);
    expect(queues(discarded)).toEqual({
      half: ['o1', 'o1+1', 'o1+2', 'o1+3'],
      op: [[0]],
      orders: ['o1'],
      discarded: ['o1'],
    });
    const checked = runAt({ ...immune, dedup: 'none' }, delivered, old, pass, answered, end, consumed);
    expect(verdicts(checked)).toEqual(['o1 committed 2 duplicated']);
  });
});

describe('check and op batch', () => {
  it('[HM-44] delivers twice where a pass comes between the COMMIT and its op', () => {
    const settings = { dedup: 'none' };
    const between = runAt(settings, committed(), consumed, old, pass, answered, end, consumed, op);
    expect(queues(between)).toEqual({ half: ['o1', 'o1+1'], op: [[0, 1]], orders: ['o1', 'o1'], discarded: [] });
    expect(verdicts(between)).toEqual(['o1 committed 2 duplicated']);
    expect(verdicts(runAt(settings, committed(), consumed, op, pass))).toEqual(['o1 committed 1 consistent']);
  });

  it('[HM-44] cannot do so while the message is too young', () => {
    expect(queues(runAt({}, committed(), pass)).half).toEqual(['o1']);
  });
});

describe('answers that come late', () => {
  it('[HM-9] [HM-32] deliver twice when the local COMMIT comes after a check was answered COMMIT', () => {
    const run = runAt({ dedup: 'none' }, ended('commit'), old, pass, answered, check, consumed, local, consumed);
    expect(verdicts(run)).toEqual(['o1 committed 2 duplicated']);
  });

  it('[HM-21] are not needed: UNKNOW for ever ends in a discard', () => {
    const asked: Moves = [pass, answeredBy('UNKNOW'), end];
    const run = runAt({ 'check-max': '2' }, unanswered, times(2, asked), fire('passEnd'), pass);
    expect(verdicts(run)).toEqual(['o1 committed 0 parked']);
  });

  it('[HM-9] come too late for a transaction that was rolled back after a check said COMMIT', () => {
    const running: Moves = [started(), choose('keepRunning'), old, pass, answered, check, consumed];
    expect(verdicts(runAt({ checker: 'commit-if-missing' }, running, finish('rollback')))).toEqual([
      'o1 aborted 1 phantom',
    ]);
  });
});
