import { useLang, useText } from '../i18n/useText.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { widthOf, type Font } from '../scene/textWidth.ts';
import { happenedOf } from '../views/happened/happenedModel.ts';
import { wholeSession } from '../views/wholeSession.ts';

const READ: Font = { size: 15, weight: 'normal', family: 'text' };
/** In CSS pixels; what is wider would not stay in three lines beside the verdict. */
const LONG = 700;

/** The current sentence beside the one big button. */
export function Sentence() {
  const session = usePlayer(wholeSession);
  const text = useText();
  const { headline } = happenedOf(session, useLang());
  const { cursor, steps } = session;
  return (
    <p className="sentence" data-long={widthOf(headline, READ) > LONG ? '' : undefined}>
      {cursor > 0 ? <small>{text('transport-position', { position: cursor, length: steps.length })}</small> : null}
      <span>{headline}</span>
    </p>
  );
}
