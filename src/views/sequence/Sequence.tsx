import { Suspense, useCallback, useEffect, useMemo, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { useLang, useExplorerText } from '../../i18n/useText.ts';
import { afterPaint } from '../../player/afterPaint.ts';
import { protocolOf, timelineOf } from '../../player/selectors.ts';
import type { Session } from '../../player/session.ts';
import { headlineOf } from '../../player/telling.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { endsBadly, isStuck } from '../../player/badEnd.ts';
import { BranchRail } from './BranchRail.tsx';
import { Marks } from './Marks.tsx';
import './Sequence.css';
import { frameAt, framesBetween, layoutSequence } from '../../scene/sequenceLayout.ts';
import { sequenceModel } from '../../scene/sequenceModel.ts';
import { useRoom, useWindow } from './useWindow.ts';
import { Attended } from '../part/Attended.tsx';
import { onDemand } from '../part/onDemand.tsx';

/** The height of the labels under the steps, kept free while they are computed. */
const RIBBON = 24;

const Ribbon = onDemand(() => import('../why/Ribbon.tsx'), 'Ribbon');
const Round = onDemand(() => import('../why/Round.tsx'), 'Round');
const bringStrip = () => import('../knows/Strip.tsx');
const Strip = onDemand(bringStrip, 'Strip');
const StripNames = onDemand<'StripNames', object>(bringStrip, 'StripNames');

const zoomOf = ({ zoom }: Session): Session['zoom'] => zoom;
const cursorOf = ({ cursor }: Session): number => cursor;
const asksWhoKnows = ({ panel }: Session): boolean => panel === 'knows';
const branchesOf = ({ branches }: Session): Session['branches'] => branches;

/** The run as a sequence diagram. It is the timeline too: the line with the handle stands where the reader is. */
export function Sequence() {
  const store = usePlayerStore();
  const text = useExplorerText();
  const lang = useLang();
  const protocol = usePlayer(protocolOf);
  const timeline = usePlayer(timelineOf);
  const zoom = usePlayer(zoomOf);
  const cursor = usePlayer(cursorOf);
  const branches = usePlayer(branchesOf);
  const isAsked = usePlayer(asksWhoKnows);
  const scroller = useRef<HTMLDivElement>(null);
  const view = useWindow(scroller);
  // Who knows what stands below, and takes room.
  const left = useRoom();
  const room = isAsked ? 'least' : left;
  const model = useMemo(() => sequenceModel(protocol, timeline, zoom, lang), [protocol, timeline, zoom, lang]);
  const layout = useMemo(() => layoutSequence(model, view.width, room), [model, view.width, room]);
  const { first, last } = framesBetween(layout, view.left, view.left + view.width);
  const x = layout.cursorXs[cursor] ?? 0;
  const { settings } = timeline.engine.model;
  const lines = useMemo(
    () => protocol.ledger(timeline.frames.at(-1)?.world ?? timeline.frames[0].world, settings),
    [protocol, timeline, settings],
  );
  useKeptInView(scroller, x, view.width);
  const drag = useDrag((at) => store.getState().goTo(frameAt(layout, at)));
  return (
    <div className="seq" data-knows={isAsked ? '' : undefined}>
      <div className="seq-side">
        <Names lines={model.lines} ys={layout.lineYs} height={layout.height} />
        <Suspense>{isAsked ? <StripNames /> : null}</Suspense>
      </div>
      <div ref={scroller} className="seq-scroll">
        <input
          className="seq-slider"
          type="range"
          min={0}
          max={model.frames - 1}
          step={1}
          value={cursor}
          aria-label={text('sequence-position')}
          aria-valuetext={`${text('sequence-step', { position: cursor })}: ${headlineOf(store.getState(), lang)}`}
          title={text('sequence-description')}
          onChange={({ currentTarget }) => store.getState().goTo(Number(currentTarget.value))}
        />
        <div className="seq-area" style={{ width: layout.width, height: layout.height }} {...drag}>
          <svg width={layout.width} height={layout.height} aria-hidden="true">
            <Marks model={model} layout={layout} first={first} last={last} />
            {branches.map((branch) => (
              <BranchRail key={branch.id} branch={branch} layout={layout} />
            ))}
          </svg>
          <div className="seq-later" style={{ left: x + 1 }} />
          <div className="seq-cursor" style={{ transform: `translateX(${x}px)` }} aria-hidden="true">
            <span className="seq-handle" />
          </div>
        </div>
        <Suspense>{isAsked ? <Strip xs={layout.cursorXs} /> : null}</Suspense>
        <Attended>
          <Suspense>{isStuck(lines) ? <Round xs={layout.cursorXs} /> : null}</Suspense>
        </Attended>
        {endsBadly(lines) ? (
          <div style={{ position: 'relative', width: layout.width, height: RIBBON, marginBlockEnd: 8 }}>
            <Attended>
              <Suspense>
                <Ribbon xs={layout.cursorXs} />
              </Suspense>
            </Attended>
          </div>
        ) : null}
      </div>
    </div>
  );
}

interface NamesProps {
  readonly lines: readonly { readonly id: string; readonly title: string; readonly process: string }[];
  readonly ys: readonly number[];
  readonly height: number;
}

function Names({ lines, ys, height }: NamesProps) {
  return (
    <ul className="seq-names" style={{ height }}>
      {lines.map(({ id, title }, index) => (
        <li key={id} style={{ top: ys[index] }} title={title}>
          {title}
        </li>
      ))}
    </ul>
  );
}

/** Where the reader is never scrolls out of view. */
function useKeptInView(scroller: RefObject<HTMLDivElement | null>, x: number, width: number): void {
  useEffect(
    () =>
      afterPaint(() => {
        const { current } = scroller;
        if (current === null) return;
        const { scrollLeft, clientWidth } = current;
        const margin = Math.min(120, clientWidth / 4);
        if (x < scrollLeft + margin || x > scrollLeft + clientWidth - margin)
          current.scrollTo({ left: x - clientWidth / 2 });
      }),
    [scroller, x, width],
  );
}

/** Pressing and dragging anywhere moves the line; a finger that scrolls does not. */
function useDrag(moveTo: (x: number) => void) {
  const [isDragging, setDragging] = useState(false);
  const move = useCallback(
    ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>) => {
      const { left, width } = currentTarget.getBoundingClientRect();
      // Large screens draw it larger than in its own measure.
      moveTo((clientX - left) * (currentTarget.offsetWidth / width));
    },
    [moveTo],
  );
  return {
    'data-dragging': isDragging ? '' : undefined,
    onPointerDown: (event: PointerEvent<HTMLDivElement>): void => {
      if (event.button !== 0) return;
      if (event.pointerType === 'mouse') {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
        move(event);
      }
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>): void => {
      if (isDragging) move(event);
    },
    onPointerUp: (): void => setDragging(false),
    onPointerCancel: (): void => setDragging(false),
    onClick: move,
  };
}
