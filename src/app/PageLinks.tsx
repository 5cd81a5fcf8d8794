import { useExplorerText } from '../i18n/useText.ts';
import { useTopic } from '../i18n/useTopic.ts';
import { pageIdOf } from '../player/selectors.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { pageIds } from '../scenario/pages.ts';
import { Button } from '../ui/Button.tsx';
import './PageLinks.css';
import { present } from './presenting.ts';
import { versioned } from '../scenario/versions.ts';

/** The pages beside the explorer, each with what it is for. */
export function PageLinks({ onFollow }: { readonly onFollow: () => void }) {
  const text = useExplorerText();
  const about = useTopic('pages');
  const panels = useTopic('panels');
  const shown = usePlayer(pageIdOf);
  return (
    <nav className="page-links" aria-label={text('header-more')}>
      {pageIds.map((id) => (
        <a key={id} href={`#${versioned(id)}`} aria-current={id === shown ? 'page' : undefined} onClick={onFollow}>
          <b>{text(`page-${id}-title`)}</b>
          <span>{about(`page-${id}-about`)}</span>
        </a>
      ))}
      {shown === null ? (
        <Button
          tone="quiet"
          onClick={() => {
            onFollow();
            present(true);
          }}
        >
          {panels('help-present')} (F)
        </Button>
      ) : null}
    </nav>
  );
}
