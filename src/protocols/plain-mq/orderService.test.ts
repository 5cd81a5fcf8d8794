import { describe, expect, it } from 'vitest';
import { nextStep } from '../../engine/autoplay.ts';
import type { Settings } from '../../engine/model.ts';
import { beginTimeline, extend, lastFrame, type Timeline } from '../../engine/timeline.ts';
import type { World } from '../../engine/world.ts';
import {
  choose,
  crash,
  deliver,
  drop,
  fire,
  go,
  ignored,
  notes,
  play,
  restart,
  sent,
  told,
  type Move,
  type Moves,
  type Play,
} from '../shared/moves.testing.ts';
import { completeSettings } from '../shared/settings.ts';
import { ledger } from './ledger.ts';
import { engineOf } from './outcomes.testing.ts';
import { read } from './read.ts';
import { settingSpecs } from './settings.ts';

const run = (settings: Settings, ...moves: readonly Moves[]): Play => play(engineOf(settings), ...moves);
const FIRST = { order: 'publish-then-commit' };
const place = (tx = 'o1'): Move => choose('placeOrder', { tx });
const commit: Move = choose('finish', { outcome: 'commit' });
const published: Moves = [place(), commit, fire('publishDelay')];
const publishedFirst: Moves = [place(), fire('publishDelay')];
const stored: Moves = [published, deliver('publish')];
const consumed: Moves = [deliver('message'), fire('consumeMessage')];

/** `order state points verdict` of every line of the ledger. */
const verdicts = ({ world }: { readonly world: World }): readonly string[] =>
  ledger(world).map(({ order, state, points, verdict }) => `${order} ${state} ${points} ${verdict}`);

const phase = (after: Play): unknown => read(after.world).phase;

const STEPS_MAX = 100;

function undisturbed(settings: Settings): Timeline {
  let timeline = beginTimeline(engineOf(settings));
  for (let count = 0; count < STEPS_MAX; count += 1) {
    const step = nextStep(timeline);
    const extended = step === null ? null : extend(timeline, step);
    if (extended?.ok !== true) return timeline;
    timeline = extended.timeline;
  }
  throw new Error(`Expected the run to come to rest within ${STEPS_MAX} steps.`);
}

