import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import type { Playable } from '../../player/playback.ts';
import { SIDES, type Comparison, type PlayedComparison } from '../../scenario/comparison.ts';
import { durationText } from '../../scene/duration.ts';
import { TransportBar } from '../transport/TransportBar.tsx';
import { marksOf, nextText } from './compareModel.ts';
import './CompareBar.css';

interface CompareBarProps {
  readonly comparison: Comparison;
  readonly played: PlayedComparison;
  readonly playback: Playable;
  readonly onGoTo: (moment: number) => void;
}

/** One transport for both sides, and the clock that they share. */
export function CompareBar({ comparison, played, playback, onGoTo }: CompareBarProps) {
  const text = useTopic('compare');
  const next = nextText(comparison, played, useLang());
  return (
    <div className="compare-bar">
      <TransportBar playback={playback} nextText={next} restText={text('compare-rest-text')} />
      <Track comparison={comparison} played={played} onGoTo={onGoTo} />
    </div>
  );
}

/** The moments of both sides, one row each, with the first difference marked; a slider lies over them. */
function Track({ comparison: { at }, played, onGoTo }: Pick<CompareBarProps, 'comparison' | 'played' | 'onGoTo'>) {
  const text = useTopic('compare');
  const { moments, difference } = played;
  const last = moments.length - 1;
  const time = durationText(moments[at]?.timeMs ?? 0);
  const place = (moment: number): string => `${(100 * moment) / Math.max(1, last)}%`;
  const said = text('compare-moment', { position: at, length: last, time });
  return (
    <div className="track">
      <div className="track-rows" aria-hidden="true">
        {difference === null ? null : (
          <span className="track-difference" style={{ left: place(difference.moment) }} title={text('compare-here')} />
        )}
        <span className="track-now" style={{ left: place(at) }} />
        {SIDES.map((side) => (
          <span key={side} className="track-row">
            <b>{text(`compare-side-${side}`)}</b>
            {marksOf(played, side).map(({ moment, kind }) => (
              <i
                key={moment}
                className={`track-${kind} ${moment <= at ? 'track-past' : ''}`}
                style={{ left: place(moment) }}
              />
            ))}
          </span>
        ))}
      </div>
      <input
        type="range"
        min={0}
        max={last}
        value={at}
        aria-label={text('compare-position')}
        aria-valuetext={said}
        onChange={(event) => onGoTo(event.target.valueAsNumber)}
      />
      <small>{said}</small>
    </div>
  );
}
