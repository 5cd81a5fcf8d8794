import { Suspense, useState } from 'react';
import { useExplorerText } from '../i18n/useText.ts';
import './Help.css';
import { onDemand } from '../views/part/onDemand.tsx';

const HelpKeys = onDemand(() => import('./HelpKeys.tsx'), 'HelpKeys');

const HELP_ID = 'help';

export function toggleHelp(): void {
  document.getElementById(HELP_ID)?.togglePopover();
}

/** The keys, in a corner. Not a dialog: the focus stays in the explorer, where the keys work. */
export function Help() {
  const text = useExplorerText();
  const [isOpen, setOpen] = useState(false);
  return (
    <aside
      id={HELP_ID}
      popover="auto"
      className="help"
      aria-label={text('help-title')}
      onToggle={({ newState }) => setOpen(newState === 'open')}
    >
      <h2 className="panel-title">{text('help-title')}</h2>
      {isOpen ? (
        <Suspense>
          <HelpKeys />
        </Suspense>
      ) : null}
    </aside>
  );
}
