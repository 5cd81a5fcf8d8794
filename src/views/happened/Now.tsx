import { useLang, useText } from '../../i18n/useText.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { storyOf } from '../story/storyModel.ts';
import { wholeSession } from '../wholeSession.ts';
import { happenedOf } from './happenedModel.ts';
import './Now.css';

/** The current sentence with the number of the stage that it belongs to. */
export function Now() {
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const text = useText();
  const { headline } = happenedOf(session, lang);
  const { stages } = storyOf(session, lang);
  const current = stages.find(({ status }) => status === 'current') ?? null;
  return (
    <section className="now" aria-label={text('now-title')}>
      {current === null ? null : (
        <h2>
          <span className="now-number" aria-hidden="true">
            {current.number}
          </span>
          {current.title}
        </h2>
      )}
      <p>{headline}</p>
    </section>
  );
}
