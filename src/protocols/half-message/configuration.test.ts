import { describe, expect, it } from 'vitest';
import { nextStep } from '../../engine/autoplay.ts';
import { extend, lastFrame, replay, type Timeline } from '../../engine/timeline.ts';
import { completeSettings } from '../shared/settings.ts';
import { crash, drop, go, restart, type Play } from '../shared/moves.testing.ts';
import {
  answered,
  committed,
  consumed,
  end,
  ended,
  old,
  op,
  pass,
  possible,
  queues,
  runAt,
  seen,
  sent,
  verdicts,
} from './run.testing.ts';
import { settingSpecs } from './settings.ts';
import { delaysMs, TRANSACTION_OP_MSG_MAX_SIZE } from './vocabulary.ts';

const MINUTE_MS = 60_000;
const STEPS_MAX = 200;

/** Autoplay from the end of a run until nothing changes any more. */
function undisturbed({ engine, steps }: Play): Timeline {
  let { timeline } = replay(engine, steps);
  for (let count = 0; count < STEPS_MAX; count += 1) {
    const step = nextStep(timeline);
    const extended = step === null ? null : extend(timeline, step);
    if (extended?.ok !== true) return timeline;
    ({ timeline } = extended);
  }
  throw new Error(`Expected the run to come to rest within ${STEPS_MAX} steps.`);
}

/** When this was first told, in virtual milliseconds. */
function timeOf({ frames }: Timeline, what: string): number | undefined {
  return frames.find(({ records }) => records.some((record) => record.kind === 'noted' && record.what === what))
    ?.timeMs;
}

describe('configuration', () => {
  it('[HM-59] has the defaults of 5.1.1 and later', () => {
    expect(completeSettings(settingSpecs, {})).toEqual({
      version: '5.x',
      producers: '1',
      groups: 'one',
      checker: 'unknown-while-running',
      'check-reads': 'as-named',
      'check-missing': 'as-named',
      'check-running': 'as-named',
      'check-exception': 'as-named',
      'check-purge': 'as-named',
      'check-grace': 'as-named',
      'check-group': 'as-named',
      'check-max': '15',
      dedup: 'same-tx',
      ack: 'after-commit',
      flush: 'sync',
      'send-retry': 'off',
      immunity: 'off',
      'reconsume-max': '16',
      report: 'on',
      'check-back': 'on',
    });
    const { transactionTimeOut, transactionCheckInterval5x, transactionOpBatchInterval } = delaysMs;
    expect([transactionTimeOut, transactionCheckInterval5x, transactionOpBatchInterval]).toEqual([
      6_000, 30_000, 3_000,
    ]);
    expect(TRANSACTION_OP_MSG_MAX_SIZE).toBe(4_096);
  });

  it.each([
    ['5.x', 30_000, 3_000],
    ['4.9', 60_000, 5],
  ])('[HM-59] [HM-C17] checks and writes ops in %s at its intervals', (version, intervalMs, opMs) => {
    const { timeline } = replay(runAt({ version }).engine, runAt({ version }, committed()).steps);
    const delays = lastFrame(timeline).timers.map(({ role, delay, delayMs }) => [`${role} ${delay}`, delayMs]);
    expect(delays).toEqual([
      ['checker transactionCheckInterval', intervalMs],
      ['half-topic transactionTimeOut', 6_000],
      ['half-topic opWrite', opMs],
    ]);
  });

  it('[HM-34] [HM-60] asks first 6 to 36 s after the birth, and discards about 15 intervals later', () => {
    const gone = undisturbed(runAt({}, ended('commit'), drop('endTransaction'), crash('order')));
    const [bornMs, firstMs, discardedMs] = ['half-stored', 'copy-stored', 'discarded'].map(
      (what) => timeOf(gone, what) ?? NaN,
    );
    expect([bornMs, firstMs, discardedMs]).toEqual([340, 30_000, 30_000 + 7.5 * MINUTE_MS + delaysMs.passEnd]);
  });

  it('[HM-60] keeps prompt commits clean while transactionTimeOut is well above the op interval', () => {
    const prompt = undisturbed(runAt({ dedup: 'none' }, committed()));
    expect(queues({ ...runAt({}), world: lastFrame(prompt).world })).toEqual({
      half: ['o1'],
      op: [[0]],
      orders: ['o1'],
      discarded: [],
    });
    expect(timeOf(prompt, 'op-stored')).toBeLessThan(6_000);
  });

  it('[HM-C18] leaves every outcome to the check where the producer does not report it', () => {
    const silent = runAt({ report: 'off' }, ended('commit'));
    expect(sent(silent, 'endTransaction')).toEqual([]);
    expect(verdicts(go(silent, old, pass, answered, end, consumed))).toEqual(['o1 committed 1 late']);
  });

  it('[HM-C19] loses a message whose outcome got lost where nobody asks, also over a restart', () => {
    const lost = runAt({ 'check-back': 'off' }, ended('commit'), drop('endTransaction'));
    expect(verdicts(lost)).toEqual(['o1 committed 0 lost']);
    expect(possible(go(lost, old))).not.toContain('fire transactionCheckInterval');
    const down = go(lost, crash('broker'));
    expect([down, go(down, restart('broker'))].flatMap(verdicts)).toEqual(Array(2).fill('o1 committed 0 lost'));
  });

  it('[HM-60] delivers even prompt commits twice when the age comes before the op', () => {
    const run = runAt({ dedup: 'none' }, committed(), consumed, old, pass, answered, end, consumed, op);
    expect(seen(run).consumer.points).toEqual({ o1: { added: 2, isLate: false } });
  });
});
