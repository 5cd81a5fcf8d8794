import { memo, useId } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { looksIn, looksOf, type ChartMarks, type Look } from './chartModel.ts';
import type { Arrow, Chart, StateBox } from './charts.ts';
import { stateText, triggerText } from './chartText.ts';

interface ChartFigureProps {
  readonly protocol: Protocol;
  readonly chart: Chart;
  readonly marks: ChartMarks;
}

/** One region of a statechart. What it shows is also said in words beside it. Nothing in it follows the session by itself. */
export const ChartFigure = memo(function ChartFigure({ protocol, chart, marks }: ChartFigureProps) {
  const lang = useLang();
  const tip = useId();
  const { width, height } = chart;
  // The parts of a region lie inside each other: the outer ones come first, the arrows lie on them.
  const [outer, inner] = [true, false].map((isOuter) =>
    chart.states.filter(({ id }) => hasParts(chart, id) === isOuter),
  );
  const stateOf = (box: StateBox) => (
    <State
      key={keyOf(box)}
      box={box}
      protocol={protocol}
      isLit={!box.isAny && marks.lit.has(box.id)}
      looks={looksOf(marks, { source: box.id, target: null }, box.lines)}
    />
  );
  return (
    <figure className="chart">
      {isWhole(chart) ? null : <figcaption>{stateText(lang, chart.id)}</figcaption>}
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <marker
          id={tip}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto-start-reverse"
          markerUnits="userSpaceOnUse"
        >
          <path d="M0 0 8 4 0 8Z" fill="context-stroke" />
        </marker>
        {outer?.map((box) => stateOf(box))}
        {chart.initial.length === 0 ? null : (
          <>
            <circle className="chart-start" cx={chart.initial[0]} cy={(chart.initial[1] ?? 0) - 5} r="5" />
            <path className="chart-way" d={pathOf(chart.initial)} markerEnd={`url(#${tip})`} />
          </>
        )}
        {chart.arrows.map((arrow) => (
          <Way
            key={`${arrow.source} ${arrow.target}`}
            arrow={arrow}
            protocol={protocol}
            looks={looksOf(marks, arrow, arrow.triggers)}
            tip={tip}
          />
        ))}
        {inner?.map((box) => stateOf(box))}
      </svg>
    </figure>
  );
}, isSameFigure);

/** The machine itself, or what all its regions share: it has no name of its own. */
function isWhole({ id }: Chart): boolean {
  return !id.includes('.');
}

function hasParts({ states }: Chart, id: string): boolean {
  return states.some((other) => other.id.startsWith(`${id}.`) && !states.some((own) => own.id === id && own.isAny));
}

function keyOf({ id, isAny }: StateBox): string {
  return isAny ? `${id} *` : id;
}

const LINE = 17;
const TITLE_BASE = 18;

interface StateProps extends Pick<ChartFigureProps, 'protocol'> {
  readonly box: StateBox;
  readonly isLit: boolean;
  readonly looks: string;
}

/** A step changes few of the boxes and ways of a chart: the others are left as they are. */
const State = memo(function State({ box, protocol, isLit, looks }: StateProps) {
  const lang = useLang();
  const text = useTopic('machines');
  const { id, x, y, width, height, lines, isAny } = box;
  const each = looksIn(looks);
  return (
    <g>
      <rect
        className="chart-box"
        data-lit={isLit ? '' : undefined}
        data-any={isAny ? '' : undefined}
        x={x}
        y={y}
        width={width}
        height={height}
        rx="8"
      />
      <text className="chart-title" data-lit={isLit ? '' : undefined} x={x + width / 2} y={y + TITLE_BASE}>
        {isAny ? text('chart-any') : stateText(lang, id)}
      </text>
      {lines.map((trigger, index) => (
        <Trigger
          key={trigger}
          protocol={protocol}
          name={trigger}
          look={each[index]}
          x={x + width / 2}
          y={y + TITLE_BASE + 4 + LINE * (index + 1)}
        />
      ))}
    </g>
  );
});

interface WayProps extends Pick<ChartFigureProps, 'protocol'> {
  readonly arrow: Arrow;
  readonly looks: string;
  readonly tip: string;
}

const Way = memo(function Way({ arrow: { triggers, points, label }, protocol, looks, tip }: WayProps) {
  const each = looksIn(looks);
  const isTaken = each.includes('taken');
  const isPossible = !isTaken && each.includes('possible');
  return (
    <g>
      <path
        className="chart-way"
        data-taken={isTaken ? '' : undefined}
        data-possible={isPossible ? '' : undefined}
        data-silent={label === null ? '' : undefined}
        d={pathOf(points)}
        markerEnd={`url(#${tip})`}
      />
      {label === null
        ? null
        : triggers.map((trigger, index) => (
            <Trigger
              key={trigger}
              protocol={protocol}
              name={trigger}
              look={each[index]}
              x={label.x + label.width / 2}
              y={label.y + LINE * (index + 1) - 5}
            />
          ))}
    </g>
  );
});

interface TriggerProps extends Pick<ChartFigureProps, 'protocol'> {
  readonly name: string;
  readonly look: Look | undefined;
  readonly x: number;
  readonly y: number;
}

function Trigger({ protocol, name, look, x, y }: TriggerProps) {
  const lang = useLang();
  return (
    <text
      className="chart-trigger"
      data-taken={look === 'taken' ? '' : undefined}
      data-possible={look === 'possible' ? '' : undefined}
      x={x}
      y={y}
    >
      {triggerText(lang, protocol, name)}
    </text>
  );
}

/** Corners are rounded a little. */
function pathOf(points: readonly number[]): string {
  const corners = points.flatMap((x, index) => (index % 2 === 0 ? [[x, points[index + 1] ?? 0] as const] : []));
  return corners.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

function isSameFigure(one: ChartFigureProps, other: ChartFigureProps): boolean {
  const isSame = (name: keyof ChartMarks): boolean =>
    one.marks[name].size === other.marks[name].size && [...one.marks[name]].every((key) => other.marks[name].has(key));
  return (
    one.protocol === other.protocol &&
    one.chart === other.chart &&
    isSame('lit') &&
    isSame('taken') &&
    isSame('possible')
  );
}
