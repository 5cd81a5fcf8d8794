import { describe, expect, it } from 'vitest';
import { choose, crash, deliver, drop, duplicate, fire, go, restart, type Moves } from '../shared/moves.testing.ts';
import {
  answered,
  committed,
  consumed,
  end,
  ended,
  finish,
  old,
  op,
  pass,
  place,
  returns,
  runAt,
  started,
  verdicts,
} from './run.testing.ts';

const lost: Moves = drop('endTransaction');
const failed: Moves = [deliver('message'), choose('failConsuming')];
const acknowledged: Moves = [fire('persistConsumerOffset'), deliver('consumerOffset')];
const verdict = (settings: { readonly [name: string]: string }, ...moves: readonly Moves[]): string =>
  verdicts(runAt(settings, ...moves)).join(', ');

describe('the ledger', () => {
  it('[HM-L1] calls an order consistent when both databases agree and nothing can change that', () => {
    expect(verdict({}, committed(), consumed)).toBe('o1 committed 1 consistent');
    expect(verdict({}, ended('rollback'), end)).toBe('o1 aborted 0 consistent');
    expect(verdict({}, place(), crash('order'), drop('halfMessage'))).toBe('o1 none 0 consistent');
  });

  it('[HM-L2] calls it late when the points needed a check or a retry', () => {
    expect(verdict({}, ended('commit'), lost, old, pass, answered, end, consumed)).toBe('o1 committed 1 late');
    expect(verdict({}, committed(), failed, fire('retryDelay'), consumed)).toBe('o1 committed 1 late');
  });

  it('[HM-L3] calls it duplicated when points were added more than once', () => {
    expect(verdict({ dedup: 'none' }, committed(), duplicate('message'), consumed, consumed)).toBe(
      'o1 committed 2 duplicated',
    );
  });

  it('[HM-L4] calls it phantom when points were added without a committed order, even while it is open', () => {
    const early: Moves = [started(), choose('keepRunning'), old, pass, answered, end, consumed];
    const settings = { checker: 'commit-if-missing' };
    expect(verdict(settings, early)).toBe('o1 open 1 phantom');
    expect(verdict(settings, early, finish('rollback'))).toBe('o1 aborted 1 phantom');
    expect(verdict(settings, early, finish('commit'))).toBe('o1 committed 1 late');
  });

  it('[HM-L5] calls it pending while the message may still be sent, settled, asked about or consumed', () => {
    const pending: readonly Moves[] = [
      [place()],
      [started()],
      [started(), finish('commit')],
      [ended('commit')],
      [ended('commit'), lost],
      [ended('unknow'), end, old, pass],
      [ended('unknow'), end, old, pass, deliver('checkTransactionState')],
      [committed()],
      [committed(), deliver('message')],
      [committed(), drop('message')],
      [committed(), op, crash('points')],
      [committed(), op, failed],
      [committed(), op, failed, fire('retryDelay')],
    ];
    expect(pending.map((moves) => verdicts(runAt({}, moves))[0]?.split(' ').at(-1))).toEqual(
      pending.map(() => 'pending'),
    );
  });

  it('[HM-L5] calls a rolled back order pending while a question about it is open', () => {
    expect(verdict({}, ended('throw'), lost)).toBe('o1 aborted 0 pending');
    expect(verdict({}, ended('throw'), lost, old, pass, answered, end)).toBe('o1 aborted 0 consistent');
  });

  it('[HM-L6] calls it lost when it is committed and nothing is under way any more', () => {
    const running: Moves = [started(), choose('keepRunning'), old, pass, answered, end, op];
    const settings = { checker: 'rollback-if-missing' };
    expect(verdict(settings, running, finish('commit'), returns)).toBe('o1 committed 0 pending');
    expect(verdict(settings, running, finish('commit'), returns, lost)).toBe('o1 committed 0 lost');
    expect(verdict({ ack: 'before-commit' }, committed(), op, deliver('message'), acknowledged, CRASHED)).toBe(
      'o1 committed 0 lost',
    );
  });

  it('[HM-L6] does not wait for a COMMIT that will find no half message', () => {
    const gone: Moves = [ended('commit'), crash('broker', 'machine'), restart('broker')];
    expect(verdict({ flush: 'async' }, gone)).toBe('o1 committed 0 lost');
  });

  it('[HM-L7] calls it parked when a person can still decide: discarded, or dead-lettered', () => {
    const discarded: Moves = [ended('commit'), lost, crash('order'), old, pass, fire('passEnd'), pass];
    expect(verdict({ 'check-max': '1' }, discarded)).toBe('o1 committed 0 parked');
    const dead = runAt({ 'reconsume-max': '0' }, committed(), op, failed);
    expect(verdicts(go(dead, acknowledged))).toEqual(['o1 committed 0 parked']);
  });

  it('[HM-L7] counts nothing as parked that was delivered or never committed', () => {
    const discarded: Moves = [ended('commit'), old, pass, fire('passEnd'), pass];
    expect(verdict({ 'check-max': '1' }, discarded, deliver('endTransaction', { offset: 0 }), consumed)).toBe(
      'o1 committed 1 consistent',
    );
  });

  it('[HM-L1] judges every order by itself', () => {
    expect(verdict({}, committed('o1'), consumed, ended('rollback', 'o2'), end, place('o3'))).toBe(
      'o1 committed 1 consistent, o2 aborted 0 consistent, o3 none 0 pending',
    );
  });
});

const CRASHED: Moves = crash('points');
