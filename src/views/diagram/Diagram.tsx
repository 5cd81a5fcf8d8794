import { ReactFlowProvider } from '@xyflow/react';
import { useId, useMemo, useRef } from 'react';
import { useText } from '../../i18n/useText.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { Session } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { ActionPopover } from './ActionPopover.tsx';
import { Canvas } from './Canvas.tsx';
import './Diagram.css';
import { arrangementFor } from './diagramModel.ts';
import { StepMotionContext, useStepMotionNow } from './stepMotion.ts';
import { ArrangementContext } from './useScene.ts';
import { useSize } from './useSize.ts';

const settingsOf = ({ settings }: Session): Session['settings'] => settings;
const zoomOf = ({ zoom }: Session): Session['zoom'] => zoom;

/** The stage: processes, what they hold, and the messages between them. On a narrow screen as high as it needs to be. */
export function Diagram() {
  const text = useText();
  const id = useId();
  const stage = useRef<HTMLElement>(null);
  const size = useSize(stage);
  const protocol = usePlayer(protocolOf);
  const settings = usePlayer(settingsOf);
  const zoom = usePlayer(zoomOf);
  const diagram = useMemo(() => protocol.diagram(settings, zoom), [protocol, settings, zoom]);
  const wholeMs = useStepMotionNow();
  return (
    <section
      ref={stage}
      className="stage"
      data-acts={wholeMs === null ? undefined : ''}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <h2 id={`${id}-title`} className="ui-unseen">
        {text('stage-title')}
      </h2>
      <p id={`${id}-description`} className="ui-unseen">
        {text('stage-description')}
      </p>
      {size === null || size.width === 0 ? null : (
        <ArrangementContext value={arrangementFor(size, diagram)}>
          <StepMotionContext value={wholeMs}>
            <ReactFlowProvider>
              <Canvas size={size} />
            </ReactFlowProvider>
            <ActionPopover stage={stage} />
          </StepMotionContext>
        </ArrangementContext>
      )}
    </section>
  );
}
