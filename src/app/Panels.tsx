import { lazy, Suspense, useState } from 'react';
import { useText } from '../i18n/useText.ts';
import type { View } from '../player/opening.ts';
import { Tabs, type Tab } from '../ui/Tabs.tsx';
import { Happened } from '../views/happened/Happened.tsx';
import { Story } from '../views/story/Story.tsx';

const Actions = lazy(async () => ({ default: (await import('../views/actions/Actions.tsx')).Actions }));
const State = lazy(async () => ({ default: (await import('../views/state/State.tsx')).State }));
const WhyNot = lazy(async () => ({ default: (await import('../views/whynot/WhyNot.tsx')).WhyNot }));

interface PanelsProps {
  readonly view: View;
  /** Where the steps are not a column of their own, they are the first panel. */
  readonly hasSteps: boolean;
}

/** What the reader asked to see, below the ledger. */
export function Panels({ view, hasSteps }: PanelsProps) {
  const text = useText();
  const [selected, setSelected] = useState<View>(view);
  const tabs: readonly Tab<View>[] = VIEWS.filter((id) => hasSteps || id !== 'steps').map((id) => ({
    id,
    label: text(`tab-${id}`),
  }));
  const shown = tabs.some(({ id }) => id === selected) ? selected : 'happened';
  return (
    <Tabs label={text('tabs-title')} tabs={tabs} selected={shown} onSelect={setSelected}>
      <Suspense>{panelOf(shown)}</Suspense>
    </Tabs>
  );
}

const VIEWS: readonly View[] = ['steps', 'happened', 'actions', 'state', 'whynot'];

function panelOf(view: View) {
  switch (view) {
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
