import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ComponentType, type RefObject } from 'react';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import type { FlowCanvasProps } from './FlowCanvas.tsx';
import { onFirstSign, watchHands, type Hands } from './reader.ts';

type Flow = ComponentType<FlowCanvasProps>;

/** Once it is here, every stage begins with it. */
let arrived: Flow | null = null;

interface FlowNow {
  /** Null until it has been loaded. */
  readonly FlowCanvas: Flow | null;
  /** Whether it has taken over from the still canvas. */
  readonly isFlowing: boolean;
  /** To be called when it looks like the still canvas. */
  readonly onReady: () => void;
  /** To be called when the still canvas is about to go: what has the focus in it is to have it in the other one. */
  readonly onLeave: () => void;
}

/**
 * React Flow weighs as much as React, and is needed only for panning, zooming and acting: it is fetched at the first sign
 * of a reader. It takes over between two of the reader's movements, so that no press is lost, and keeps the focus.
 */
export function useFlow(stage: RefObject<HTMLElement | null>): FlowNow {
  const store = usePlayerStore();
  const [FlowCanvas, setFlowCanvas] = useState<Flow | null>(() => arrived);
  const [isFlowing, setFlowing] = useState(false);
  const hands = useRef<Hands | null>(null);
  const focused = useRef<string | null>(null);
  useEffect(() => {
    if (FlowCanvas !== null) return;
    const load = async (): Promise<void> => {
      try {
        ({ FlowCanvas: arrived } = await import('./FlowCanvas.tsx'));
        setFlowCanvas(() => arrived);
      } catch {
        // The network is gone. Everything but panning, zooming and motion works without; and so it stays.
      }
    };
    return onFirstSign(stage, store, () => void load());
  }, [FlowCanvas, stage, store]);
  useEffect(() => {
    if (isFlowing) return;
    const watched = watchHands();
    hands.current = watched;
    return watched.stop;
  }, [isFlowing]);
  const onReady = useCallback(() => {
    const takeOver = (): void => {
      const there = buttonsOf(stage, '.stage-flow');
      // Arrows, and what rests on them, come once the boxes have been measured.
      if ([...buttonsOf(stage, '.still').keys()].every((name) => there.has(name)))
        hands.current?.whenAtRest(() => setFlowing(true));
      else requestAnimationFrame(takeOver);
    };
    takeOver();
  }, [stage]);
  const onLeave = useCallback(() => {
    const found = [...buttonsOf(stage, '.still')].find(([, button]) => button === document.activeElement);
    focused.current = found?.[0] ?? null;
  }, [stage]);
  useLayoutEffect(() => {
    const wanted = focused.current;
    if (!isFlowing || wanted === null) return;
    let frame = 0;
    // What was shown since it looked the same may take a frame to be there. Who has gone elsewhere is not called back.
    const give = (): void => {
      if (document.activeElement !== document.body) return;
      const button = buttonsOf(stage, '.stage-flow').get(wanted);
      if (button === undefined) frame = requestAnimationFrame(give);
      else button.focus({ preventScroll: true });
    };
    give();
    return () => cancelAnimationFrame(frame);
  }, [isFlowing, stage]);
  return { FlowCanvas, isFlowing, onReady, onLeave };
}

/** By what they are on either canvas: both draw the same ones. */
function buttonsOf(stage: RefObject<HTMLElement | null>, canvas: string): ReadonlyMap<string | null, HTMLElement> {
  const buttons = stage.current?.querySelectorAll<HTMLElement>(`${canvas} button`) ?? [];
  return new Map(Array.from(buttons, (button) => [button.dataset['anchor'] ?? button.textContent, button]));
}
