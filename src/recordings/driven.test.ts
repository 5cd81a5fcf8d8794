import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { readLink } from '../scenario/link.ts';
import { admit } from './admit.ts';
import { DRIVEN_RELEASES, drivenRecording, drivenRuns, type Driven } from './driven.ts';
import { RULE_IDS } from './rules.ts';

const driven = await Promise.all(DRIVEN_RELEASES.map(drivenRuns));
const ALL = driven.flatMap(({ release, runs }) =>
  runs.map((run) => [`${release} ${run.recording.name}`, run] as const),
);

/** The same run with one thing that did not happen so. */
function altered({ recording }: Driven['runs'][number]) {
  const at = recording.observations.findIndex((one) => one.what === 'appended' && one.checkTimes === 0);
  const observations = recording.observations.map((one, index) =>
    index === at && one.what === 'appended' ? { ...one, checkTimes: 7 } : one,
  );
  return at < 0 ? null : { ...recording, observations };
}

describe('runs driven on a whole RocketMQ', () => {
  it.each(driven.map((one) => [one.release, one] as const))(
    '[R90] are of one release, each with its link and many of them, and say what was inferred: %s',
    (release, { broker, runs }) => {
      expect(broker).toMatchObject({ transactionCheckInterval: '2000' });
      expect(runs.length).toBeGreaterThanOrEqual(RUNS_MIN[release] ?? 1);
      for (const { link, recording } of runs) {
        expect(recording.broker).toBe(`RocketMQ ${release}`);
        expect(readLink([halfMessage], link).problem).toBeNull();
        const unseen = new Set(
          recording.observations.flatMap(({ what, inferred }) => (inferred === true ? [what] : [])),
        );
        const mayBe = ['sendReceived', 'endReceived', 'endAnswered', 'sentBack', 'started'];
        expect([...unseen].filter((what) => !mayBe.includes(what))).toEqual([]);
      }
    },
  );

  it.each(ALL)(
    '[R90] are admitted with every observation judged, and rejected with one that is not so: %s',
    (_, run) => {
      const answer = admit(run.recording);
      expect(answer.verdict).toBe('admitted');
      if (answer.verdict === 'admitted') expect(answer.matches).toHaveLength(run.recording.observations.length);
      const wrong = altered(run);
      if (wrong !== null) expect(admit(wrong).verdict).toBe('rejected');
    },
  );

  it('[R92] are listed in SPEC.md with the rules that they show', () => {
    const spec = readFileSync(join(import.meta.dirname, '../protocols/half-message/SPEC.md'), 'utf8');
    const listed = [...spec.matchAll(/^\| (\d+\.\d+\.\d+ [\w-]+) \| ([^|]+) \|$/gm)].filter(([, name = '']) =>
      DRIVEN_RELEASES.some((release) => name.startsWith(`${release} `)),
    );
    expect(listed.map(([, name]) => name)).toEqual(ALL.map(([name]) => name));
    const rules: readonly string[] = RULE_IDS;
    expect(listed.flatMap(([, , ids = '']) => ids.split(', ')).filter((id) => !rules.includes(id))).toEqual([]);
  });

  it('[R93] are told by rules that all have titles, in the order of SPEC.md', () => {
    const spec = readFileSync(join(import.meta.dirname, '../protocols/half-message/SPEC.md'), 'utf8');
    expect([...spec.matchAll(/^- \*\*(HM-[A-Z]?\d+)\*\*/gm)].map(([, id]) => id)).toEqual(RULE_IDS);
  });

  it('[R91] are opened by release and name', async () => {
    expect((await drivenRecording('5.5.0-clean-commit'))?.name).toBe('clean-commit');
    expect((await drivenRecording('4.9.7-clean-commit'))?.broker).toBe('RocketMQ 4.9.7');
    expect(await drivenRecording('5.5.0-none')).toBeNull();
    expect(await drivenRecording('4.9.8-commit')).toBeNull();
  });
});

const RUNS_MIN: { readonly [release: string]: number } = { '4.9.7': 20, '5.3.3': 3, '5.5.0': 90 };
