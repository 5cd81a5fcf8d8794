import { useTopic } from '../../i18n/useTopic.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { SIDES, type Comparison, type PlayedComparison } from '../../scenario/comparison.ts';
import { durationText } from '../../scene/duration.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { marksOf, nextText } from './compareModel.ts';

interface CompareBarProps {
  readonly comparison: Comparison;
  readonly played: PlayedComparison;
  readonly isPlaying: boolean;
  readonly onGoTo: (moment: number) => void;
  readonly onPlay: (isPlaying: boolean) => void;
}

/** One transport for both sides, and the clock that they share. */
export function CompareBar(props: CompareBarProps) {
  const { comparison, played, isPlaying, onGoTo, onPlay } = props;
  const lang = useLang();
  const text = useText();
  const own = useTopic('compare');
  const { at } = comparison;
  const last = played.moments.length - 1;
  const next = nextText(comparison, played, lang);
  return (
    <section className="compare-bar" aria-label={text('transport-title')}>
      <div className="transport">
        <IconButton
          className="compare-far"
          icon="start"
          label={text('transport-to-start')}
          keys={text('key-home')}
          disabled={at === 0}
          onClick={() => onGoTo(0)}
        />
        <IconButton
          icon="back"
          label={text('transport-back')}
          keys="←"
          disabled={at === 0}
          onClick={() => onGoTo(at - 1)}
        />
        <Button tone="main" className="compare-next" title="→" disabled={next === null} onClick={() => onGoTo(at + 1)}>
          <span>
            <b>{text(next === null ? 'transport-rest' : 'transport-next')}</b>
            <span className="compare-next-text">{next ?? own('compare-rest-text')}</span>
          </span>
          {next === null ? null : <Icon name="forward" size={18} />}
        </Button>
        <IconButton
          icon={isPlaying ? 'pause' : 'play'}
          label={text(isPlaying ? 'transport-pause' : 'transport-play')}
          keys={text('key-space')}
          disabled={next === null && !isPlaying}
          onClick={() => onPlay(!isPlaying)}
        />
        <IconButton
          className="compare-far"
          icon="end"
          label={text('transport-to-end')}
          keys={text('key-end')}
          disabled={at === last}
          onClick={() => onGoTo(last)}
        />
      </div>
      <Track comparison={comparison} played={played} onGoTo={onGoTo} />
    </section>
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
