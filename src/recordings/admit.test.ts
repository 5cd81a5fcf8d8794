/**
 * The model against recorded runs of a real broker: it admits each of them with nothing left out, and the run that it finds
 * ends as that run did (SPEC.md, “Recorded runs”).
 */
import { describe, expect, it } from 'vitest';
import { lastFrame, replay } from '../engine/timeline.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import type { Verdict } from '../protocols/protocol.ts';
import { engineFor } from '../scenario/engines.ts';
import { readLink, writeScenario } from '../scenario/link.ts';
import { admit } from './admit.ts';
import type { Recording } from './observation.ts';
import { shippedRecordings } from './shipped.ts';

describe('recorded runs', () => {
  it('[HM-2] [HM-11] [HM-23] recorded run: 4.9.8 commit', () => expectAdmitted('4.9.8-commit', 'consistent'));
  it('[HM-24] recorded run: 4.9.8 rollback', () => expectAdmitted('4.9.8-rollback', 'consistent'));
  it('[HM-14] [HM-52] recorded run: 4.9.8 batch', () => expectAdmitted('4.9.8-batch', 'consistent'));
  it('[HM-6] [HM-21] [HM-36] recorded run: 4.9.8 throws', () => expectAdmitted('4.9.8-throws', 'consistent'));
  it('[HM-8] [HM-36] [HM-37] recorded run: 4.9.8 unknown-then-commit', () =>
    expectAdmitted('4.9.8-unknown-then-commit', 'late'));
  it('[HM-21] [HM-45] [HM-46] [HM-47] recorded run: 4.9.8 unknown-forever', () =>
    expectAdmitted('4.9.8-unknown-forever', 'parked'));
  it('[HM-7] [HM-30] [HM-31] [HM-34] recorded run: 4.9.8 end-lost', () => expectAdmitted('4.9.8-end-lost', 'late'));
  it('[HM-10] [HM-57] recorded run: 4.9.8 idle-producer-not-registered', () =>
    expectAdmitted('4.9.8-idle-producer-not-registered', 'late'));
  it('[HM-38] [HM-47] [HM-57] recorded run: 4.9.8 group-down', () => expectAdmitted('4.9.8-group-down', 'parked'));
  it('[HM-9] [HM-32] recorded run: 4.9.8 slow-local-tx', () => expectAdmitted('4.9.8-slow-local-tx', 'duplicated'));
  it('[HM-9] [HM-32] recorded run: 4.9.8 check-commit-then-local-rollback', () =>
    expectAdmitted('4.9.8-check-commit-then-local-rollback', 'phantom'));
  it('[HM-26] recorded run: 4.9.8 commit-after-rollback', () =>
    expectAdmitted('4.9.8-commit-after-rollback', 'phantom'));
  it('[HM-25] recorded run: 4.9.8 dup-commit', () => expectAdmitted('4.9.8-dup-commit', 'duplicated'));
  it('[HM-5] [HM-25] [HM-32] recorded run: 4.9.8 orphan-half-after-retry', () =>
    expectAdmitted('4.9.8-orphan-half-after-retry', 'duplicated'));
  it('[HM-42] [HM-45] [HM-47] recorded run: 4.9.8 immunity-too-long', () =>
    expectAdmitted('4.9.8-immunity-too-long', 'parked'));
  it('[HM-53] [HM-54] recorded run: 4.9.8 consumer-retry', () => expectAdmitted('4.9.8-consumer-retry', 'late'));
  it('[HM-55] recorded run: 4.9.8 crash', () => expectAdmitted('4.9.8-crash', 'consistent'));
  it('[HM-15] [HM-23] recorded run: 5.3.3-tx commit', () => expectAdmitted('5.3.3-commit', 'consistent'));
  it('[HM-24] recorded run: 5.3.3-tx rollback', () => expectAdmitted('5.3.3-rollback', 'consistent'));
  it('[HM-15] recorded run: 5.3.3-tx batch', () => expectAdmitted('5.3.3-batch', 'consistent'));
  it('[HM-8] [HM-36] [HM-37] recorded run: 5.3.3-tx unknown-then-commit', () =>
    expectAdmitted('5.3.3-unknown-then-commit', 'late'));
  it('[HM-9] [HM-32] recorded run: 5.3.3-tx slow-local-tx', () => expectAdmitted('5.3.3-slow-local-tx', 'duplicated'));
  it('[HM-25] recorded run: 5.3.3-tx dup-commit', () => expectAdmitted('5.3.3-dup-commit', 'duplicated'));
  it('[HM-15] [HM-16] recorded run: 5.3.3-tx defaultop-commit-default-op', () =>
    expectAdmitted('5.3.3-defaultop-commit-default-op', 'consistent'));
  it('[HM-38] [HM-44] [HM-55] [HM-56] recorded run: 5.3.3-tx defaultop-crash', () =>
    expectAdmitted('5.3.3-defaultop-crash', 'duplicated'));
});

