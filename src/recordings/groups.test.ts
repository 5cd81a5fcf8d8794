/** Three instances and two producer groups, as they were driven on a real 5.5.0: what happened, and what did not. */
import { describe, expect, it } from 'vitest';
import { admit } from './admit.ts';
import { drivenRecording } from './driven.ts';
import type { Observation, Recording } from './observation.ts';

async function driven(name: string): Promise<Recording> {
  const recording = await drivenRecording(`5.5.0-${name}`);
  if (recording === null) throw new Error(`Expected a driven run ${name}.`);
  return recording;
}

type Change = (one: Observation) => Observation;

const changed = (recording: Recording, change: Change): Recording => ({
  ...recording,
  observations: recording.observations.map(change),
});

/** What was asked of one instance was asked of another one. */
const askedOf =
  (instance: string): Change =>
  (one) =>
    one.what === 'checkBegun' || one.what === 'checkEnded' ? { ...one, where: instance } : one;

describe('two producer groups on one broker', () => {
  it('[R113] a check that went to the other group is rejected, and within a group it may go to anybody', async () => {
    const groups = await driven('check-two-groups');
    expect(admit(groups)).toMatchObject({ verdict: 'admitted', scenario: { settings: { groups: 'two' } } });
    const wrong = admit(changed(groups, askedOf('producer-b')));
    expect(wrong).toMatchObject({ verdict: 'rejected', reason: { seen: { what: 'checkBegun' } } });
    const { producerGroups: _, ...settings } = groups.settings;
    // the half message stays the first group's, so that nothing else is wrong
    const one = changed({ ...groups, settings }, (seen) => askedOf('producer-b')(withoutGroup(seen)));
    expect(admit(one).verdict).toBe('admitted');
  });

  it('[R114] an answer of a foreign group is refused: one that was accepted is rejected', async () => {
    const foreign = await driven('two-groups-foreign-commit');
    expect(admit(foreign).verdict).toBe('admitted');
    const refused = foreign.observations.findIndex((one) => one.what === 'endAnswered' && one.code === 1);
    expect(refused).toBeGreaterThan(0);
    const accepted = changed(foreign, (one) =>
      one.what === 'endAnswered' && one === foreign.observations[refused] ? { ...one, code: 0 } : one,
    );
    expect(admit(accepted)).toMatchObject({ verdict: 'rejected', reason: { seen: { what: 'endAnswered' } } });
  });

  it('[R115] a half message is of its sender’s group: another PGROUP is rejected', async () => {
    const foreign = await driven('two-groups-foreign-commit');
    const other = changed(foreign, (one) =>
      one.what === 'appended' && one.group === 'pg' ? { ...one, group: 'pg-other' } : one,
    );
    expect(admit(other).verdict).toBe('rejected');
  });

  it('[R116] a group that the settings do not name, and a third one, are outside the model', async () => {
    const groups = await driven('two-groups-foreign-commit');
    const { producerGroups: _, ...settings } = groups.settings;
    expect(admit({ ...groups, settings })).toMatchObject({
      verdict: 'unsupported',
      reason: { kind: 'foreign-group', group: 'pg-other', expected: 'pg' },
    });
    const three = { ...settings, producerGroups: { producer: 'pg', 'producer-b': 'pg-other', third: 'pg-third' } };
    expect(admit({ ...groups, settings: three })).toMatchObject({
      verdict: 'unsupported',
      reason: { kind: 'too-many-groups', count: 3, max: 2 },
    });
  });
});

describe('three instances of a group', () => {
  it('[R117] one that is dead is not asked, and a live one is, whoever sent the half message', async () => {
    const dead = await driven('three-instances-one-dead');
    const verdicts = ['producer', 'producer-b', 'producer-c'].map(
      (instance) => admit(changed(dead, askedOf(instance))).verdict,
    );
    expect(verdicts).toEqual(['admitted', 'rejected', 'admitted']);
  });
});

function withoutGroup(one: Observation): Observation {
  if (one.what !== 'endReceived') return one;
  const { group: _, ...rest } = one;
  return rest;
}
