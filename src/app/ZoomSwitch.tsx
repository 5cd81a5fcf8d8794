import { hasProtocolText, protocolText } from '../i18n/text.ts';
import { useLang, useExplorerText } from '../i18n/useText.ts';
import { withRest } from '../player/rest.ts';
import { protocolOf } from '../player/selectors.ts';
import type { Session } from '../player/session.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import type { Zoom } from '../protocols/protocol.ts';
import { Segmented } from '../ui/Segmented.tsx';

const zoomOf = ({ zoom }: Session): Session['zoom'] => zoom;
const setZoomOf = ({ setZoom }: Session): Session['setZoom'] => setZoom;

/** Two pictures of one model: the textbook's, and what the product really does. */
export function ZoomSwitch({ isShort = false }: { readonly isShort?: boolean }) {
  const zoom = usePlayer(zoomOf);
  const setZoom = usePlayer(setZoomOf);
  const text = useExplorerText();
  const protocol = usePlayer(protocolOf);
  const { id } = protocol;
  const lang = useLang();
  const ownName = hasProtocolText(lang, id, 'zoom-internals') ? protocolText(lang, id, 'zoom-internals') : null;
  const internals = text('zoom-internals');
  const change = (wanted: Zoom): void => withRest(lang, protocol, () => setZoom(wanted));
  const options = [
    { value: 'concept', label: text('zoom-concept') },
    { value: 'internals', label: isShort ? internals : (ownName ?? internals), title: ownName ?? internals },
  ] as const;
  return <Segmented label={text('zoom-title')} options={options} value={zoom} onChange={change} />;
}
