import { useText } from '../../i18n/useText.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Button } from '../../ui/Button.tsx';
import './Suggestion.css';
import { suggestionOf } from './suggestionModel.ts';

/** After the first clean run: the first catastrophe, offered beside the button that has nothing left to do. */
export function Suggestion({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const offered = usePlayer(suggestionOf);
  const text = useText();
  if (offered === null) return null;
  return (
    <aside className="suggestion">
      <p>{text('suggestion-text')}</p>
      <Button tone="main" icon="bolt" onClick={() => onOpen(offered)}>
        {text('suggestion-open')}
      </Button>
    </aside>
  );
}
