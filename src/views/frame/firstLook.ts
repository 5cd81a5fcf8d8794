/** What the first picture of a run is drawn from, computed beforehand in pieces: who draws it finds it remembered. */
import { inStretches } from '../../player/piecemeal.ts';
import { linkOf, protocolOf, timelineOf } from '../../player/selectors.ts';
import { createSession, type Session, type SessionStart } from '../../player/session.ts';
import { stagesByChannel } from '../../scene/hints.ts';
import { arrangementFor } from '../diagram/diagramModel.ts';
import { sceneNow } from '../diagram/sceneNow.ts';
import { openScenarioId } from '../scenarios/openScenario.ts';

/** What is thrown on the way is thrown again where the run is opened and drawn, inside the net. */
export async function firstLook(opening: () => SessionStart): Promise<() => SessionStart> {
  try {
    const start = opening();
    const session = createSession(start).getState();
    if (session.page === null) await inStretches(LOOKS.map((look) => () => look(session)));
    return () => start;
  } catch {
    return opening;
  }
}

const LOOKS: readonly ((session: Session) => unknown)[] = [
  timelineOf,
  openScenarioId,
  linkOf,
  (session) => stagesByChannel(protocolOf(session)),
  inWholeWindow,
];

/** As wide as on a phone; elsewhere it is only practised. */
function inWholeWindow(session: Session): unknown {
  const diagram = protocolOf(session).diagram(session.settings, session.zoom);
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return sceneNow(session, arrangementFor({ width, height }, diagram));
}
