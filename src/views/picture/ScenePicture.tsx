import { useLayoutEffect, useMemo, useRef } from 'react';
import { pageText } from '../../i18n/text.ts';
import { sceneOf, type Scene } from '../../scene/scene.ts';
import type { SceneRequest } from '../../scene/sceneRequest.ts';
import { sceneToPageSvg } from '../../scene/svg.ts';
import { actEnd, actTravel, timingOf } from '../diagram/act.ts';
import './ScenePicture.css';

interface ScenePictureProps {
  /** Keeps the pictures of one page apart. */
  readonly id: string;
  /** What it is, for who cannot see it. */
  readonly label: string;
  readonly request: SceneRequest;
  /** How long the step that led here takes to act out, in milliseconds; null where nothing is to move. */
  readonly actMs: number | null;
}

/** A frame of a run as a picture, with its messages; the step that led to it is acted out. */
export function ScenePicture({ id, label, request, actMs }: ScenePictureProps) {
  const element = useRef<HTMLDivElement>(null);
  const scene = useMemo(() => sceneOf(request), [request]);
  const { lang } = request;
  useLayoutEffect(() => {
    const [empty, survives] = [pageText(lang, 'stage-empty'), pageText(lang, 'stage-survives')];
    const svg = sceneToPageSvg(scene, id, { title: label, lang, empty, survives });
    const place = element.current;
    if (place === null) return;
    place.replaceChildren(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
    // As high as it ever was: what stands below does not move with every step.
    place.style.minHeight = `${place.offsetHeight}px`;
  }, [scene, id, label, lang]);
  useLayoutEffect(() => {
    if (element.current !== null && actMs !== null) act(element.current, scene, actMs);
  }, [scene, actMs]);
  return <div ref={element} className="scene-picture" />;
}

/** What was sent travels to where it rests; what died travels to where it died; what was taken in fades into a caption. */
function act(root: Element, { motions, packets }: Scene, wholeMs: number): void {
  const phases = Math.max(0, ...motions.map(({ phase }) => phase));
  for (const [index, { end, packet, phase, track }] of motions.entries()) {
    const isOnItsWay = end === 'sent' || end === 'doubled';
    const place = isOnItsWay
      ? `[data-packet="${packets.findIndex(({ key }) => key === packet)}"]`
      : `[data-motion="${index}"]`;
    const moving = root.querySelector(place);
    if (moving === null) continue;
    const timing = timingOf(phase, phases, wholeMs);
    if (end === 'arrived') moving.animate([{ opacity: 0 }, { opacity: 1 }], { ...timing, fill: 'backwards' });
    else {
      actTravel(moving, track, timing);
      actEnd(moving, end, { ...timing, delay: timing.delay + timing.duration });
    }
  }
}
