/** The panels that a reader can open beside the stage, in the order of the rail. A new one is a folder here and an entry. */
import type { ComponentType } from 'react';
import type { ExplorerKey } from '../i18n/book.ts';
import type { IconName } from '../ui/Icon.tsx';
import { onDemand, type OnDemand } from './part/onDemand.tsx';
import type { Layout } from './frame/useLayout.ts';
import { Timeline } from './sequence/Timeline.tsx';
import { Story } from './story/Story.tsx';

export interface Panel {
  /** Also the word behind `view=` in an address. */
  readonly id: string;
  readonly title: ExplorerKey;
  readonly icon: IconName;
  readonly Content: ComponentType | OnDemand<object>;
  /** Where the page shows it anyway, and it is no panel. */
  readonly standsIn?: readonly Layout[];
  /** It tells of a question of its own, not of the step that is shown, and does not wait until that is painted. */
  readonly isOwn?: boolean;
  /** It needs about as much room as the stage: the list of steps is folded while it is open. */
  readonly isBroad?: boolean;
}

export const PANELS: readonly Panel[] = [
  {
    id: 'ledger',
    title: 'ledger-title',
    icon: 'table',
    Content: onDemand(() => import('./ledger/Ledger.tsx'), 'Ledger'),
  },
  { id: 'steps', title: 'tab-steps', icon: 'steps', Content: Story, standsIn: ['wide'] },
  { id: 'timeline', title: 'tab-timeline', icon: 'timeline', Content: Timeline, standsIn: ['wide', 'medium', 'small'] },
  {
    id: 'happened',
    title: 'tab-happened',
    icon: 'log',
    Content: onDemand(() => import('./happened/Happened.tsx'), 'Happened'),
  },
  {
    id: 'actions',
    title: 'tab-actions',
    icon: 'bolt',
    Content: onDemand(() => import('./actions/Actions.tsx'), 'Actions'),
  },
  {
    id: 'state',
    title: 'tab-state',
    icon: 'state',
    isBroad: true,
    Content: onDemand(() => import('./state/State.tsx'), 'State'),
  },
  {
    id: 'code',
    title: 'tab-code',
    icon: 'code',
    isBroad: true,
    Content: onDemand(() => import('./code/Code.tsx'), 'Code'),
  },
  {
    id: 'knows',
    title: 'tab-knows',
    icon: 'people',
    isBroad: true,
    Content: onDemand(() => import('./knows/Knows.tsx'), 'Knows'),
  },
  {
    id: 'whynot',
    title: 'tab-whynot',
    icon: 'question',
    Content: onDemand(() => import('./whynot/WhyNot.tsx'), 'WhyNot'),
  },
  {
    id: 'verify',
    title: 'tab-verify',
    icon: 'shield',
    Content: onDemand(() => import('./verify/Verify.tsx'), 'Verify'),
    isOwn: true,
  },
];
