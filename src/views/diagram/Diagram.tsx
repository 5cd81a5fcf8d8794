import { Suspense, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useText } from '../../i18n/useText.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { Session } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import './Diagram.css';
import { arrangementFor, below } from './diagramModel.ts';
import { Stage } from './Stage.tsx';
import { ArrangementContext } from './useScene.ts';
import { useSize } from './useSize.ts';
import { onDemand } from '../part/onDemand.tsx';

const ActionPopover = onDemand(() => import('./ActionPopover.tsx'), 'ActionPopover');

const settingsOf = ({ settings }: Session): Session['settings'] => settings;
const zoomOf = ({ zoom }: Session): Session['zoom'] => zoom;

interface DiagramProps {
  /** So many pixels on top are left to what the page lays over the stage. */
  readonly reserved?: number;
  /** Looked at from afar: letters as large as there is room for. */
  readonly isLarge?: boolean;
  /** Told as soon as it is as high as it will be. */
  readonly onDrawn?: () => void;
}

/** The stage: processes, what they hold, and the messages between them. On a narrow screen as high as it needs to be. */
export function Diagram({ reserved = 0, isLarge = false, onDrawn }: DiagramProps) {
  const text = useText();
  const id = useId();
  const stage = useRef<HTMLElement>(null);
  const size = useSize(stage);
  const protocol = usePlayer(protocolOf);
  const settings = usePlayer(settingsOf);
  const zoom = usePlayer(zoomOf);
  const diagram = useMemo(() => protocol.diagram(settings, zoom), [protocol, settings, zoom]);
  const isAsked = useOnce(usePlayer(hasSelection));
  const isDrawn = size !== null && size.width > 0;
  useEffect(() => {
    if (isDrawn) onDrawn?.();
  }, [isDrawn, onDrawn]);
  return (
    <section ref={stage} className="stage" aria-labelledby={`${id}-title`} aria-describedby={`${id}-description`}>
      <h2 id={`${id}-title`} className="ui-unseen">
        {text('stage-title')}
      </h2>
      <p id={`${id}-description`} className="ui-unseen">
        {text('stage-description')}
      </p>
      {!isDrawn ? null : (
        <ArrangementContext value={arrangementFor(below(size, reserved), diagram, isLarge)}>
          <Stage stage={stage} size={size} reserved={reserved} isLarge={isLarge} />
          {isAsked ? (
            <Suspense>
              <ActionPopover stage={stage} />
            </Suspense>
          ) : null}
        </ArrangementContext>
      )}
    </section>
  );
}

const hasSelection = ({ selection }: Session): boolean => selection !== null;

/** Whether something has ever been so. */
function useOnce(isSo: boolean): boolean {
  const [wasSo, setWasSo] = useState(isSo);
  if (isSo && !wasSo) setWasSo(true);
  return isSo || wasSo;
}
