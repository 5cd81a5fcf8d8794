import { useText } from '../i18n/useText.ts';
import { pageIds } from '../scenario/pages.ts';
import './PageLinks.css';

/** The pages beside the explorer, each with what it is for. */
export function PageLinks({ onFollow }: { readonly onFollow: () => void }) {
  const text = useText();
  return (
    <nav className="page-links" aria-label={text('header-more')}>
      {pageIds.map((id) => (
        <a key={id} href={`#v1/${id}`} onClick={onFollow}>
          <b>{text(`page-${id}-title`)}</b>
          <span>{text(`page-${id}-about`)}</span>
        </a>
      ))}
    </nav>
  );
}
