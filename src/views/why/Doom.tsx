import { use } from 'react';
import { stepsOf } from '../../engine/timeline.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { protocolOf, timelineOf } from '../../player/selectors.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { whyFor } from '../../player/why.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { besideHref } from './whyModel.ts';

/** From the verdict to the step that made it sure, and to the nearest run that ends well, side by side. */
export function Doom() {
  const text = useTopic('why');
  const protocol = usePlayer(protocolOf);
  const timeline = usePlayer(timelineOf);
  const { goTo } = usePlayerStore().getState();
  const why = use(whyFor(protocol.id, timeline));
  if (why === null) return null;
  const { doomedAt } = why;
  const { settings } = timeline.engine.model;
  const href = besideHref({ protocol, settings, steps: stepsOf(timeline) }, why);
  return (
    <p className="ledger-doom">
      {doomedAt === null ? null : (
        <Button tone="quiet" onClick={() => goTo(doomedAt)}>
          {text('why-doomed-at', { step: doomedAt })}
        </Button>
      )}
      {href === null ? null : (
        <LinkButton tone="quiet" href={href}>
          {text('why-nearest')}
        </LinkButton>
      )}
    </p>
  );
}
