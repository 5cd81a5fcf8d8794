import { hasProtocolText, protocolText } from '../i18n/text.ts';
import { useLang, useText } from '../i18n/useText.ts';
import { protocolOf } from '../player/selectors.ts';
import type { Session } from '../player/session.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { Segmented } from '../ui/Segmented.tsx';

const zoomOf = ({ zoom }: Session): Session['zoom'] => zoom;
const setZoomOf = ({ setZoom }: Session): Session['setZoom'] => setZoom;

/** Two pictures of one model: the textbook's, and what the product really does. */
export function ZoomSwitch({ isShort = false }: { readonly isShort?: boolean }) {
  const zoom = usePlayer(zoomOf);
  const setZoom = usePlayer(setZoomOf);
  const text = useText();
  const { id } = usePlayer(protocolOf);
  const lang = useLang();
  const ownName = hasProtocolText(lang, id, 'zoom-internals') ? protocolText(lang, id, 'zoom-internals') : null;
  const internals = text('zoom-internals');
  const options = [
    { value: 'concept', label: text('zoom-concept') },
    { value: 'internals', label: isShort ? internals : (ownName ?? internals), title: ownName ?? internals },
  ] as const;
  return <Segmented label={text('zoom-title')} options={options} value={zoom} onChange={setZoom} />;
}
