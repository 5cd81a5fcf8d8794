import { useReactFlow } from '@xyflow/react';
import { useText } from '../../i18n/useText.ts';
import { IconButton } from '../../ui/Button.tsx';
import './ZoomButtons.css';

/** Nothing by drag or wheel only: the same with buttons. */
export function ZoomButtons({ onFit }: { readonly onFit: () => void }) {
  const flow = useReactFlow();
  const text = useText();
  return (
    <div className="stage-zoom">
      <IconButton icon="plus" label={text('stage-zoom-in')} onClick={() => void flow.zoomIn()} />
      <IconButton icon="minus" label={text('stage-zoom-out')} onClick={() => void flow.zoomOut()} />
      <IconButton icon="fit" label={text('stage-fit')} onClick={onFit} />
    </div>
  );
}
