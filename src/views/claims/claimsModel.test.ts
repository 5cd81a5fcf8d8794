import { beforeAll, describe, expect, it } from 'vitest';
import { LANGS } from '../../i18n/languages.ts';
import { loadAllTexts } from '../../i18n/shelves.ts';
import { protocols } from '../../protocols/registry.ts';
import { claims, type Claim } from '../../scenario/claims.ts';
import type { ClaimsPage } from '../../scenario/trialAddress.ts';
import { answersOf, chosenRun, listedClaims, neighboursOf, openClaim, RIGHT, verifierLine } from './claimsModel.ts';

const all: readonly Claim[] = claims;
const page: ClaimsPage = { open: null, topic: null, isOfficial: false };

beforeAll(loadAllTexts);

describe('the page of claims', () => {
  it('[VW140] opens the claim that is asked for, else the first that is listed, and none where none is', () => {
    expect(openClaim({ ...page, open: 'mark-first' })?.id).toBe('mark-first');
    expect(openClaim({ ...page, open: 'nothing', topic: 'table' })?.topic).toBe('table');
    expect(openClaim(page)).toBe(all[0]);
    expect(openClaim({ ...page, topic: 'load', isOfficial: true })).toBeNull();
  });

  it('[VW141] lists by topic and by who says it, and goes along that list', () => {
    expect(listedClaims(page)).toEqual(all);
    const official = { ...page, topic: 'check' as const, isOfficial: true };
    const listed = listedClaims(official);
    expect(listed.length).toBeGreaterThan(3);
    expect(listed.every(({ topic, sources }) => topic === 'check' && sources.length > 0)).toBe(true);
    const [first, second] = listed;
    if (first === undefined || second === undefined) throw new Error('Expected two claims.');
    expect(neighboursOf(first, official)).toEqual({ before: null, after: second });
  });

  it('[VW142] puts the right answer into every place about equally often', () => {
    const places = [0, 1, 2].map((place) => all.filter((claim) => answersOf(claim)[place] === RIGHT).length);
    expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(2);
    for (const claim of all) expect(answersOf(claim).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('[VW143] plays the answer that was given only where it is another run than the one that decides', () => {
    const played = all.flatMap((claim) => answersOf(claim).flatMap((answer) => chosenRun(claim, answer) ?? []));
    expect(played.length).toBeGreaterThan(5);
    expect(all.map((claim) => chosenRun(claim, 'skipped'))).toEqual(all.map(() => null));
  });

  it.each(LANGS)(
    '[VW144] says of every question its bound, and of what never happens what was left out (%s)',
    (lang) => {
      for (const question of all.flatMap(({ questions }) => questions)) {
        const { answer, notes } = verifierLine(lang, protocols, question);
        expect(answer).not.toMatch(/[{}]/);
        const isProof = question.answer.kind === 'holds';
        const isWhole = question.link.startsWith('two-phase-commit');
        if (isProof && !isWhole) expect(notes.length).toBeGreaterThan(1);
      }
    },
  );
});
