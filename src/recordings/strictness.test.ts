import { describe, expect, it } from 'vitest';
import { admit } from './admit.ts';
import { shifted } from './alterations.testing.ts';
import { EARLY_FRACTION, LATE_FRACTION, type Strictness } from './clock.ts';
import type { Recording } from './observation.ts';
import { shippedRecordings } from './shipped.ts';

async function admittedAt(strictness: Partial<Strictness>): Promise<number> {
  let count = 0;
  for (const { load } of shippedRecordings) if (admit(await load(), strictness).verdict === 'admitted') count += 1;
  return count;
}

/** What the shipped recordings need of it. */
const LATE_NEEDED = 0.05;

describe('the tolerance of timers', () => {
  it('[R59] is a fraction of their length: the smallest hundredth that admits every shipped recording', async () => {
    expect(await admittedAt({ earlyFraction: EARLY_FRACTION })).toBe(shippedRecordings.length);
    expect(await admittedAt({ earlyFraction: EARLY_FRACTION - 0.01 })).toBeLessThan(shippedRecordings.length);
  });

  it('[R101] is more for what comes late, as load cannot be measured: no shipped recording needs that much', async () => {
    expect(LATE_NEEDED).toBeLessThan(LATE_FRACTION);
    expect(await admittedAt({ lateFraction: LATE_NEEDED })).toBe(shippedRecordings.length);
    expect(await admittedAt({ lateFraction: 0 })).toBeLessThan(shippedRecordings.length);
  });
});

describe('timers of another length', async () => {
  const [short] = await Promise.all(
    shippedRecordings.filter(({ id }) => id === '4.9.8-unknown-forever').map((one) => one.load()),
  );
  if (short === undefined) throw new Error('Expected a recording with three checks.');
  const LONGER = 30;
  const long = longer(short, LONGER);
  const checks = long.observations.flatMap((one, index) =>
    one.what === 'appended' && (one.checkTimes ?? 0) > 0 ? [index] : [],
  );
  const [, second = 0, third = 0] = checks;
  const judged = (observations: Recording['observations']): readonly unknown[] => {
    const answer = admit({ ...long, observations });
    return [answer.verdict, 'at' in answer ? answer.at : null];
  };

  it('[R101] may be late by as much more: a pass every minute that comes after 70 s, and none after 80 s', () => {
    expect(long.settings.transactionCheckIntervalMs).toBe(60_000);
    expect(judged(long.observations)).toEqual(['admitted', null]);
    expect(judged([...shifted(second, 10_000)(long.observations)])).toEqual(['admitted', null]);
    expect(judged([...shifted(second, 20_000)(long.observations)])).toEqual(['rejected', second]);
  });

  it('[R102] moves what follows by as much: a pass that makes up for a late one is rejected', () => {
    const late = shifted(second, 10_000)(long.observations);
    expect(judged([...shifted(third, -10_000)(late)])).toEqual(['rejected', third]);
  });
});

/** The same run with timers and times that many times as long. */
function longer(recording: Recording, times: number): Recording {
  const { transactionTimeOutMs = 0, transactionCheckIntervalMs = 0 } = recording.settings;
  return {
    ...recording,
    settings: {
      ...recording.settings,
      transactionTimeOutMs: times * transactionTimeOutMs,
      transactionCheckIntervalMs: times * transactionCheckIntervalMs,
    },
    observations: recording.observations.map((one) => ({ ...one, timeMs: times * one.timeMs })),
  };
}
