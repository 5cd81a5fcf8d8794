/** The marks of the sequence diagram, as far as they are in view. They never change while the cursor moves. */
import { memo } from 'react';
import { useExplorerText } from '../../i18n/useText.ts';
import { fateStyle } from '../../scene/fateStyle.ts';
import { placeArrows, type PlacedArrow } from '../../scene/sequenceArrows.ts';
import { CHIP_HEIGHT, chipText, chipWidth, RAIL, waitText, type SequenceLayout } from '../../scene/sequenceLayout.ts';
import type { CallMark, ChipMark, DownMark, SequenceModel } from '../../scene/sequenceModel.ts';

interface MarksProps {
  readonly model: SequenceModel;
  readonly layout: SequenceLayout;
  readonly first: number;
  readonly last: number;
}

export const Marks = memo(function Marks({ model, layout, first, last }: MarksProps) {
  const inView = ({ frame }: { readonly frame: number }): boolean => frame >= first && frame <= last;
  const arrows = placeArrows(model.arrows, layout).filter(({ sentIn, endedIn }) => endedIn >= first && sentIn <= last);
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
      {arrows.map((arrow) => (
        <Message key={arrow.key} arrow={arrow} />
      ))}
      {arrows.map((arrow) =>
        arrow.name === null ? null : (
          // Over all arrows, so that none runs through it.
          <text
            key={arrow.key}
            className="seq-label"
            x={arrow.name.x}
            y={arrow.name.y + 4}
            textAnchor={arrow.name.anchor}
            fill={colourOf(arrow)}
          >
            {arrow.name.text}
          </text>
        ),
      )}
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
  const text = useExplorerText();
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

function Message({ arrow }: { readonly arrow: PlacedArrow }) {
  const { x1, y1, x2, y2, bendX, end, label } = arrow;
  const turn = bendX === null ? '' : `L${bendX},${y2} `;
  const stroke = colourOf(arrow);
  return (
    <g className={`seq-message seq-${end}`} style={{ stroke, color: stroke }}>
      <path d={`M${x1},${y1} ${turn}L${x2},${y2}`} strokeDasharray={fateStyle(arrow.fate).dash ?? undefined} />
      <Head arrow={arrow} x={x2} y={y2} angle={Math.atan2(y2 - y1, x2 - x1)} />
      <title>{label}</title>
    </g>
  );
}

function colourOf({ end, fate }: PlacedArrow): string {
  const { border } = fateStyle(fate);
  const colour = border === 'edge' || border === 'line' ? 'ink' : border;
  return `var(--${end === 'dropped' || end === 'lost' ? 'bad' : colour})`;
}

interface HeadProps {
  readonly arrow: PlacedArrow;
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
