/** What the first picture of a run is drawn from, computed before it: who draws it finds it remembered. */
import { inStretches } from '../../player/inStretches.ts';
import { createSession, type SessionStart } from '../../player/session.ts';
import { STACKED_MARGIN } from '../diagram/diagramModel.ts';
import { sceneNow } from '../diagram/sceneNow.ts';

/**
 * The stage as it stands on a phone; elsewhere it is only practised. What is thrown on the way is thrown again where the run
 * is opened and drawn, inside the net.
 */
export async function firstLook(opening: () => SessionStart): Promise<() => SessionStart> {
  try {
    const start = opening();
    const session = createSession(start).getState();
    const width = document.documentElement.clientWidth - 2 * STACKED_MARGIN;
    if (session.page === null) await inStretches([() => sceneNow(session, { kind: 'stacked', width })]);
    return () => start;
  } catch {
    return opening;
  }
}
