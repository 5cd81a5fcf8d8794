/** What the driven runs had to leave out at first: mishaps of a whole broker, as its answers tell them. */
import { describe, expect, it } from 'vitest';
import { admit } from './admit.ts';
import { drivenRecording } from './driven.ts';
import { OP_TOPIC } from './names.ts';
import type { Observation, Recording } from './observation.ts';

async function driven(name: string): Promise<Recording> {
  const recording = await drivenRecording(`5.5.0-${name}`);
  if (recording === null) throw new Error(`Expected a driven run ${name}.`);
  return recording;
}

const verdictOf = (recording: Recording, observations: readonly Observation[]): string =>
  admit({ ...recording, observations: [...observations] }).verdict;

describe('mishaps of a whole broker', () => {
  it('[R94] a send that is not safely flushed is rolled back, and no local transaction runs (HM-3)', async () => {
    const rollback = await driven('rollback');
    const unsafe = rollback.observations
      .filter(({ what }) => !['executeBegun', 'executeEnded', 'databaseEnded'].includes(what))
      .map((one) =>
        one.what === 'sendAnswered' || one.what === 'sendReturned'
          ? { ...one, status: 'FLUSH_DISK_TIMEOUT' as const }
          : one,
      );
    expect(verdictOf(rollback, unsafe)).toBe('admitted');
    const committed = unsafe.map((one) => (one.what === 'sendReturned' ? { ...one, state: 'COMMIT' as const } : one));
    expect(verdictOf(rollback, committed)).toBe('rejected');
  });

  it.each([
    [1, 'admitted'],
    [13, 'admitted'],
    [14, 'admitted'],
    [604, 'rejected'],
    [2, 'rejected'],
  ])(
    '[R95] a COMMIT whose message cannot be written is answered with the code of that write: %i is %s',
    async (code, verdict) => {
      const rollback = await driven('rollback');
      const failed = rollback.observations
        .filter((one) => one.what !== 'cursors' && !(one.what === 'appended' && one.topic === OP_TOPIC))
        .map((one) => {
          if (one.what === 'endAnswered') return { ...one, code };
          return 'state' in one && one.state === 'ROLLBACK' ? { ...one, state: 'COMMIT' as const } : one;
        });
      expect(verdictOf(rollback, failed)).toBe(verdict);
    },
  );

  it('[R96] a retry whose delay ends while the broker is down comes when it is up again', async () => {
    const failing = await driven('consumer-never-succeeds');
    const { observations } = failing;
    const cut = observations.findIndex((one) => one.what === 'appended' && one.topic === '%RETRY%cg');
    const sinceMs = observations[cut - 1]?.timeMs ?? 0;
    const back = (afterMs: number): readonly Observation[] => [
      ...observations.slice(0, cut),
      { what: 'stopped', where: 'driver', process: 'broker', timeMs: sinceMs + 10 },
      { what: 'started', where: 'driver', process: 'broker', timeMs: sinceMs + 5_000 },
      ...observations
        .slice(cut, cut + 2)
        .map((one, index) => ({ ...one, timeMs: sinceMs + 5_000 + afterMs + 100 * index })),
      { what: 'ended', where: 'driver', timeMs: sinceMs + 5_000 + afterMs + 500 },
    ];
    expect([verdictOf(failing, back(1_000)), verdictOf(failing, back(9_000))]).toEqual(['admitted', 'rejected']);
  });
});
