/** The marks of the sequence diagram, as far as they are in view. They never change while the cursor moves. */
import { memo } from 'react';
import { useText } from '../../i18n/useText.ts';
import { fateStyle } from '../../scene/fateStyle.ts';
import { CHIP_HEIGHT, chipText, chipWidth, RAIL, waitText, type SequenceLayout } from '../../scene/sequenceLayout.ts';
import type { ArrowMark, CallMark, ChipMark, DownMark, SequenceModel } from '../../scene/sequenceModel.ts';

interface MarksProps {
  readonly model: SequenceModel;
  readonly layout: SequenceLayout;
  readonly first: number;
  readonly last: number;
}

export const Marks = memo(function Marks({ model, layout, first, last }: MarksProps) {
  const inView = ({ frame }: { readonly frame: number }): boolean => frame >= first && frame <= last;
  return (
    <g>
      {model.lines.map((line, index) => (
        <line
          key={line.id}
          className="seq-line"
          x1={0}
          x2={layout.width}
          y1={layout.lineYs[index]}
          y2={layout.lineYs[index]}
        />
      ))}
      {model.downs.map((down) => (
        <Down key={`${down.line} ${down.from}`} down={down} layout={layout} />
      ))}
      {model.waits.filter(inView).map(({ frame, ms }) => (
        <Wait key={frame} frame={frame} ms={ms} layout={layout} />
      ))}
      {model.calls.filter(inView).map((call) => (
        <Call key={`${call.frame} ${call.from} ${call.to}`} call={call} layout={layout} />
      ))}
      {model.arrows
        .filter(({ sentIn, endedIn }) => endedIn >= first && sentIn <= last)
        .map((arrow) => (
          <Message key={arrow.key} arrow={arrow} layout={layout} hasLabel={layout.hasLabels} />
        ))}
      {model.chips.filter(inView).map((chip) => (
        <Chip key={chip.frame} chip={chip} layout={layout} />
      ))}
      {model.stages
        .filter(inView)
        .map(({ frame, stages }) =>
          stages.map((stage, index) => (
            <Stage
              key={`${frame} ${stage}`}
              stage={stage}
              x={xOf(layout, frame)}
              offset={index - (stages.length - 1) / 2}
            />
          )),
        )}
    </g>
  );
});

function xOf({ frameXs }: SequenceLayout, frame: number): number {
  return frameXs[frame] ?? 0;
}

function yOf({ lineYs }: SequenceLayout, line: number): number {
  return lineYs[line] ?? 0;
}

function Down({ down, layout }: { readonly down: DownMark; readonly layout: SequenceLayout }) {
  const text = useText();
  const y = yOf(layout, down.line);
  const from = xOf(layout, down.from);
  const until = down.until === null ? layout.width : xOf(layout, down.until);
  return (
    <g className="seq-down">
      <line className="seq-gap" x1={from} x2={until} y1={y} y2={y} />
      <line className="seq-dead" x1={from} x2={until} y1={y} y2={y} />
      <path d={`M${from - 6},${y - 6} l12,12 m0,-12 l-12,12`}>
        <title>{text('sequence-crash')}</title>
      </path>
      {down.until === null ? null : (
        <circle cx={until} cy={y} r="4.5">
          <title>{text('sequence-restart')}</title>
        </circle>
      )}
    </g>
  );
}

function Wait({ frame, ms, layout }: { readonly frame: number; readonly ms: number; readonly layout: SequenceLayout }) {
  const x = (xOf(layout, frame - 1) + xOf(layout, frame)) / 2;
  return (
    <text className="seq-wait" x={x} y={RAIL - 12} textAnchor="middle">
      {waitText(ms)}
    </text>
  );
}

function Call({ call, layout }: { readonly call: CallMark; readonly layout: SequenceLayout }) {
  const x = xOf(layout, call.frame);
  const to = yOf(layout, call.to);
  return (
    <g className="seq-call">
      <line x1={x} x2={x} y1={yOf(layout, call.from)} y2={to} />
      <circle cx={x} cy={to} r="2.5" />
    </g>
  );
}

interface MessageProps {
  readonly arrow: ArrowMark;
  readonly layout: SequenceLayout;
  readonly hasLabel: boolean;
}

