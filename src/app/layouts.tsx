/** Compositions of the same views, by the size of the window. The order in the document is the order to read. */
import { AfterPaint } from '../player/AfterPaint.tsx';
import type { Layout } from '../views/frame/useLayout.ts';
import { LedgerStrip } from '../views/ledger/LedgerStrip.tsx';
import { Timeline } from '../views/sequence/Timeline.tsx';
import { Story } from '../views/story/Story.tsx';
import { Transport } from '../views/transport/Transport.tsx';
import { TransportExtras } from '../views/transport/TransportExtras.tsx';
import { HandLayout } from './HandLayout.tsx';
import './layouts.css';
import { Offers } from './Offers.tsx';
import { OpenPanel, PanelRail, usePanels } from './Panels.tsx';
import { Progress } from './Progress.tsx';
import { Sentence } from './Sentence.tsx';
import { StagePane } from './StagePane.tsx';

export interface LayoutProps {
  readonly layout: Layout;
}

export function Layouts(props: LayoutProps) {
  switch (props.layout) {
    case 'wide':
    case 'medium':
      return <DeskLayout {...props} />;
    case 'small':
    case 'low':
      return <HandLayout {...props} />;
  }
}

/** The steps as a list where there is room, else as a bar; the panels on a rail at the right. */
function DeskLayout({ layout }: LayoutProps) {
  const { open } = usePanels();
  const hasStory = layout === 'wide' && open?.isBroad !== true;
  return (
    <>
      {hasStory ? (
        <div className="pane-story">
          <AfterPaint>
            <Story />
          </AfterPaint>
        </div>
      ) : (
        <Progress />
      )}
      <StagePane hasZoom={hasStory}>
        <Offers />
      </StagePane>
      {open === null ? null : (
        <div className="pane-side">
          <OpenPanel panel={open} />
        </div>
      )}
      <div className="pane-rail">
        <PanelRail shape="rail" />
      </div>
      <div className="pane-transport">
        <Transport />
        <LedgerStrip />
        <Sentence />
        <TransportExtras />
      </div>
      <Timeline />
    </>
  );
}
