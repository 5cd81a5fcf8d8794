import { describe, expect, it } from 'vitest';
import { readLink } from '../scenario/link.ts';
import { protocols } from '../protocols/registry.ts';
import { exportOf, everyRun } from './exports.testing.ts';
import { titleOf } from './exported.ts';
import { jsonOf } from './json.ts';
import { markdownOf } from './markdown.ts';

const PLACES = { url: 'https://example.org/#v2/half-message', picture: 'run.svg' };

describe('a run as Markdown', () => {
  it('[XP5] is a picture that links to the run, numbered steps and the ledger', () => {
    const lines = markdownOf(exportOf('clean-commit', { at: 2 }), PLACES).split('\n');
    expect(lines[0]).toBe('## Clean commit');
    expect(lines[2]).toMatch(
      /^\[!\[Clean commit, step 2 of 11: .+\]\(run\.svg\)\]\(https:\/\/example\.org\/#v2\/half-message\)$/,
    );
    expect(lines.filter((line) => /^\d+\. \S/.test(line))).toHaveLength(2);
    expect(lines).toContain('| Order | Order database | Points added | Verdict |');
    expect(lines).toContain('| 1 | no order | 0 | Pending |');
  });

  it('[XP5] keeps brackets, bars and stars of sentences from being read as Markdown', () => {
    for (const run of everyRun().slice(0, 40))
      for (const line of markdownOf(run, PLACES).split('\n'))
        expect(
          line
            .replaceAll(/\\./g, '')
            .match(/[*`<>]/g)
            ?.join('') ?? '',
        ).toMatch(/^(?:\*{4})?$/);
  });
});

describe('the name of a run', () => {
  it('[XP6] is that of the library, else the protocol and how the run ends', () => {
    expect(titleOf(exportOf('clean-commit', { lang: 'zh' }))).toMatch(/\p{Script=Han}/u);
    const { timeline, ...run } = exportOf('clean-commit');
    const [first, ...others] = timeline.frames;
    expect(titleOf({ ...run, timeline: { ...timeline, frames: [first, ...others.slice(0, 3)] } })).toMatch(
      /: Pending$/,
    );
    expect(titleOf({ ...run, timeline: { ...timeline, frames: [first] } })).not.toContain(':');
  });
});

describe('frames as JSON', () => {
  it('[XP7] have a format, a version, and per frame the step, its sentence, the records, the ledger and what is in flight', () => {
    const run = exportOf('crash-after-local-commit');
    const told: unknown = JSON.parse(jsonOf(run));
    expect(told).toMatchObject({
      format: 'halfway-frames',
      version: 1,
      lang: 'en',
      protocol: 'half-message',
      at: run.at,
    });
    if (
      typeof told !== 'object' ||
      told === null ||
      !('frames' in told) ||
      !Array.isArray(told.frames) ||
      !('link' in told)
    )
      throw new Error('Expected frames and a link.');
    expect(told.frames).toHaveLength(run.at + 1);
    for (const frame of told.frames)
      expect(Object.keys(frame)).toEqual([
        'index',
        'timeMs',
        'word',
        'step',
        'headline',
        'details',
        'stages',
        'records',
        'ledger',
        'inFlight',
        'timers',
        'down',
      ]);
    expect(told.frames.at(-1)).toMatchObject({
      ledger: [{ order: 'o1', state: 'committed', points: 1, verdict: 'late' }],
    });
    expect(readLink(protocols, String(told.link))).toMatchObject({ at: run.at, problem: null });
  });
});
