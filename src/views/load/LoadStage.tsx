import { Fragment, memo } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { Numbers } from '../../load/settings.ts';
import { stageAt, type Box, type Shared } from './loadModel.ts';
import { digits, grouped } from './plotModel.ts';
import { useMoment, type Moment } from './useLoadClock.ts';

interface LoadStageProps {
  readonly result: LoadResult;
  readonly numbers: Numbers;
  readonly shared: Shared;
  readonly moment: Moment;
}

type Texts = ReturnType<typeof useTopic<'load'>>;

/** Three boxes that fill and drain, and how much goes from one to the next. */
export function LoadStage({ result, numbers, shared, moment }: LoadStageProps) {
  const text = useTopic('load');
  const atMs = useMoment(moment, shared.horizonMs);
  const { boxes, ratesPerS } = stageAt(result, numbers, shared, atMs);
  const isHalf = result.measures.id === 'half-message';
  const rates = [ratesPerS.offered, boxes[0]?.id === 'door' ? ratesPerS.offered : ratesPerS.answered, ratesPerS.points];
  return (
    <div className="load-stage">
      {boxes.map((box, index) => (
        <Fragment key={box.id}>
          <Arrow text={text} perS={Math.round(rates[index] ?? 0)} max={shared.perS} isHalf={isHalf && index === 1} />
          <StageBox text={text} {...box} isHalf={isHalf} />
        </Fragment>
      ))}
    </div>
  );
}

interface ArrowProps {
  readonly text: Texts;
  readonly perS: number;
  readonly max: number;
  readonly isHalf: boolean;
}

/** As thick as what it carries. */
const Arrow = memo(function Arrow({ text, perS, max, isHalf }: ArrowProps) {
  const width = 1.5 + 4 * Math.min(1, perS / max);
  return (
    <div className="load-arrow">
      <span>{text('per-second', { rate: digits(perS) })}</span>
      <svg viewBox="0 0 48 12" aria-hidden="true">
        <path d="M1 6H39" strokeWidth={width} className={isHalf ? 'load-arrow-half' : undefined} />
        <path d="M38 1.5 47 6 38 10.5Z" className="load-arrow-head" />
      </svg>
    </div>
  );
});

type StageBoxProps = Box & { readonly text: Texts; readonly isHalf: boolean };

const StageBox = memo(function StageBox({ text, isHalf, ...box }: StageBoxProps) {
  const { id, count, all, level, isBottleneck, changePerS } = box;
  return (
    <div className={`load-box load-box-${id}${isHalf && id === 'topic' ? ' load-box-half' : ''}`}>
      <div className="load-level" style={{ height: `${Math.min(100, level * 100)}%` }} />
      <b>{text(`box-${id}`)}</b>
      {isBottleneck ? <span className="load-bottleneck">{text('box-bottleneck')}</span> : null}
      <span className="load-count">{grouped(count)}</span>
      <span className="load-box-note">{noteOf(text, id, all, count, changePerS)}</span>
    </div>
  );
});

function noteOf(text: Texts, id: Box['id'], all: number | null, used: number, changePerS: number): string {
  if (id === 'orders') return text('box-threads-of', { used, all: all ?? 0 });
  if (id === 'points') return text('box-cores-of', { used, all: all ?? 0 });
  const rate = digits(Math.round(Math.abs(changePerS)));
  if (Math.abs(changePerS) < 5) return text(id === 'door' ? 'box-door-waiting' : 'box-waiting');
  return text(changePerS > 0 ? 'box-filling' : 'box-draining', { rate });
}
