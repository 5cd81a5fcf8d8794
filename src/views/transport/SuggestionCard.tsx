import { useLang } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { strike } from '../../player/goOn.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Button } from '../../ui/Button.tsx';
import { wholeSession } from '../wholeSession.ts';
import './Suggestion.css';
import { suggestionsOf } from './suggestionModel.ts';

/** After the first run that went well: what could have gone wrong, played in the reader's own run. */
export function SuggestionCard() {
  const session = usePlayer(wholeSession);
  const text = useTopic('panels');
  const [first, ...others] = suggestionsOf(session, useLang());
  if (first === undefined) return null;
  return (
    <aside className="suggestion">
      <p>
        <b>{text('suggestion-text', { question: first.question })}</b> {text('suggestion-kept', { position: first.at })}
      </p>
      <ul>
        {[first, ...others].map((suggestion) => (
          <li key={suggestion.kind}>
            <Button
              icon={suggestion.step.kind === 'drop' ? 'cross' : 'bolt'}
              onClick={() => strike(session, suggestion)}
            >
              {suggestion === first ? text('suggestion-open') : suggestion.question}
            </Button>
          </li>
        ))}
        <li className="suggestion-leave">
          <Button tone="quiet" onClick={session.leaveOffers}>
            {text('suggestion-leave')}
          </Button>
        </li>
      </ul>
    </aside>
  );
}
