import { describe, expect, it } from 'vitest';
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
  answeredBy,
  committed,
  end,
  ended,
  finish,
  inFlight,
  old,
  pass,
  place,
  possible,
  queues,
  returns,
  runAt,
  seen,
  sent,
  started,
  verdicts,
} from './run.testing.ts';

const stored: Moves = [place(), deliver('halfMessage')];
const timeout: Moves = fire('sendMsgTimeout');
const mayPlace = (run: Play): boolean => possible(run).includes('choose placeOrder');

describe('the transactional send', () => {
  it('[HM-2] starts the local transaction with the SEND_OK reply and not before', () => {
    const waiting = runAt({}, stored);
    expect(seen(waiting).orders).toEqual([{ order: 'o1', row: 'none' }]);
    expect(possible(waiting)).not.toContain('choose finish');
    expect(seen(go(waiting, deliver('sendResult'))).orders).toEqual([{ order: 'o1', row: 'open' }]);
  });

  it('[HM-2] keeps the caller until the local transaction has ended and its result is sent', () => {
    const runs = [runAt({}), runAt({}, place()), runAt({}, started()), runAt({}, started(), finish('commit'))];
    expect(runs.map(mayPlace)).toEqual([true, false, false, false]);
    expect(mayPlace(runAt({}, ended('commit')))).toBe(true);
  });

  it('[HM-2] executes at most once, however often the reply comes', () => {
    const run = runAt({}, stored, duplicate('sendResult'), deliver('sendResult'), deliver('sendResult'));
    expect(ignored(run)).toEqual(['producer: reply-to-another-attempt']);
    expect(notes(run, 'transaction-begun')).toEqual([{ tx: 'o1' }]);
  });

  it.each(['FLUSH_DISK_TIMEOUT', 'FLUSH_SLAVE_TIMEOUT', 'SLAVE_NOT_AVAILABLE'] as const)(
    '[HM-3] rolls back without running the local transaction on %s, although the half message is stored',
    (status) => {
      const run = runAt(
        { version: '4.9' },
        choose('setSendStatus', { status }),
        stored,
        deliver('sendResult'),
        returns,
      );
      expect(queues(run).half).toEqual(['o1']);
      expect(seen(run).orders).toEqual([{ order: 'o1', row: 'none' }]);
      expect(inFlight(run, 'endTransaction')).toEqual([
        { type: 'endTransaction', tx: 'o1', state: 'ROLLBACK', offset: 0, fromCheck: false },
      ]);
    },
  );

  it('[HM-3] gets such a status in one reply only, and in 5.x never SLAVE_NOT_AVAILABLE', () => {
    const statuses = (version: string): readonly unknown[] =>
      runAt({ version })
        .engine.choices(runAt({ version }).world)
        .flatMap(({ message }) => (message.type === 'setSendStatus' ? [message['status']] : []));
    expect(statuses('5.x')).toEqual(['FLUSH_DISK_TIMEOUT', 'FLUSH_SLAVE_TIMEOUT']);
    expect(statuses('4.9')).toEqual(['FLUSH_DISK_TIMEOUT', 'FLUSH_SLAVE_TIMEOUT', 'SLAVE_NOT_AVAILABLE']);
    const next = runAt({}, choose('setSendStatus', { status: 'FLUSH_DISK_TIMEOUT' }), stored);
    expect(seen(next).broker?.nextStatus).toBe('SEND_OK');
  });

  it('[HM-4] gives up without a local transaction and without an endTransaction, though the half message is stored', () => {
    const run = runAt({}, stored, drop('sendResult'), timeout);
    expect(told(run)).toEqual(['send-failed']);
    expect(queues(run).half).toEqual(['o1']);
    expect(sent(run, 'endTransaction')).toEqual([]);
    expect(mayPlace(run)).toBe(true);
    expect(verdicts(go(run, old, pass, answered, end))).toEqual(['o1 none 0 consistent']);
  });

  it('[HM-4] ignores a reply that comes after the caller gave up', () => {
    const run = runAt({}, stored, timeout, deliver('sendResult'));
    expect(ignored(run)).toEqual(['producer: nobody-waits-for-the-reply']);
    expect(seen(run).orders).toEqual([{ order: 'o1', row: 'none' }]);
  });

  it('[HM-5] [HM-C12] sends the half message at most three times, with the same key, and only if retries are on', () => {
    const attempts = (retry: string): readonly unknown[] =>
      sent(runAt({ 'send-retry': retry }, place(), timeout), 'halfMessage').map(({ attempt }) => attempt);
    expect(attempts('off')).toEqual([1]);
    expect(attempts('on')).toEqual([1, 2]);
    const run = runAt({ 'send-retry': 'on' }, place(), timeout, timeout, timeout);
    expect(sent(run, 'halfMessage')).toEqual(
      [1, 2, 3].map((attempt) => ({ type: 'halfMessage', tx: 'o1', producer: 'producer', attempt })),
    );
    expect(told(run)).toEqual(['send-failed']);
  });

  it('[HM-5] names only the attempt whose reply arrived and leaves the other one pending', () => {
    const twice: Moves = [stored, drop('sendResult'), timeout, deliver('halfMessage'), deliver('sendResult')];
    const run = runAt({ 'send-retry': 'on' }, twice, finish('commit'), returns, end, fire('opWrite'));
    expect(queues(run)).toEqual({ half: ['o1', 'o1'], op: [[1]], orders: ['o1'], discarded: [] });
  });

  it('[HM-5] does not take the reply to another attempt for its own', () => {
    const run = runAt({ 'send-retry': 'on' }, stored, timeout, deliver('sendResult'));
    expect(ignored(run)).toEqual(['producer: reply-to-another-attempt']);
  });

  it('[HM-19] tells the caller that the broker rejects transactional messages', () => {
    const run = runAt({}, choose('setRejecting', { rejects: true }), stored, deliver('sendResult'));
    expect(told(run)).toEqual(['send-rejected']);
    expect(queues(run)).toEqual({ half: [], op: [], orders: [], discarded: [] });
    expect(sent(run, 'endTransaction')).toEqual([]);
  });
});

