import { Fragment, memo, useRef } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { Numbers } from '../../load/settings.ts';
import { stageAt, type Box, type Shared } from './loadModel.ts';
import type { Moment } from './moment.ts';
import { writeStage } from './stageWords.ts';
import { useTold } from './useLoadClock.ts';

interface LoadStageProps {
  readonly result: LoadResult;
  readonly numbers: Numbers;
  readonly shared: Shared;
  readonly moment: Moment;
}

/** Three boxes that fill and drain, and how much goes from one to the next; all that changes with the clock is written into them. */
export const LoadStage = memo(function LoadStage({ result, numbers, shared, moment }: LoadStageProps) {
  const text = useTopic('load');
  const stage = useRef<HTMLDivElement>(null);
  const now = () => stageAt(result, numbers, shared, Math.min(shared.horizonMs, moment.now()));
  useTold(moment, () => {
    if (stage.current !== null) writeStage(stage.current, text, now(), shared);
  });
  const isHalf = result.measures.id === 'half-message';
  return (
    <div className="load-stage" ref={stage}>
      {now().boxes.map((box, index) => (
        <Fragment key={box.id}>
          <Arrow isHalf={isHalf && index === 1} />
          <StageBox {...box} isHalf={isHalf} />
        </Fragment>
      ))}
    </div>
  );
});

/** As thick as what it carries. */
function Arrow({ isHalf }: { readonly isHalf: boolean }) {
  return (
    <div className="load-arrow">
      <span />
      <svg viewBox="0 0 48 12" aria-hidden="true">
        <path d="M1 6H39" className={isHalf ? 'load-arrow-line load-arrow-half' : 'load-arrow-line'} />
        <path d="M38 1.5 47 6 38 10.5Z" className="load-arrow-head" />
      </svg>
    </div>
  );
}

function StageBox({ id, isBottleneck, isHalf }: Pick<Box, 'id' | 'isBottleneck'> & { readonly isHalf: boolean }) {
  const text = useTopic('load');
  return (
    <div className={`load-box load-box-${id}${isHalf && id === 'topic' ? ' load-box-half' : ''}`}>
      <div className="load-level" />
      <b>{text(`box-${id}`)}</b>
      {isBottleneck ? <span className="load-bottleneck">{text('box-bottleneck')}</span> : null}
      <span className="load-count" />
      <span className="load-box-note" />
    </div>
  );
}
