import { useExplorerText } from '../i18n/useText.ts';
import type { Session } from '../player/session.ts';
import { usePlayer, usePlayerStore } from '../player/usePlayer.tsx';
import { protocolIds, type ProtocolId } from '../protocols/loaders.ts';
import { cleanScenario } from '../scenario/library.ts';
import { makeReady } from '../views/frame/arriving.ts';
import './ProtocolTabs.css';
import { versioned } from '../scenario/versions.ts';

const shownOf = ({ protocol, page }: Session): string | null => (page === null ? protocol : null);

/** The protocols of the page; one is loaded when it is opened. */
export function ProtocolTabs() {
  const store = usePlayerStore();
  const current = usePlayer(shownOf);
  const text = useExplorerText();
  const open = async (id: ProtocolId): Promise<void> => {
    await makeReady(store, versioned(id));
    const { protocols, openScenario } = store.getState();
    const protocol = protocols.find((known) => known.id === id);
    if (protocol === undefined) return;
    openScenario(cleanScenario(protocol));
  };
  return (
    <nav className="protocol-tabs" aria-label={text('page-protocols')}>
      {protocolIds.map((id) => (
        <button key={id} type="button" aria-current={id === current ? 'page' : undefined} onClick={() => void open(id)}>
          {text(`protocol-${id}`)}
        </button>
      ))}
    </nav>
  );
}
