import { memo, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Moment } from './moment.ts';
import { areaPath, bandPath, HEIGHT, linePath, WIDTH, type Scale } from './plotModel.ts';

/** What a line is of: its colour, dash and place in the legend follow from that. */
export type LineKind = 'offered' | 'points' | 'refused' | 'backlog' | 'buyers' | 'buyer-ms' | 'points-ms';

export interface Line {
  readonly kind: LineKind;
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** The lower edge of a band; the line itself is the upper one. */
  readonly from?: readonly (number | null)[];
  readonly isFilled?: boolean;
}

interface PlotProps {
  readonly title: string;
  readonly note?: string;
  readonly lines: readonly Line[];
  readonly scale: Scale;
  readonly unit: (value: number) => string;
  readonly moment: Moment;
  readonly children?: ReactNode;
}

/** Curves over the run's clock, made once; what lies after the cursor is pale. */
export const Plot = memo(function Plot({ title, note, lines, scale, unit, moment, children }: PlotProps) {
  return (
    <figure className="load-plot">
      <figcaption>
        <b title={note}>{title}</b>
        <span className="load-legend">
          {lines.map(({ kind, label }) => (
            <span key={kind}>
              <svg width="22" height="8" aria-hidden="true">
                <path d="M1 4H21" className={`load-line load-line-${kind}`} />
              </svg>
              {label}
            </span>
          ))}
        </span>
      </figcaption>
      <div className="load-plot-body">
        <div className="load-axis" aria-hidden="true">
          <span>{unit(scale.max)}</span>
          <span>{unit(scale.max / 2)}</span>
          <span>0</span>
        </div>
        <div className="load-canvas">
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            <path d={`M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT}H${WIDTH}`} className="load-grid" />
            {lines.map((line) => (
              <Curve key={line.kind} line={line} scale={scale} />
            ))}
          </svg>
          <Future moment={moment} horizonMs={scale.horizonMs} />
        </div>
      </div>
      {children}
    </figure>
  );
});

function Curve({ line, scale }: { readonly line: Line; readonly scale: Scale }) {
  const { kind, values, from, isFilled } = line;
  return (
    <>
      {from === undefined ? null : <path d={bandPath(values, from, scale)} className={`load-area load-area-${kind}`} />}
      {isFilled === true ? <path d={areaPath(values, scale)} className={`load-area load-area-${kind}`} /> : null}
      <path d={linePath(values, scale)} className={`load-line load-line-${kind}`} />
    </>
  );
}

interface FutureProps {
  readonly moment: Moment;
  readonly horizonMs: number;
}

/** The cursor, and what is still to come: while the clock runs, the browser moves it by itself. */
function Future({ moment, horizonMs }: FutureProps) {
  const self = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let motion: Animation | undefined;
    const move = (): void => {
      motion?.cancel();
      const [element, atMs, speed] = [self.current, Math.min(horizonMs, moment.now()), moment.speed()];
      if (element === null) return;
      const from = shifted(horizonMs === 0 ? 1 : atMs / horizonMs);
      element.style.transform = from;
      if (speed === 0) return;
      const duration = (horizonMs - atMs) / speed;
      motion = element.animate({ transform: [from, shifted(1)] }, { duration, fill: 'forwards' });
    };
    move();
    const forget = moment.onMoved(move);
    return () => {
      forget();
      motion?.cancel();
    };
  }, [moment, horizonMs]);
  return (
    <div className="load-moving">
      <div ref={self} className="load-future" />
    </div>
  );
}

function shifted(share: number): string {
  return `translateX(${share * 100}%)`;
}
