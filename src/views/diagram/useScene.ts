import { createContext, useCallback, useContext } from 'react';
import type { Session } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import type { Scene } from '../../scene/scene.ts';
import type { Arrangement } from '../../scene/sceneRequest.ts';
import { sceneNow } from './sceneNow.ts';

export const ArrangementContext = createContext<Arrangement>({ kind: 'wide', squeeze: 1, stretch: 1 });

/** A part of the scene; the component is drawn again only when that part is another object. Selectors are stable. */
export function useScene<Part>(select: (scene: Scene) => Part): Part {
  const arrangement = useArrangement();
  const selector = useCallback((session: Session) => select(sceneNow(session, arrangement)), [arrangement, select]);
  return usePlayer(selector);
}

export function useArrangement(): Arrangement {
  return useContext(ArrangementContext);
}
