import { describe, expect, it } from 'vitest';
import { choose, crash, fire, go, notes, restart, type Moves } from '../shared/moves.testing.ts';
import {
  answered,
  answeredBy,
  consumed,
  end,
  ended,
  old,
  pass,
  possible,
  queues,
  runAt,
  seen,
  sent,
  times,
  verdicts,
} from './run.testing.ts';

const unanswered: Moves = [ended('unknow'), end, old];
const askedInVain: Moves = [pass, answeredBy('UNKNOW'), end];
const lastPassEnds: Moves = fire('passEnd');

describe('the discard', () => {
  it('[HM-45] [HM-C16] meets a message whose count has reached transactionCheckMax', () => {
    const parked = (max: string): number =>
      sent(
        runAt({ 'check-max': max }, unanswered, times(Number(max), pass), lastPassEnds, pass),
        'checkTransactionState',
      ).length;
    expect(['1', '2', '15'].map(parked)).toEqual([1, 2, 15]);
  });

  it('[HM-46] follows exactly M copies, M checks at most, and leaves a half queue of M + 1 without an op', () => {
    const run = runAt({ 'check-max': '3' }, unanswered, times(3, askedInVain), lastPassEnds, pass, pass);
    expect(queues(run)).toEqual({ half: ['o1', 'o1+1', 'o1+2', 'o1+3'], op: [], orders: [], discarded: ['o1'] });
    expect(sent(run, 'checkTransactionState').map(({ checkTimes }) => checkTimes)).toEqual([1, 2, 3]);
    expect(notes(run, 'discarded')).toEqual([{ tx: 'o1', offset: 3, checkTimes: 3 }]);
  });

  it('[HM-47] asks nobody, settles nothing and leaves the database as it is', () => {
    const last = runAt({ 'check-max': '1' }, unanswered, askedInVain, lastPassEnds);
    const run = go(last, pass);
    expect(sent(run, 'checkTransactionState')).toEqual(sent(last, 'checkTransactionState'));
    expect([seen(run).orders, seen(run).halfTopic, seen(run).topic]).toEqual([
      seen(last).orders,
      seen(last).halfTopic,
      seen(last).topic,
    ]);
    expect(seen(run).checker.cursors).toEqual({ half: 2, op: -1 });
    expect(verdicts(run)).toEqual(['o1 committed 0 parked']);
  });

  it('[HM-47] is no rollback and no harm where the local transaction rolled back', () => {
    const run = runAt({ 'check-max': '1' }, ended('throw'), end, old, askedInVain, lastPassEnds, pass);
    expect(verdicts(run)).toEqual(['o1 aborted 0 consistent']);
  });

  it('[HM-48] can come in the pass that appended the last copy, before any answer', () => {
    const asked = runAt({ 'check-max': '1' }, unanswered, pass);
    const run = go(asked, choose('reachOwnCopy'));
    expect(notes(run, 'discarded')).toEqual([{ tx: 'o1', offset: 1, checkTimes: 1 }]);
    expect(seen(run).checker.cursors).toEqual({ half: 2, op: -1 });
    expect(queues(go(run, answered, end, consumed))).toEqual({
      half: ['o1', 'o1+1'],
      op: [],
      orders: ['o1'],
      discarded: ['o1'],
    });
  });

  it('[HM-48] does not come so early for a copy that may be asked about again, or for what stands behind it', () => {
    const notYet = runAt({ 'check-max': '2' }, unanswered, pass);
    expect(possible(notYet)).not.toContain('choose reachOwnCopy');
    // o1 has been asked about once more than o2, and its copy stands first: only that one is discarded
    const both = runAt({ 'check-max': '2' }, unanswered, askedInVain, ended('unknow', 'o2'), end, old, pass);
    expect(queues(both).half).toEqual(['o1', 'o1+1', 'o2', 'o1+2', 'o2+1']);
    expect(notes(go(both, choose('reachOwnCopy')), 'discarded')).toEqual([{ tx: 'o1', offset: 3, checkTimes: 2 }]);
  });

  it('[HM-48] does not come so early when the pass stopped before the end of the queue', () => {
    const stopped: Moves = [ended('unknow', 'o1'), end, old, ended('unknow', 'o2'), end, pass];
    expect(possible(runAt({ 'check-max': '1' }, stopped))).not.toContain('choose reachOwnCopy');
  });

  it('[HM-49] is undone by a resume: the message is appended with count 0, and the entry stays', () => {
    const parked: Moves = [unanswered, askedInVain, lastPassEnds, pass];
    const run = runAt({ 'check-max': '1' }, parked, choose('resume', { tx: 'o1' }));
    expect(queues(run)).toEqual({ half: ['o1', 'o1+1', 'o1'], op: [], orders: [], discarded: ['o1'] });
    expect(notes(run, 'half-resumed')).toEqual([{ tx: 'o1', offset: 2 }]);
    expect(verdicts(run)).toEqual(['o1 committed 0 pending']);
    const asked = go(run, pass, answered, end, consumed);
    expect(verdicts(asked)).toEqual(['o1 committed 1 late']);
    expect(queues(asked).discarded).toEqual(['o1']);
  });

  it('[HM-49] keeps the birth of a resumed message: its immunity may still last', () => {
    const immune = { immunity: 'long', 'check-max': '1' };
    const parked: Moves = [ended('unknow'), end, pass, lastPassEnds, pass, choose('resume', { tx: 'o1' })];
    expect(sent(runAt(immune, parked, pass), 'checkTransactionState')).toEqual([]);
    expect(sent(runAt(immune, parked, old, pass), 'checkTransactionState')).toHaveLength(1);
  });

  it('[HM-49] needs something that was discarded', () => {
    expect(possible(runAt({}, unanswered))).not.toContain('choose resume');
    expect(possible(runAt({}, crash('broker'), restart('broker')))).not.toContain('choose resume');
  });
});
