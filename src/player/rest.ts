/**
 * The rest of a protocol: its named runs, and the texts that only mishaps, other settings, other pictures and menus need. A
 * visit that opens the undisturbed run does without, until somebody moves a hand.
 */
import { loadShelf, restOf, textsOf } from '../i18n/shelves.ts';
import type { Lang } from '../i18n/languages.ts';
import { keyOf } from '../engine/data.ts';
import type { Step } from '../engine/step.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { nextOf, protocolOf } from './selectors.ts';
import type { Session } from './session.ts';

/** Everything that is still missing, asked for at once. */
export function bringRest(lang: Lang, protocol: Protocol): readonly Promise<void>[] {
  return [protocol.library.load(), ...restOf(protocol.id).map((shelf) => loadShelf(lang, shelf))];
}

/** Does something that needs the rest: at once where it is there, which it nearly always is. */
export function withRest(lang: Lang, protocol: Protocol, act: () => void): void {
  const isThere = restOf(protocol.id).every((shelf) => textsOf(lang, shelf) !== undefined);
  if (isThere && protocol.library.scenarios.length > 1) act();
  else void Promise.all(bringRest(lang, protocol)).then(act);
}

/** Takes a step of the reader's choice: what Next would do is told without the rest, anything else may lead anywhere. */
export function takeStep(session: Session, step: Step): void {
  const next = nextOf(session);
  const act = (): void => session.act(step);
  if (next !== null && keyOf(next) === keyOf(step)) act();
  else withRest(session.lang, protocolOf(session), act);
}

/** Returns to a kept run, which anything may have happened in. */
export function returnTo(session: Session, branch: string): void {
  withRest(session.lang, protocolOf(session), () => session.returnTo(branch));
}
