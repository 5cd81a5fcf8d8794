/** Rows that are skipped because a position is too coarse, and rows that fail whenever they are published. */
import { describe, expect, it } from 'vitest';
import { choose, crash, fire, notes, restart, type Move, type Moves } from '../shared/moves.testing.ts';
import {
  committed,
  confirmed,
  finish,
  hint,
  mark,
  place,
  poll,
  publish,
  rest,
  rows,
  runAt,
  seen,
  stored,
  verdicts,
} from './run.testing.ts';

const tail: Move = fire('tailInterval', 'relay');
const join = (tx: string, leader: string): Move => choose('placeOrder', { tx, in: leader });
const spoil: Move = choose('spoil', { id: 1 });
const mend: Move = choose('mend', { id: 1 });

describe('a transaction with several rows', () => {
  const both: Moves = [place('o1'), join('o2', 'o1')];
  const restarted: Moves = [crash('relay'), restart('relay')];
  const firstSent: Moves = [both, finish('commit', 'o1'), tail, publish(), stored, confirmed, mark()];
  const coarse = { relay: 'log-tailing', position: 'per-transaction' };

  it('[LT-37] commits as one, and rolls back as one', () => {
    const settings = { relay: 'log-tailing' };
    expect(rows(runAt(settings, both, finish('commit', 'o1')))).toEqual(['o1 NEW 0 young -', 'o2 NEW 0 young -']);
    expect(verdicts(runAt(settings, both, finish('rollback', 'o1'), rest))).toEqual([
      'o1 aborted 0 consistent',
      'o2 aborted 0 consistent',
    ]);
    expect(verdicts(runAt(settings, both, crash('order')))).toEqual([
      'o1 aborted 0 consistent',
      'o2 aborted 0 consistent',
    ]);
  });

  it('[LT-37] loses its remaining rows where the position counts transactions and the relay restarts inside one', () => {
    const run = runAt(coarse, firstSent, restarted, rest);
    expect(verdicts(run)).toEqual(['o1 committed 1 consistent', 'o2 committed 0 lost']);
    expect(notes(run, 'row-skipped')).toHaveLength(1);
    const fine = runAt({ relay: 'log-tailing' }, firstSent, restarted, rest);
    expect(verdicts(fine)).toEqual(['o1 committed 1 consistent', 'o2 committed 1 consistent']);
  });

  it('[LT-37] loses nothing by a restart before its first row is dealt with, or between transactions', () => {
    const before = runAt(coarse, both, finish('commit', 'o1'), tail, restarted, rest);
    expect(verdicts(before).map((line) => line.split(' ')[2])).toEqual(['1', '1']);
    const between: Moves = [committed('o1'), committed('o2'), tail, publish(), stored, confirmed, mark()];
    expect(verdicts(runAt(coarse, between, restarted, rest)).map((line) => line.split(' ')[2])).toEqual(['1', '1']);
  });
});

describe('a row that always fails', () => {
  const failing: Moves = [committed('o1'), spoil, hint, publish(), committed('o2'), hint];
  const forEver = { attempts: 'unlimited' };
  const again: Moves = [fire('backoff'), poll(), publish()];

  it('[LT-38] becomes DEAD at the limit, and what waited behind it goes on', () => {
    for (const how of ['by-status', 'by-cursor']) {
      const run = runAt({ poll: how, 'attempts-max': '2' }, failing, rest);
      expect(verdicts(run)).toEqual([
        'o1 committed 0 parked',
        `o2 committed 1 ${how === 'by-status' ? 'consistent' : 'late'}`,
      ]);
      expect(rows(run)[0]).toBe('o1 DEAD 2 person -');
    }
  });

  it('[LT-38] without a limit is tried for ever, waits for a person, and is passed by where rows are polled by status', () => {
    const run = runAt(forEver, failing, publish(), stored, confirmed, mark(), again, again, again, again, again, again);
    expect(rows(run)).toEqual(['o1 NEW 5 backoff -', 'o2 SENT 0 - -']);
    expect(verdicts(run)[0]).toBe('o1 committed 0 parked');
    expect(verdicts(runAt(forEver, failing, mend, rest))).toEqual(['o1 committed 1 late', 'o2 committed 1 consistent']);
  });

  it('[LT-38] holds up all rows behind it where they are read by a cursor or from the log', () => {
    const byCursor = runAt({ ...forEver, poll: 'by-cursor' }, failing, again);
    expect(verdicts(byCursor)).toEqual(['o1 committed 0 parked', 'o2 committed 0 parked']);
    const log: Moves = [
      committed('o1'),
      spoil,
      committed('o2'),
      tail,
      publish(),
      tail,
      fire('backoff'),
      tail,
      publish(),
    ];
    const tailing = runAt({ ...forEver, relay: 'log-tailing' }, log);
    expect(verdicts(tailing)).toEqual(['o1 committed 0 parked', 'o2 committed 0 parked']);
    const mended = runAt({ ...forEver, relay: 'log-tailing' }, log, mend, rest);
    expect(verdicts(mended).map((line) => line.split(' ')[2])).toEqual(['1', '1']);
  });

  it('[LT-38] is SENT and lost where rows are marked before they are published', () => {
    const run = runAt({ publish: 'after-mark' }, committed('o1'), spoil, hint, mark(), publish(), rest);
    expect(rows(run)).toEqual(['o1 SENT 0 - -']);
    expect(verdicts(run)).toEqual(['o1 committed 0 lost']);
    expect(seen(run).topic.orders).toEqual([]);
  });
});
