import { useText } from '../i18n/useText.ts';
import { useTopic } from '../i18n/useTopic.ts';
import type { Session } from '../player/session.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { pageIds, pageIn, type PageId } from '../scenario/pages.ts';
import './PageLinks.css';

const shownOf = ({ page }: Session): PageId | null => pageIn(page ?? '');

/** The pages beside the explorer, each with what it is for. */
export function PageLinks({ onFollow }: { readonly onFollow: () => void }) {
  const text = useText();
  const about = useTopic('pages');
  const shown = usePlayer(shownOf);
  return (
    <nav className="page-links" aria-label={text('header-more')}>
      {pageIds.map((id) => (
        <a key={id} href={`#v1/${id}`} aria-current={id === shown ? 'page' : undefined} onClick={onFollow}>
          <b>{text(`page-${id}-title`)}</b>
          <span>{about(`page-${id}-about`)}</span>
        </a>
      ))}
    </nav>
  );
}
