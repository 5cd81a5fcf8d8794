import { AfterPaint } from '../player/AfterPaint.tsx';
import { OrderSwitch } from '../views/orders/OrderSwitch.tsx';
import { StoryBar } from '../views/story/StoryBar.tsx';
import { ZoomSwitch } from './ZoomSwitch.tsx';

interface ProgressProps {
  readonly isShort?: boolean;
  readonly hasZoom?: boolean;
}

/** The steps as a bar, whose name stands beside the zoom switch; above it the orders, where there are several. */
export function Progress({ isShort = false, hasZoom = true }: ProgressProps) {
  return (
    <div className="pane-progress">
      <AfterPaint>
        <OrderSwitch />
        <StoryBar />
      </AfterPaint>
      {hasZoom ? <ZoomSwitch isShort={isShort} /> : null}
    </div>
  );
}
