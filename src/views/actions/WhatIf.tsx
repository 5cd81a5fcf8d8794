import { Suspense, use, useMemo } from 'react';
import { stepLabel } from '../../i18n/stepLabel.ts';
import { useLang, useExplorerText } from '../../i18n/useText.ts';
import { runOn, waitOn } from '../../player/runOn.ts';
import { waitingStep } from '../../player/leading.ts';
import { bringRest, takeStep } from '../../player/rest.ts';
import { isAtEnd, nextOf, protocolOf, timelineOf } from '../../player/selectors.ts';
import type { Session } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Button } from '../../ui/Button.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { wholeSession } from '../wholeSession.ts';
import { groupOf, sensibleActions, type EnabledAction } from './actionsModel.ts';
import './WhatIf.css';

/** The few things that make sense right now besides Next: another decision, or a failure just here. */
export function WhatIf() {
  const session = usePlayer(wholeSession);
  const text = useExplorerText();
  const actions = useMemo(() => sensibleActions(session), [session]);
  const ways = useMemo(() => waysOn(session), [session]);
  return (
    <section className="whatif" aria-labelledby="whatif-title" hidden={actions.length + ways.length === 0}>
      <h2 id="whatif-title">{text('whatif-title')}</h2>
      <Suspense>
        <ul>
          {actions.map((action) => (
            <Offer key={action.id} action={action} onTake={() => takeStep(session, action.step)} />
          ))}
          {ways.map(({ key, icon, go }) => (
            <li key={key}>
              <Button icon={icon} onClick={() => go(session)}>
                {text(key)}
              </Button>
            </li>
          ))}
        </ul>
      </Suspense>
    </section>
  );
}

interface OfferProps {
  readonly action: EnabledAction;
  readonly onTake: () => void;
}

function Offer({ action, onTake }: OfferProps) {
  const lang = useLang();
  const text = useExplorerText();
  const protocol = usePlayer(protocolOf);
  const group = groupOf(action);
  // The words for what few runs do are waited for, should they not be there yet.
  if (group === 'faults' || group === 'repairs') bringRest(lang, protocol).forEach(use);
  // What is dropped or duplicated here is always the message of the Next button, so it need not be named again.
  const { step } = action;
  const isNamed = step.kind !== 'drop' && step.kind !== 'duplicate';
  return (
    <li>
      <Button tone={action.tone === 'danger' ? 'danger' : 'plain'} icon={iconOf(action)} onClick={onTake}>
        {isNamed ? stepLabel(lang, protocol, step) : text(`whatif-${step.kind}`)}
      </Button>
    </li>
  );
}

interface Way {
  readonly key: 'whatif-wait' | 'whatif-run-on';
  readonly icon: IconName;
  readonly go: (session: Session) => void;
}

/** Where the run has no end yet: to leave down what Next would restart, or to let it all happen. */
function waysOn(session: Session): readonly Way[] {
  if (!isAtEnd(session) || session.cursor === 0 || nextOf(session) === null) return [];
  const waiting: Way = { key: 'whatif-wait', icon: 'clock', go: waitOn };
  const running: Way = { key: 'whatif-run-on', icon: 'play', go: runOn };
  return waitingStep(timelineOf(session)) === null ? [running] : [waiting, running];
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
