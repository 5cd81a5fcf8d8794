import type { ReactNode } from 'react';
import { Diagram } from '../views/diagram/Diagram.tsx';
import { ZoomSwitch } from './ZoomSwitch.tsx';

interface StagePaneProps {
  /** Where there is no bar of steps that could hold the zoom switch. */
  readonly hasZoom: boolean;
  readonly children: ReactNode;
}

/** The stage with its zoom switch, and what is offered below it. */
export function StagePane({ hasZoom, children }: StagePaneProps) {
  return (
    <div className="pane-stage">
      {hasZoom ? (
        <div className="pane-zoom">
          <ZoomSwitch />
        </div>
      ) : null}
      <div className="pane-canvas">
        <Diagram />
      </div>
      <div className="pane-offers">{children}</div>
    </div>
  );
}
