/** What the first picture of a run is drawn from, computed beforehand in pieces: who draws it finds it remembered. */
import { inStretches } from '../../player/inStretches.ts';
import { protocolOf } from '../../player/selectors.ts';
import { createSession, type Session, type SessionStart } from '../../player/session.ts';
import { arrangementFor } from '../diagram/diagramModel.ts';
import { sceneNow } from '../diagram/sceneNow.ts';
import { openScenarioId } from '../scenarios/openScenario.ts';

/** What is thrown on the way is thrown again where the run is opened and drawn, inside the net. */
export async function firstLook(opening: () => SessionStart): Promise<() => SessionStart> {
  try {
    const start = opening();
    const session = createSession(start).getState();
    if (session.page === null) await inStretches([() => openScenarioId(session), () => lookAtStage(session)]);
    return () => start;
  } catch {
    return opening;
  }
}

/** As wide as on a phone; elsewhere it is only practised. */
function lookAtStage(session: Session): void {
  const diagram = protocolOf(session).diagram(session.settings, session.zoom);
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  sceneNow(session, arrangementFor({ width, height }, diagram));
}