function Message({ arrow, layout, hasLabel }: MessageProps) {
  const { border, dash } = fateStyle(arrow.fate);
  const colour = border === 'edge' || border === 'line' ? 'ink' : border;
  const [x1, y1] = [xOf(layout, arrow.sentIn), yOf(layout, arrow.from)];
  const isWhole = arrow.end === 'delivered' || arrow.end === 'ignored' || arrow.end === 'lost';
  const [x2, y2] = isWhole ? [xOf(layout, arrow.endedIn), yOf(layout, arrow.to)] : halfWay(arrow, layout);
  const stroke = `var(--${arrow.end === 'dropped' || arrow.end === 'lost' ? 'bad' : colour})`;
  const shift = arrow.isDuplicate ? 3 : 0;
  return (
    <g className={`seq-message seq-${arrow.end}`} style={{ stroke, color: stroke }}>
      <line x1={x1 + shift} y1={y1} x2={x2 + shift} y2={y2} strokeDasharray={dash ?? undefined} />
      <Head arrow={arrow} x={x2 + shift} y={y2} angle={Math.atan2(y2 - y1, x2 - x1)} />
      {hasLabel ? (
        <text className="seq-label" {...labelPlace(arrow.end, { x1, y1, x2, y2 })} style={{ fill: stroke }}>
          {arrow.label}
        </text>
      ) : (
        <title>{arrow.label}</title>
      )}
    </g>
  );
}

interface Ends {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Beside the middle, on the side that the arrow leaves free; behind the end of one that was cut short. */
function labelPlace(end: ArrowMark['end'], { x1, y1, x2, y2 }: Ends) {
  if (end === 'dropped' || end === 'flying') return { x: x2 + 9, y: y2 + 4, textAnchor: 'start' } as const;
  const isDown = y2 > y1;
  const x = (x1 + x2) / 2 + (isDown ? -7 : 7);
  return { x, y: (y1 + y2) / 2 + 4, textAnchor: isDown ? 'end' : 'start' } as const;
}

/** A message that never arrived ends between the lines. */
function halfWay(arrow: ArrowMark, layout: SequenceLayout): readonly [number, number] {
  const [y1, y2] = [yOf(layout, arrow.from), yOf(layout, arrow.to)];
  const isFlying = arrow.end === 'flying';
  const x = isFlying ? xOf(layout, arrow.endedIn) + 30 : xOf(layout, arrow.endedIn);
  const part = isFlying ? 0.6 : 0.55;
  return [x, y1 + (y2 - y1) * part];
}

interface HeadProps {
  readonly arrow: ArrowMark;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

function Head({ arrow, x, y, angle }: HeadProps) {
  switch (arrow.end) {
    case 'delivered':
      return (
        <path
          className="seq-head"
          d="M0,0 l-8,-3.6 v7.2 z"
          transform={`translate(${x} ${y}) rotate(${(angle * 180) / Math.PI})`}
        />
      );
    case 'ignored':
      return (
        <path
          className="seq-open"
          d="M-8,-4.5 L0,0 L-8,4.5 M2,-6 v12"
          transform={`translate(${x} ${y}) rotate(${(angle * 180) / Math.PI})`}
        />
      );
    case 'dropped':
    case 'lost':
      return <path className="seq-open" d={`M${x - 4.5},${y - 4.5} l9,9 m0,-9 l-9,9`} />;
    case 'flying':
      return <circle className="seq-open" cx={x} cy={y} r="3" />;
  }
}

function Chip({ chip, layout }: { readonly chip: ChipMark; readonly layout: SequenceLayout }) {
  const width = chipWidth(chip);
  const x = xOf(layout, chip.frame) - width / 2;
  const y = yOf(layout, chip.line) - CHIP_HEIGHT / 2;
  const clockX = x + 13;
  const middle = y + CHIP_HEIGHT / 2;
  return (
    <g className={`seq-chip seq-chip-${chip.kind}`}>
      <rect x={x + 0.5} y={y + 0.5} width={width - 1} height={CHIP_HEIGHT - 1} rx="6" />
      {chip.kind === 'clock' ? (
        <path d={`M${clockX},${middle - 4.5} a4.5,4.5 0 1 0 0.01,0 M${clockX},${middle - 2.4} v2.4 l1.8,1.2`} />
      ) : null}
      <text
        x={chip.kind === 'clock' ? x + 22 : x + width / 2}
        y={middle + 4}
        textAnchor={chip.kind === 'clock' ? 'start' : 'middle'}
      >
        {chipText(chip)}
      </text>
    </g>
  );
}

function Stage({ stage, x, offset }: { readonly stage: number; readonly x: number; readonly offset: number }) {
  const cx = x + offset * 17;
  return (
    <g className="seq-stage">
      <circle cx={cx} cy={RAIL - 16} r="8" />
      <text x={cx} y={RAIL - 12} textAnchor="middle">
        {stage}
      </text>
    </g>
  );
}
