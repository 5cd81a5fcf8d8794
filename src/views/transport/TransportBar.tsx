import { useText } from '../../i18n/useText.ts';
import type { Playable } from '../../player/playback.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import './TransportBar.css';

interface TransportBarProps {
  readonly playback: Playable;
  /** What Next will do, in words; null at the end. */
  readonly nextText: string | null;
  /** What to say instead at the end. */
  readonly restText: string;
}

/** To the start, back, the one big button, play, to the end. The button says what it will do. */
export function TransportBar({ playback, nextText, restText }: TransportBarProps) {
  const text = useText();
  const { isPlaying, canGoBack, canGoOn } = playback;
  return (
    <section className="transport" aria-label={text('transport-title')}>
      <IconButton
        className="transport-far"
        icon="start"
        label={text('transport-to-start')}
        keys={text('key-home')}
        disabled={!canGoBack}
        onClick={playback.toStart}
      />
      <IconButton icon="back" label={text('transport-back')} keys="←" disabled={!canGoBack} onClick={playback.back} />
      <Button tone="main" className="transport-next" title="→" disabled={nextText === null} onClick={playback.next}>
        <span>
          <b>{text(nextText === null ? 'transport-rest' : 'transport-next')}</b>
          <span className="transport-next-text">{nextText ?? restText}</span>
        </span>
        {nextText === null ? null : <Icon name="forward" size={18} />}
      </Button>
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        label={text(isPlaying ? 'transport-pause' : 'transport-play')}
        keys={text('key-space')}
        disabled={!canGoOn && !isPlaying}
        onClick={isPlaying ? playback.pause : playback.play}
      />
      <IconButton
        className="transport-far"
        icon="end"
        label={text('transport-to-end')}
        keys={text('key-end')}
        disabled={!canGoOn}
        onClick={playback.toEnd}
      />
    </section>
  );
}

/** The keys of a bar, for the part of the page that it plays (`useKeys.ts`). */
export function transportKeys(playback: Playable): Readonly<Record<string, () => void>> {
  const { isPlaying, toStart, back, next, toEnd, play, pause } = playback;
  return { ArrowRight: next, ArrowLeft: back, ' ': isPlaying ? pause : play, Home: toStart, End: toEnd };
}
