import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import type { Session } from '../player/session.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Diagram } from '../views/diagram/Diagram.tsx';

const zoomOf = ({ zoom }: Session): Session['zoom'] => zoom;
const setZoomOf = ({ setZoom }: Session): Session['setZoom'] => setZoom;

/** The stage with its zoom switch, and what is offered below it. */
export function StagePane({ children }: { readonly children: ReactNode }) {
  return (
    <div className="pane-stage">
      <ZoomSwitch />
      <div className="pane-canvas">
        <Diagram />
      </div>
      {children === null ? null : <div className="pane-offers">{children}</div>}
    </div>
  );
}

function ZoomSwitch() {
  const zoom = usePlayer(zoomOf);
  const setZoom = usePlayer(setZoomOf);
  const text = useText();
  const options = (['concept', 'internals'] as const).map((value) => ({ value, label: text(`zoom-${value}`) }));
  return (
    <div className="pane-zoom">
      <Segmented label={text('zoom-title')} options={options} value={zoom} onChange={setZoom} />
    </div>
  );
}
