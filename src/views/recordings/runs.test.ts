import { expect, it } from 'vitest';
import { DRIVEN_RELEASES, drivenRecording } from '../../recordings/driven.ts';
import { shippedRecordings } from '../../recordings/shipped.ts';
import { shipped } from './runs.ts';

const isDriven = (release: string): boolean => DRIVEN_RELEASES.some((one) => one === release);

it('[VW65] lists every recording of single classes that came with the project', () => {
  const listed = shipped.filter(({ release }) => release === '5.3.3' || !isDriven(release));
  expect(listed.map(({ id }) => id).sort()).toEqual(shippedRecordings.map(({ id }) => id).sort());
});

it('[VW65] lists some of the runs that were driven on a whole broker, each of which is there', async () => {
  const driven = shipped.filter(({ id }) => !shippedRecordings.some((one) => one.id === id));
  expect(driven.length).toBeGreaterThanOrEqual(10);
  for (const { id, run, release } of driven) {
    expect(await drivenRecording(id)).toMatchObject({ name: run, broker: `RocketMQ ${release}` });
  }
});
