import type { Session } from '../player/session.ts';

/** For panels that show most of the session and are redrawn with every step anyway. */
export function wholeSession(session: Session): Session {
  return session;
}
