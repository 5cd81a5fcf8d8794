import { useMemo } from 'react';
import { stepLabel } from '../../i18n/stepLabel.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { protocolOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Button } from '../../ui/Button.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { wholeSession } from '../wholeSession.ts';
import { sensibleActions, type EnabledAction } from './actionsModel.ts';
import './WhatIf.css';

/** The few things that make sense right now besides Next: another decision, or a failure just here. */
export function WhatIf() {
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const text = useText();
  const protocol = protocolOf(session);
  const actions = useMemo(() => sensibleActions(session), [session]);
  // What is dropped or duplicated here is always the message of the Next button, so it need not be named again.
  const labelOf = ({ step }: EnabledAction): string =>
    step.kind === 'drop' || step.kind === 'duplicate' ? text(`whatif-${step.kind}`) : stepLabel(lang, protocol, step);
  return (
    <section className="whatif" aria-labelledby="whatif-title" hidden={actions.length === 0}>
      <h2 id="whatif-title">{text('whatif-title')}</h2>
      <ul>
        {actions.map((action) => (
          <li key={action.id}>
            <Button
              tone={action.tone === 'danger' ? 'danger' : 'plain'}
              icon={iconOf(action)}
              onClick={() => session.act(action.step)}
            >
              {labelOf(action)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function iconOf({ step }: EnabledAction): IconName {
  switch (step.kind) {
    case 'deliver':
      return 'forward';
    case 'drop':
      return 'cross';
    case 'duplicate':
      return 'copies';
    case 'fire':
      return 'clock';
    case 'choose':
      return 'branch';
    case 'crash':
      return 'bolt';
    case 'restart':
      return 'restart';
  }
}