describe('the order service', () => {
  it('[PM-9] ends with a lost order and a good one when the customer orders again', () => {
    const again = run({}, place(), commit, crash('order'), restart('order'), place('o2'), commit, fire('publishDelay'));
    const end = go(again, deliver('publish'), deliver('confirm'), consumed);
    expect(verdicts(end)).toEqual(['o1 committed 0 lost', 'o2 committed 1 consistent']);
  });

  it('[PM-9] ends with a phantom and a good order when it publishes first', () => {
    const again = run(FIRST, publishedFirst, deliver('publish'), crash('order'), restart('order'), place('o2'));
    const end = go(
      again,
      consumed,
      fire('publishDelay'),
      deliver('publish'),
      deliver('confirm', { tx: 'o2' }),
      commit,
      consumed,
    );
    expect(verdicts(end)).toEqual(['o1 aborted 1 phantom', 'o2 committed 1 consistent']);
  });

  it('[PM-10] gives up after a timeout or a failure, and keeps the order', () => {
    const silent = run({}, stored, drop('confirm'), fire('publishTimeout'));
    expect({ told: told(silent), phase: phase(silent) }).toEqual({ told: ['publish-given-up'], phase: 'idle' });
    const failed = run({}, published, drop('publish'));
    expect({ told: told(failed), verdicts: verdicts(failed) }).toEqual({
      told: ['publish-failed-for-good'],
      verdicts: ['o1 committed 0 lost'],
    });
  });

  it('[PM-10] notices that the broker is down', () => {
    const down = run({}, published, crash('broker'), deliver('publish'));
    expect(told(down)).toEqual(['publish-failed-for-good']);
  });

  it('[PM-10] rolls back when it publishes first and cannot', () => {
    const failed = run(FIRST, publishedFirst, drop('publish'));
    expect({ told: told(failed), verdicts: verdicts(failed) }).toEqual({
      told: ['publish-failed-for-good', 'order-rolled-back'],
      verdicts: ['o1 aborted 0 consistent'],
    });
  });

  it('[PM-10] tries three times in all', () => {
    const again: Moves = [drop('publish'), fire('retryPause'), fire('publishDelay')];
    const third = run({ retry: 'on' }, published, again, again);
    expect(sent(third)).toEqual(['broker publish']);
    const over = go(third, drop('publish'));
    expect(told(over)).toEqual(['publish-failed-for-good']);
    expect(notes(over, 'publish-failed').length).toBe(2);
  });

  it('[PM-10] publishes again at once after a timeout', () => {
    const silent = run({ retry: 'on' }, published, fire('publishTimeout'));
    expect({ told: told(silent), phase: phase(silent) }).toEqual({ told: ['publish-timed-out'], phase: 'toPublish' });
  });

  it('[PM-18] waits for a confirm that never comes, and keeps a transaction open that publishes first', () => {
    const patient = { 'confirm-wait': 'unlimited' };
    const first = run({ ...FIRST, ...patient }, publishedFirst, deliver('publish'), drop('confirm'), consumed);
    expect({ phase: phase(first), verdicts: verdicts(first) }).toEqual({
      phase: 'awaitingForever',
      verdicts: ['o1 open 1 phantom'],
    });
    expect(verdicts(go(first, crash('order')))).toEqual(['o1 aborted 1 phantom']);
    const committed = run(patient, stored, drop('confirm'), consumed);
    expect(verdicts(committed)).toEqual(['o1 committed 1 consistent']);
    expect(committed.engine.choices(committed.world).map(({ message }) => message.type)).not.toContain('placeOrder');
    expect(verdicts(go(run(patient, stored, deliver('confirm'), consumed), place('o2')))).toEqual([
      'o1 committed 1 consistent',
      'o2 open 0 pending',
    ]);
  });

  it('[PM-18] needs a person where the message is lost too', () => {
    const lossy = { 'confirm-wait': 'unlimited', broker: 'lossy' };
    const gone: Moves = [deliver('publish'), crash('broker', 'machine'), drop('confirm'), drop('message')];
    expect(verdicts(run({ ...FIRST, ...lossy }, publishedFirst, gone))).toEqual(['o1 open 0 parked']);
    expect(verdicts(run(lossy, published, gone))).toEqual(['o1 committed 0 lost']);
  });

  it('[PM-11] keeps committed rows, and forgets an open transaction and what was to be published', () => {
    const back = run({}, place(), commit, crash('order'), restart('order'), place('o2'), crash('order'));
    expect({ orders: read(back.world).orders, memory: read(back.world).orderService }).toEqual({
      orders: { o1: 'committed', o2: 'aborted' },
      memory: null,
    });
    expect(phase(go(back, restart('order')))).toBe('idle');
  });

  it('[PM-12] ignores a confirm of another attempt, and one that nobody waits for', () => {
    const second = run({ retry: 'on' }, stored, fire('publishTimeout'), fire('publishDelay'));
    expect(ignored(go(second, deliver('confirm')))).toEqual(['order-service: confirm-of-another-attempt']);
    const late = run({}, stored, fire('publishTimeout'), deliver('confirm'));
    expect(ignored(late)).toEqual(['order-service: nobody-waits-for-the-confirm']);
    const waiting = run({ retry: 'on' }, stored, fire('publishTimeout'), deliver('confirm'));
    expect(ignored(waiting)).toEqual(['order-service: nobody-waits-for-the-confirm']);
  });

  it('[PM-12] takes the loss of an old attempt for nothing new', () => {
    const both = run({ retry: 'on' }, published, fire('publishTimeout'), fire('publishDelay'));
    const old = go(both, drop('publish', { attempt: 0 }));
    expect(ignored(old)).toEqual(['order-service: confirm-of-another-attempt']);
  });

  it('[PM-12] waits with the next order until this one is over', () => {
    const { engine, world } = run({}, place());
    const refusal = engine.whyNot(world, {
      kind: 'choose',
      role: 'order-service',
      message: { type: 'placeOrder', tx: 'o2' },
    });
    expect(refusal).toMatchObject({ code: 'guard', guard: 'isFree' });
  });

  it('[PM-13] parks what can never be consumed', () => {
    const hopeless = run(
      { 'reconsume-max': '0' },
      stored,
      deliver('confirm'),
      deliver('message'),
      choose('failConsuming'),
    );
    const end = go(hopeless, fire('persistConsumerOffset'), deliver('consumerOffset'));
    expect(verdicts(end)).toEqual(['o1 committed 0 parked']);
  });

  it('[PM-14] loses what a lossy broker has confirmed', () => {
    const lossy = { broker: 'lossy' };
    const confirmed = run(lossy, stored, deliver('confirm'), drop('message'));
    const { engine, world } = confirmed;
    const gone = engine.apply(world, { kind: 'crash', process: 'broker', crash: 'machine' });
    expect(gone.ok && verdicts(gone)).toEqual(['o1 committed 0 lost']);
    const flushed = engine.apply(go(confirmed, fire('flushLog')).world, {
      kind: 'crash',
      process: 'broker',
      crash: 'machine',
    });
    expect(flushed.ok && verdicts(flushed)).toEqual(['o1 committed 0 pending']);
  });

  it('[PM-14] is told of success when no queue takes its message, whatever is durable', () => {
    for (const settings of [{}, { broker: 'lossy' }])
      expect(verdicts(run(settings, choose('loseNext'), stored, deliver('confirm')))).toEqual(['o1 committed 0 lost']);
  });

  it('[PM-15] is told that a message came back: it publishes again, or gives up knowing that nothing is stored', () => {
    const back: Moves = [choose('loseNext'), published, deliver('publish'), deliver('returned')];
    const again = run({ mandatory: 'on', retry: 'on' }, back, fire('retryPause'), fire('publishDelay'));
    expect(verdicts(go(again, deliver('publish'), deliver('confirm'), consumed))).toEqual(['o1 committed 1 late']);
    expect(verdicts(run({ mandatory: 'on' }, back))).toEqual(['o1 committed 0 lost']);
    const first: Moves = [choose('loseNext'), publishedFirst, deliver('publish'), deliver('returned')];
    expect(verdicts(run({ ...FIRST, mandatory: 'on' }, first))).toEqual(['o1 aborted 0 consistent']);
    const late = run({ mandatory: 'on' }, choose('loseNext'), published, deliver('publish'), fire('publishTimeout'));
    expect(ignored(go(late, deliver('returned')))).toEqual(['order-service: nobody-waits-for-the-confirm']);
  });

  it('[PM-16] lets the broker drop its repetition within the window, and not after it', () => {
    const settings = { retry: 'on', dedup: 'none', 'broker-dedup': 'window' };
    const again: Moves = [stored, drop('confirm'), consumed, fire('publishTimeout')];
    const within = run(settings, again, fire('publishDelay'), deliver('publish'), deliver('confirm'));
    expect(verdicts(within)).toEqual(['o1 committed 1 consistent']);
    const after = run(settings, again, fire('dedupWindow'), fire('publishDelay'), deliver('publish'), consumed);
    expect(verdicts(after)).toEqual(['o1 committed 2 duplicated']);
  });

  it.each([{}, FIRST, { retry: 'on' }, { broker: 'lossy' }])(
    '[PM-20] comes to rest in agreement by itself: %o',
    (settings) => {
      expect(verdicts(lastFrame(undisturbed(settings)))).toEqual(['o1 committed 1 consistent']);
    },
  );

  it('[PM-20] has its defaults', () => {
    expect(completeSettings(settingSpecs, {})).toEqual({
      order: 'commit-then-publish',
      retry: 'off',
      dedup: 'same-tx',
      ack: 'after-commit',
      broker: 'durable',
      mandatory: 'off',
      'broker-dedup': 'none',
      'confirm-wait': 'limited',
      'reconsume-max': '16',
    });
  });
});
