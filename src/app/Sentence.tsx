import { useLang, useText } from '../i18n/useText.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { happenedOf } from '../views/happened/happenedModel.ts';
import { wholeSession } from '../views/wholeSession.ts';

/** The current sentence beside the one big button. */
export function Sentence() {
  const session = usePlayer(wholeSession);
  const text = useText();
  const { headline } = happenedOf(session, useLang());
  const { cursor, steps } = session;
  return (
    <p className="sentence">
      {cursor > 0 ? <small>{text('transport-position', { position: cursor, length: steps.length })}</small> : null}
      <span>{headline}</span>
    </p>
  );
}
