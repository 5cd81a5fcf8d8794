import { useLang, useText } from '../../i18n/useText.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { useRunPlayback } from '../../player/usePlayback.ts';
import { wholeSession } from '../wholeSession.ts';
import { TransportBar } from './TransportBar.tsx';
import { nextTextOf } from './transportModel.ts';

/** Plays the session's run. */
export function Transport() {
  const session = usePlayer(wholeSession);
  const text = useText();
  const nextText = nextTextOf(session, useLang());
  return <TransportBar playback={useRunPlayback()} nextText={nextText} restText={text('transport-rest-text')} />;
}
