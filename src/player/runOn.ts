/** What the reader lets happen at the end of a run, played to where it leads. */
import { ledToEnd, waited } from './leading.ts';
import { withRest } from './rest.ts';
import type { Timeline } from '../engine/timeline.ts';
import { pastOf, protocolOf, runOf } from './selectors.ts';
import type { Session } from './session.ts';

/** What the run leads on to, as far as there is anything to see. */
export function runOn(session: Session): void {
  playOnTo(session, ledToEnd(pastOf(session), protocolOf(session)));
}

/** What happens if nobody restarts what is down. */
export function waitOn(session: Session): void {
  playOnTo(session, waited(pastOf(session), protocolOf(session)));
}

function playOnTo({ lang, settings, cursor, playOn, ...state }: Session, led: Timeline): void {
  const run = runOf(led, settings);
  withRest(lang, protocolOf(state), () => playOn(run.slice(cursor)));
}
