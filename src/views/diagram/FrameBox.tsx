import { useCallback, useId } from 'react';
import { frame as metrics } from '../../scene/metrics.ts';
import type { Scene } from '../../scene/scene.ts';
import { BoxHeader } from './BoxHeader.tsx';
import './NodeBox.css';
import { useScene } from './useScene.ts';

/** The frame around the boxes of one process: they crash together. */
export function FrameBox({ process }: { readonly process: string }) {
  const frame = useScene(
    useCallback((scene: Scene) => scene.frames.find((one) => one.process === process) ?? null, [process]),
  );
  const titleId = useId();
  if (frame === null) return null;
  const isDown = frame.crashNote !== null;
  return (
    <section className="box box-frame" data-down={isDown ? '' : undefined} aria-labelledby={titleId}>
      <BoxHeader
        titleId={titleId}
        title={frame.title}
        lines={[frame.title]}
        height={metrics.header}
        crashNote={frame.crashNote}
        isDown={isDown}
        hasMark
        selection={{ kind: 'process', id: process }}
      />
    </section>
  );
}
