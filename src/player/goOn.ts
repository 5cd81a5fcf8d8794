/** What the one big button does, and the keys that stand for it. */
import type { Catastrophe } from './catastrophe.ts';
import { withRest } from './rest.ts';
import { protocolOf } from './selectors.ts';
import type { Session, SessionState } from './session.ts';

/** What could have gone wrong, where it is to be offered; always empty until it was brought (`useOffers.ts`). */
export function offersIn(state: SessionState): readonly Catastrophe[] {
  return state.hasLeftOffers ? [] : (state.offersOf?.(state) ?? []);
}

/** The next step; after a run that went well, the first catastrophe. */
export function goOn(session: Session): void {
  const [offered] = offersIn(session);
  if (offered === undefined) session.next();
  else strike(session, offered);
}

/** Plays a catastrophe in the reader's own run, from just before it. */
export function strike(session: Session, { at, stepsIn }: Catastrophe): void {
  const steps = stepsIn(session);
  withRest(session.lang, protocolOf(session), () => session.playOn(steps, at));
}
