import { useRef, useState } from 'react';
import { useExplorerText } from '../i18n/useText.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { Button } from '../ui/Button.tsx';
import { Later } from '../ui/Later.tsx';
import { useMedia } from '../ui/useMedia.ts';
import { Diagram } from '../views/diagram/Diagram.tsx';
import { LedgerStrip } from '../views/ledger/LedgerStrip.tsx';
import { Timeline } from '../views/sequence/Timeline.tsx';
import { Transport } from '../views/transport/Transport.tsx';
import './HandLayout.css';
import type { LayoutProps } from './layouts.tsx';
import { Offers } from './Offers.tsx';
import { OpenPanel, PanelRail, usePanels } from './Panels.tsx';
import { Progress } from './Progress.tsx';
import { Sentence } from './Sentence.tsx';
import { ZoomSwitch } from './ZoomSwitch.tsx';

/** Where all panels have room for their names beside each other. */
const BAR = '(width >= 600px) and (width < 900px) and (height >= 680px)';

/**
 * For what is held in the hand: the stage above a fixed block, or beside it where the window is low. A panel is a sheet over
 * the stage, so that what happens, its verdict and Next stay in reach.
 */
export function HandLayout({ layout }: LayoutProps) {
  const { open } = usePanels();
  const hasBar = useMedia(BAR);
  const isLow = layout === 'low';
  const [stage] = useState(() => Promise.withResolvers<void>());
  return (
    <>
      <div className="hand-view">
        <div className="pane-scroll">
          <Progress isShort hasZoom={!isLow} />
          <div className="hand-stage">
            <Diagram onDrawn={stage.resolve} />
          </div>
          {isLow ? null : (
            <Later after={stage.promise}>
              <Offers />
              <Later>
                <Timeline />
              </Later>
            </Later>
          )}
        </div>
        {open === null ? null : <Sheet hasRail={!hasBar} />}
      </div>
      <div className="hand-block">
        <div className="hand-told">
          <Sentence />
          <LedgerStrip />
          {isLow ? (
            <>
              <div className="hand-tools">
                <ZoomSwitch isShort />
                <PanelsButton />
              </div>
              <Offers />
            </>
          ) : null}
        </div>
        <div className="hand-thumb">
          <Transport />
          {hasBar || isLow ? null : <PanelsButton />}
        </div>
        {hasBar ? <PanelRail shape="bar" /> : null}
      </div>
    </>
  );
}

/** Scrolls as a whole: the names of the panels go out of the way, and what is open has all of it. */
function Sheet({ hasRail }: { readonly hasRail: boolean }) {
  const { open } = usePanels();
  const sheet = useRef<HTMLDivElement>(null);
  const showNames = (): void => {
    sheet.current?.scrollTo({ top: 0 });
    sheet.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true });
  };
  return (
    <div className="hand-sheet" ref={sheet}>
      {hasRail ? <PanelRail shape="grid" /> : null}
      {open === null ? null : <OpenPanel panel={open} onNames={hasRail ? showNames : undefined} />}
    </div>
  );
}

/** Opens the sheet with the panel that was open last, and closes it. */
function PanelsButton() {
  const text = useExplorerText();
  const openPanel = usePlayer(({ openPanel: take }) => take);
  const { panels, open } = usePanels();
  const [last, setLast] = useState<string | null>(null);
  if (open !== null && open.id !== last) setLast(open.id);
  return (
    <Button
      className="hand-panels"
      icon="panels"
      aria-expanded={open !== null}
      onClick={() => openPanel(open === null ? (last ?? panels[0]?.id ?? null) : null)}
    >
      {text('panels-open')}
    </Button>
  );
}
