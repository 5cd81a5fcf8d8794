import { memo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { curveProblem } from '../../load/link.ts';
import { secondsOf, type CurvePoint } from '../../load/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import { clockText, digits, niceMax } from './plotModel.ts';

interface CurveEditorProps {
  readonly curve: readonly CurvePoint[];
  readonly capacityPerS: number | null;
  readonly onChange: (curve: readonly CurvePoint[]) => void;
}

/** The load over time; its points are dragged, or moved with the arrow keys. */
export const CurveEditor = memo(function CurveEditor({ curve, capacityPerS, onChange }: CurveEditorProps) {
  const text = useTopic('load');
  const area = useRef<HTMLDivElement>(null);
  const endS = secondsOf(curve);
  const max = niceMax(1.15 * Math.max(...curve.map(({ perS }) => perS)));
  const [said, say] = useState('');
  const move = (index: number, wanted: CurvePoint): void => {
    const moved = curve.map((point, other) => (other === index ? within(curve, index, wanted) : point));
    const point = moved[index];
    if (curveProblem(moved) !== null || point === undefined) return;
    onChange(moved);
    say(text('load-point', { at: digits(point.atS), rate: digits(point.perS) }));
  };
  const drag = (index: number, event: PointerEvent<HTMLElement>): void => {
    const box = area.current?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const atS = Math.round(((event.clientX - box.left) / box.width) * endS);
    const perS = Math.round(Math.max(0, (1 - (event.clientY - box.top) / box.height) * max) / 10) * 10;
    move(index, { atS, perS });
  };
  const keys = (index: number, event: KeyboardEvent): void => {
    const point = curve[index];
    const change = CHANGES[event.key];
    if (point === undefined || change === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(index, { atS: point.atS + change.atS, perS: Math.max(0, point.perS + change.perS) });
  };
  const x = ({ atS }: CurvePoint): number => (atS / endS) * 1_000;
  const y = ({ perS }: CurvePoint): number => 100 - (perS / max) * 100;
  const line = curve.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point)} ${y(point)}`).join('');
  return (
    <div className="load-curve">
      <Status text={said} />
      <div className="load-curve-area" ref={area}>
        <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
          <path d={`${line}L1000 100L0 100Z`} className="load-curve-fill" />
          <path d={line} className="load-curve-line" />
          {capacityPerS === null || capacityPerS > max ? null : (
            <path d={`M0 ${100 - (capacityPerS / max) * 100}H1000`} className="load-curve-capacity" />
          )}
        </svg>
        {curve.map((point, index) => (
          <button
            // A point is who it is by its place in the row.
            key={index}
            type="button"
            className="load-handle"
            aria-label={text('load-point', { at: digits(point.atS), rate: digits(point.perS) })}
            style={{ insetInlineStart: `${x(point) / 10}%`, insetBlockStart: `${y(point)}%` }}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => drag(index, event)}
            onKeyDown={(event) => keys(index, event)}
          />
        ))}
      </div>
      <div className="load-curve-ends">
        <span>{clockText(0, 1_000 * endS)}</span>
        <b>{text('per-second', { rate: digits(Math.max(...curve.map(({ perS }) => perS))) })}</b>
        <span>{clockText(1_000 * endS, 1_000 * endS)}</span>
      </div>
      <div className="load-curve-tools">
        <Button tone="quiet" icon="plus" onClick={() => onChange(withPoint(curve))}>
          {text('load-point-add')}
        </Button>
        <Button tone="quiet" icon="minus" disabled={curve.length <= 2} onClick={() => onChange(curve.toSpliced(-2, 1))}>
          {text('load-point-remove')}
        </Button>
      </div>
    </div>
  );
});

const CHANGES: { readonly [key: string]: CurvePoint } = {
  ArrowUp: { atS: 0, perS: 20 },
  ArrowDown: { atS: 0, perS: -20 },
  PageUp: { atS: 0, perS: 200 },
  PageDown: { atS: 0, perS: -200 },
  ArrowLeft: { atS: -1, perS: 0 },
  ArrowRight: { atS: 1, perS: 0 },
};

/** Between its neighbours; the first and the last stay where they are in time. */
function within(curve: readonly CurvePoint[], index: number, { atS, perS }: CurvePoint): CurvePoint {
  const own = curve[index]?.atS ?? 0;
  const [before, after] = [curve[index - 1]?.atS ?? own, curve[index + 1]?.atS ?? own];
  const isEnd = index === 0 || index === curve.length - 1;
  return { atS: isEnd ? own : Math.min(after, Math.max(before, atS)), perS };
}

/** One more in the middle of the longest stretch. */
function withPoint(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  const lengths = curve.map(({ atS }, index) => atS - (curve[index - 1]?.atS ?? atS));
  const at = lengths.indexOf(Math.max(...lengths));
  const [from, to] = [curve[at - 1], curve[at]];
  if (from === undefined || to === undefined) return curve;
  const between = { atS: Math.round((from.atS + to.atS) / 2), perS: Math.round((from.perS + to.perS) / 2) };
  return curve.toSpliced(at, 0, between);
}
