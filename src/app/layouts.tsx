/** Three compositions of the same views, by the width of the window. The order in the document is the order to read. */
import { AfterPaint } from '../player/AfterPaint.tsx';
import { Later } from '../ui/Later.tsx';
import { WhatIf } from '../views/actions/WhatIf.tsx';
import { Diagram } from '../views/diagram/Diagram.tsx';
import { Ledger } from '../views/ledger/Ledger.tsx';
import { Story } from '../views/story/Story.tsx';
import { StoryBar } from '../views/story/StoryBar.tsx';
import { Suggestion } from '../views/transport/Suggestion.tsx';
import { Transport } from '../views/transport/Transport.tsx';
import { TransportExtras } from '../views/transport/TransportExtras.tsx';
import './layouts.css';
import { Panels } from './Panels.tsx';
import { Sentence } from './Sentence.tsx';
import { StagePane } from './StagePane.tsx';
import { Timeline } from './Timeline.tsx';
import { ZoomSwitch } from './ZoomSwitch.tsx';

interface LayoutProps {
  readonly onOpen: (id: string) => void;
}

export function WideLayout({ onOpen }: LayoutProps) {
  return (
    <>
      <div className="pane-story">
        <AfterPaint>
          <Story />
        </AfterPaint>
      </div>
      <StagePane hasZoom>
        <Offers onOpen={onOpen} />
      </StagePane>
      <div className="pane-side">
        <Ledger />
        <Panels hasSteps={false} />
      </div>
      <Bar />
      <Timeline />
    </>
  );
}

export function MediumLayout({ onOpen }: LayoutProps) {
  return (
    <>
      <div className="pane-progress">
        <AfterPaint>
          <StoryBar />
        </AfterPaint>
        <ZoomSwitch />
      </div>
      <StagePane hasZoom={false}>
        <Offers onOpen={onOpen} />
      </StagePane>
      <div className="pane-side">
        <Ledger />
        <Panels hasSteps />
      </div>
      <Bar />
      <Timeline />
    </>
  );
}

export function SmallLayout({ onOpen }: LayoutProps) {
  return (
    <>
      <div className="pane-scroll">
        <div className="pane-progress">
          <AfterPaint>
            <StoryBar />
          </AfterPaint>
          <ZoomSwitch isShort />
        </div>
        <Diagram />
        <Later>
          <Offers onOpen={onOpen} />
          <Ledger />
          <Later>
            <div className="pane-panels">
              <Panels hasSteps />
            </div>
            <Timeline />
          </Later>
        </Later>
      </div>
      <div className="pane-thumb">
        <Sentence />
        <Transport />
      </div>
    </>
  );
}

function Offers({ onOpen }: LayoutProps) {
  return (
    <AfterPaint>
      <Suggestion onOpen={onOpen} />
      <WhatIf />
    </AfterPaint>
  );
}

function Bar() {
  return (
    <div className="pane-transport">
      <Transport />
      <Sentence />
      <TransportExtras />
    </div>
  );
}
