import { useState } from 'react';
import type { SessionStore } from '../../player/session.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import type { ClaimId } from '../../scenario/claims.ts';
import type { Given, GivenAnswers } from './claimsModel.ts';

/** For as long as the page is open, also while the reader watches a run in the explorer. Never kept for longer. */
const visits = new WeakMap<SessionStore, GivenAnswers>();

/** What the reader has answered, and how to answer; null asks again. */
export function useGiven(): readonly [GivenAnswers, (claim: ClaimId, given: Given | null) => void] {
  const store = usePlayerStore();
  const [answers, setAnswers] = useState<GivenAnswers>(() => visits.get(store) ?? new Map());
  const give = (claim: ClaimId, given: Given | null): void => {
    const next = new Map(answers);
    if (given === null) next.delete(claim);
    else next.set(claim, given);
    visits.set(store, next);
    setAnswers(next);
  };
  return [answers, give];
}
