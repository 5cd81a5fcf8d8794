import type { ReactNode } from 'react';
import { Diagram } from '../views/diagram/Diagram.tsx';
import { ZoomSwitch } from './ZoomSwitch.tsx';

interface StagePaneProps {
  /** Where there is no bar of steps that could hold the zoom switch. */
  readonly hasZoom: boolean;
  readonly children: ReactNode;
}

/** The row of the zoom switch, in pixels. */
const ZOOM_ROW = 48;

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
        <Diagram reserved={hasZoom ? ZOOM_ROW : 0} />
      </div>
      <div className="pane-offers">{children}</div>
    </div>
  );
}
