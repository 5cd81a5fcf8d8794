import { lazy, Suspense } from 'react';
import { useText } from '../i18n/useText.ts';
import { PANELS, type Panel, type Session } from '../player/session.ts';
import { AfterPaint } from '../player/AfterPaint.tsx';
import { usePlayer } from '../player/usePlayer.tsx';
import { Tabs, type Tab } from '../ui/Tabs.tsx';
import { Happened } from '../views/happened/Happened.tsx';
import { Story } from '../views/story/Story.tsx';

const Actions = lazy(async () => ({ default: (await import('../views/actions/Actions.tsx')).Actions }));
const State = lazy(async () => ({ default: (await import('../views/state/State.tsx')).State }));
const WhyNot = lazy(async () => ({ default: (await import('../views/whynot/WhyNot.tsx')).WhyNot }));
const Verify = lazy(async () => ({ default: (await import('../views/verify/Verify.tsx')).Verify }));

interface PanelsProps {
  /** Where the steps are not a column of their own, they are the first panel. */
  readonly hasSteps: boolean;
}

const panelIn = ({ panel }: Session): Panel => panel;
const openPanelOf = ({ openPanel }: Session): Session['openPanel'] => openPanel;

/** What the reader asked to see, below the ledger. */
export function Panels({ hasSteps }: PanelsProps) {
  const text = useText();
  const selected = usePlayer(panelIn);
  const openPanel = usePlayer(openPanelOf);
  const tabs: readonly Tab<Panel>[] = PANELS.filter((id) => hasSteps || id !== 'steps').map((id) => ({
    id,
    label: text(`tab-${id}`),
  }));
  const shown = tabs.some(({ id }) => id === selected) ? selected : 'happened';
  return (
    <Tabs label={text('tabs-title')} tabs={tabs} selected={shown} onSelect={openPanel}>
      <Suspense>{shown === 'verify' ? <Verify /> : <AfterPaint>{contentOf(shown)}</AfterPaint>}</Suspense>
    </Tabs>
  );
}

/** What is told about the step that is shown. */
function contentOf(panel: Exclude<Panel, 'verify'>) {
  switch (panel) {
    case 'steps':
      return <Story />;
    case 'happened':
      return <Happened />;
    case 'actions':
      return <Actions />;
    case 'state':
      return <State />;
    case 'whynot':
      return <WhyNot />;
  }
}