describe('what is outside the model', () => {
  it('[R50] is counted by kind, and the rest is admitted all the same', async () => {
    const recording = await shipped('4.9.8-commit');
    const strange = { what: 'other', timeMs: 1_600, where: 'broker', kind: 'page cache busy' } as const;
    const answer = admit({ ...recording, observations: [...recording.observations, strange, strange] });
    expect(answer).toMatchObject({ verdict: 'admitted', unsupportedKinds: { 'page cache busy': 2 } });
  });

  it('[R51] makes a recording unsupported where a run needs it: more than nine orders, more than three instances', async () => {
    const recording = await shipped('4.9.8-commit');
    const sends = Array.from({ length: 10 }, (_, timeMs) => ({ what: 'sendBegun', timeMs, where: 'app' }) as const);
    expect(admit({ ...recording, observations: sends })).toMatchObject({
      verdict: 'unsupported',
      at: 9,
      reason: { kind: 'too-many-orders', count: 10, max: 9 },
    });
    const executions = ['a', 'b', 'c', 'd'].map((where) => ({ what: 'executeBegun', timeMs: 0, where }) as const);
    expect(admit({ ...recording, observations: executions })).toMatchObject({
      verdict: 'unsupported',
      at: 3,
      reason: { kind: 'too-many-producers', count: 4, max: 3 },
    });
  });
});

describe('what was not recorded', () => {
  it('[R52] is not compared: fields, and timers that nobody knows', async () => {
    const { settings, observations, ...recording } = await shipped('4.9.8-end-lost');
    const bare = observations.map((one) =>
      one.what === 'appended'
        ? {
            ...one,
            transaction: undefined,
            checkTimes: undefined,
            physicalOffset: undefined,
            halfPhysicalOffset: undefined,
          }
        : one,
    );
    const known = {
      version: settings.version,
      transactionCheckMax: 3,
      sendRetries: 2,
      reconsumeMax: 16,
      topic: 'Orders',
    };
    expect(admit({ ...recording, settings: known, observations: bare.map(withoutPhysical) }).verdict).toBe('admitted');
  });

  it('[R53] does not make room for what cannot be: an unknown number of checks is still a check', async () => {
    const recording = await shipped('4.9.8-end-lost');
    const observations = recording.observations.map((one) =>
      one.what === 'appended' ? { ...one, checkTimes: undefined } : one,
    );
    const twice = observations.toSpliced(9, 0, ...observations.slice(8, 9));
    expect(admit({ ...recording, observations: twice })).toMatchObject({ verdict: 'rejected', at: 9 });
  });
});

async function expectAdmitted(id: string, verdict: Verdict): Promise<void> {
  const recording = await shipped(id);
  const answer = admit(recording);
  if (answer.verdict !== 'admitted') throw new Error(JSON.stringify(answer));
  const { scenario, matches, unsupportedKinds } = answer;
  expect(matches.map(({ observation }) => observation)).toEqual(recording.observations.map((_, index) => index));
  expect(unsupportedKinds).toEqual({});
  const { timeline, refused } = replay(engineFor(halfMessage, scenario.settings), scenario.steps);
  expect(refused).toBeNull();
  for (const { step, record } of matches) if (record !== null) expect(timeline.frames[step]?.records).toContain(record);
  const lines = halfMessage.ledger(lastFrame(timeline).world, scenario.settings);
  expect(new Set(lines.map((line) => line.verdict))).toEqual(new Set([verdict]));
  expect(readLink([halfMessage], writeScenario(halfMessage, scenario))).toMatchObject({ scenario, problem: null });
}

async function shipped(id: string): Promise<Recording> {
  const found = shippedRecordings.find((one) => one.id === id);
  if (found === undefined) throw new Error(`Expected a shipped recording; got ${id}.`);
  return found.load();
}

function withoutPhysical(observation: Recording['observations'][number]): Recording['observations'][number] {
  return 'halfPhysicalOffset' in observation ? { ...observation, halfPhysicalOffset: undefined } : observation;
}