describe('the result of the local transaction', () => {
  it.each([
    ['commit', 'committed', 'COMMIT'],
    ['rollback', 'aborted', 'ROLLBACK'],
    ['unknow', 'committed', 'UNKNOW'],
    ['throw', 'aborted', 'UNKNOW'],
    ['throw-late', 'committed', 'UNKNOW'],
  ] as const)('[HM-6] %s leaves the row %s and says %s', (outcome, row, state) => {
    const run = runAt({}, ended(outcome));
    expect(seen(run).orders).toEqual([{ order: 'o1', row }]);
    expect(inFlight(run, 'endTransaction')).toEqual([
      { type: 'endTransaction', tx: 'o1', state, offset: 0, fromCheck: false },
    ]);
  });

  it('[HM-6] says UNKNOW for a check that fails', () => {
    const run = runAt({}, ended('throw'), end, old, pass, answeredBy('UNKNOW'));
    expect(inFlight(run, 'endTransaction')).toEqual([
      { type: 'endTransaction', tx: 'o1', state: 'UNKNOW', offset: 1, fromCheck: true },
    ]);
  });

  it('[HM-7] sends endTransaction once, expects no reply and never learns that it was lost', () => {
    const kept = runAt({}, committed());
    const lost = runAt({}, ended('commit'), drop('endTransaction'));
    expect(sent(lost, 'endTransaction')).toHaveLength(1);
    expect(seen(lost).producers).toEqual(seen(kept).producers);
    expect(possible(lost).filter((step) => step.includes('endTransaction'))).toEqual([]);
  });

  it('[HM-7] is lost with a producer that dies between its commit and the request', () => {
    const run = runAt({}, started(), finish('commit'), crash('order'));
    expect(sent(run, 'endTransaction')).toEqual([]);
    expect(verdicts(run)).toEqual(['o1 committed 0 pending']);
  });
});

describe('being checked', () => {
  it('[HM-8] answers with the offset of the copy that the check carried', () => {
    const run = runAt({}, ended('commit'), drop('endTransaction'), old, pass, answered);
    expect(sent(run, 'checkTransactionState')).toEqual([
      { type: 'checkTransactionState', tx: 'o1', offset: 1, checkTimes: 1 },
    ]);
    expect(inFlight(run, 'endTransaction')).toEqual([
      { type: 'endTransaction', tx: 'o1', state: 'COMMIT', offset: 1, fromCheck: true },
    ]);
  });

  it('[HM-9] is asked while the local transaction runs, and both answers arrive in either order', () => {
    const both: Moves = [started(), old, pass, answered, finish('commit'), returns];
    const check: Moves = deliver('endTransaction', { fromCheck: true });
    const local: Moves = deliver('endTransaction', { fromCheck: false });
    const settings = { checker: 'commit-if-missing' };
    expect(seen(runAt(settings, both, check, local)).topic.orders.map(({ prepared }) => prepared)).toEqual([1, 0]);
    expect(seen(runAt(settings, both, local, check)).topic.orders.map(({ prepared }) => prepared)).toEqual([0, 1]);
  });

  it('[HM-9] has one thread for checks: a second one waits in its queue', () => {
    const asked: Moves = [ended('unknow'), end, old, pass, pass, deliver('checkTransactionState', { offset: 1 })];
    const run = runAt({}, asked, deliver('checkTransactionState', { offset: 2 }), fire('checkLocalTransaction'));
    expect(sent(run, 'endTransaction').map(({ offset }) => offset)).toEqual([0, 1]);
    const next = go(run, fire('checkLocalTransaction'));
    expect(sent(next, 'endTransaction').map(({ offset }) => offset)).toEqual([0, 1, 2]);
  });

  it('[HM-10] [HM-C14] asks the members of the group in turn, whoever sent the half message', () => {
    const asked = runAt({ producers: '2' }, ended('unknow'), end, old, pass, pass, pass).records.flatMap((record) =>
      record.kind === 'sent' && record.message.type === 'checkTransactionState' ? [record.to] : [],
    );
    expect(asked).toEqual(['producer', 'producer-b', 'producer']);
  });

  it('[HM-10] takes the answer of a member that never saw the message', () => {
    const run = runAt(
      { producers: '2' },
      ended('commit'),
      crash('order'),
      drop('endTransaction'),
      old,
      pass,
      answered,
      end,
    );
    expect(queues(run)).toEqual({ half: ['o1', 'o1+1'], op: [], orders: ['o1'], discarded: [] });
  });

  it('[HM-10] lets a restarted member be asked as soon as it has registered', () => {
    const run = runAt({ producers: '2' }, crash('order'), crash('order-b'), restart('order-b'));
    expect(seen(run).broker?.channels).toEqual(['producer-b']);
  });
});
