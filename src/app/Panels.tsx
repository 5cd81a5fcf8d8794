import { Suspense } from 'react';
import { useExplorerText } from '../i18n/useText.ts';
import { AfterPaint } from '../player/AfterPaint.tsx';
import type { Session } from '../player/session.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Rail, tabId } from '../ui/Rail.tsx';
import { useLayout, type Layout } from '../views/frame/useLayout.ts';
import { PANELS, type Panel } from '../views/panels.ts';
import './Panels.css';

const PANEL_ID = 'panel';

const panelIn = ({ panel }: Session): Session['panel'] => panel;
const openPanelOf = ({ openPanel }: Session): Session['openPanel'] => openPanel;

/** The panels that this layout has, and the one that is open. */
export function usePanels(): { readonly panels: readonly Panel[]; readonly open: Panel | null } {
  const layout = useLayout();
  const asked = usePlayer(panelIn);
  const panels = panelsIn(layout);
  return { panels, open: panels.find(({ id }) => id === asked) ?? null };
}

function panelsIn(layout: Layout): readonly Panel[] {
  return PANELS.filter(({ standsIn }) => standsIn?.includes(layout) !== true);
}

/** All panels by their names. */
export function PanelRail({ shape }: { readonly shape: 'rail' | 'bar' | 'grid' }) {
  const text = useExplorerText();
  const openPanel = usePlayer(openPanelOf);
  const { panels, open } = usePanels();
  const items = panels.map(({ id, title, icon }) => ({ id, icon, label: text(title) }));
  return (
    <Rail
      label={text('tabs-title')}
      items={items}
      selected={open?.id ?? null}
      onSelect={openPanel}
      panelId={PANEL_ID}
      shape={shape}
    />
  );
}

interface OpenPanelProps {
  readonly panel: Panel;
  /** Brings the names of all panels back, where they go out of the way with what is read. */
  readonly onNames?: (() => void) | undefined;
}

/** What the reader asked to see, under its name and with a way to close it. */
export function OpenPanel({ panel: { id, title, Content, isOwn }, onNames }: OpenPanelProps) {
  const text = useExplorerText();
  const openPanel = usePlayer(openPanelOf);
  const name = text(title);
  return (
    <div key={id} className="panel">
      <header className="panel-head">
        <h2>{name}</h2>
        {onNames === undefined ? null : (
          <IconButton className="panel-names" icon="panels" label={text('tabs-title')} onClick={onNames} />
        )}
        <IconButton icon="cross" label={text('panels-close', { panel: name })} onClick={() => openPanel(null)} />
      </header>
      <div
        className="panel-content"
        role="tabpanel"
        id={PANEL_ID}
        aria-labelledby={tabId(PANEL_ID, id)}
        tabIndex={0}
        key={id}
      >
        <Suspense>
          {isOwn === true ? (
            <Content />
          ) : (
            <AfterPaint>
              <Content />
            </AfterPaint>
          )}
        </Suspense>
      </div>
    </div>
  );
}
