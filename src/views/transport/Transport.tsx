import { useLang, useText } from '../../i18n/useText.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { wholeSession } from '../wholeSession.ts';
import './Transport.css';
import { transportOf } from './transportModel.ts';

/** To the start, back, the one big button, play, to the end. The button says what it will do. */
export function Transport() {
  const session = usePlayer(wholeSession);
  const text = useText();
  const { canGoBack, canGoOn } = transportOf(session, useLang());
  const { isPlaying } = session;
  return (
    <section className="transport" aria-label={text('transport-title')}>
      <IconButton
        className="transport-far"
        icon="start"
        label={text('transport-to-start')}
        keys="Home"
        disabled={!canGoBack}
        onClick={session.toStart}
      />
      <IconButton icon="back" label={text('transport-back')} keys="←" disabled={!canGoBack} onClick={session.back} />
      <Next />
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        label={text(isPlaying ? 'transport-pause' : 'transport-play')}
        keys={text('key-space')}
        disabled={!canGoOn && !isPlaying}
        onClick={isPlaying ? session.pause : session.play}
      />
      <IconButton
        className="transport-far"
        icon="end"
        label={text('transport-to-end')}
        keys="End"
        disabled={!canGoOn}
        onClick={session.toEnd}
      />
    </section>
  );
}

function Next() {
  const session = usePlayer(wholeSession);
  const text = useText();
  const { nextText } = transportOf(session, useLang());
  return (
    <Button tone="main" className="transport-next" title="→" disabled={nextText === null} onClick={session.next}>
      <span>
        <b>{text(nextText === null ? 'transport-rest' : 'transport-next')}</b>
        <span className="transport-next-text">{nextText ?? text('transport-rest-text')}</span>
      </span>
      {nextText === null ? null : <Icon name="forward" size={18} />}
    </Button>
  );
}
