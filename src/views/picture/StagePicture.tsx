import { useMemo, useRef } from 'react';
import type { Settings } from '../../engine/model.ts';
import type { Frame } from '../../engine/timeline.ts';
import { useLang } from '../../i18n/useText.ts';
import type { Protocol, Zoom } from '../../protocols/protocol.ts';
import { arrangementFor } from '../diagram/diagramModel.ts';
import { useSize } from '../diagram/useSize.ts';
import { ScenePicture } from './ScenePicture.tsx';

interface PictureProps {
  /** Keeps the pictures of one page apart. */
  readonly id: string;
  /** What it is, for who cannot see it. */
  readonly label: string;
  readonly protocol: Protocol;
  readonly settings: Settings;
  readonly zoom: Zoom;
  readonly frame: Frame;
  readonly previous: Frame | null;
  /** What it may be high before its boxes are drawn closer together, in CSS pixels. */
  readonly height: number;
  /** How long the step that led here takes to act out, in milliseconds; null where nothing is to move. */
  readonly actMs: number | null;
}

/** The stage at a frame of a run, as a picture as wide as its place. */
export function StagePicture({ className, ...picture }: PictureProps & { readonly className: string }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useSize(place)?.width ?? null;
  return (
    <div ref={place} className={className}>
      {width === null ? null : <Picture {...picture} width={width} />}
    </div>
  );
}

function Picture({ id, label, actMs, width, height, ...shown }: PictureProps & { readonly width: number }) {
  const lang = useLang();
  const { protocol, settings, zoom, frame, previous } = shown;
  const request = useMemo(() => {
    const arrangement = arrangementFor({ width, height }, protocol.diagram(settings, zoom));
    return { protocol, settings, zoom, lang, frame, previous, arrangement, isInteractive: false };
  }, [protocol, settings, zoom, lang, frame, previous, width, height]);
  return <ScenePicture key={`${protocol.id} ${width}`} id={id} label={label} request={request} actMs={actMs} />;
}
