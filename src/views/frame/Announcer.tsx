import { useEffect, useState } from 'react';
import { atMostEvery } from '../../player/pace.ts';
import { pageText } from '../../i18n/text.ts';
import { ledgerOf } from '../../player/selectors.ts';
import type { Session } from '../../player/session.ts';
import { orderNumber } from '../ledger/verdictLook.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { Status } from '../../ui/Status.tsx';
import { happenedOf } from '../happened/happenedModel.ts';

/** While playing, a sentence would be cut off by the next one sooner than that. */
const AUTOPLAY_INTERVAL_MS = 5_000;

/** Speaks one polite sentence for every step that the reader takes, and fewer while the run plays by itself. */
export function Announcer() {
  const store = usePlayerStore();
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const isDue = atMostEvery(AUTOPLAY_INTERVAL_MS);
    return store.subscribe((state, before) => {
      const isSame =
        state.cursor === before.cursor && state.steps === before.steps && state.isPlaying === before.isPlaying;
      if (!isSame && (!state.isPlaying || isDue())) setSpoken(spokenOf(state, before));
    });
  }, [store]);
  return <Status text={spoken} />;
}

/** The sentence of the step, and the verdicts that it changed. */
function spokenOf(state: Session, before: Session): string {
  const known = new Map(ledgerOf(before).map(({ order, verdict }) => [order, verdict]));
  const changed = ledgerOf(state).filter(({ order, verdict }) => known.get(order) !== verdict);
  const verdicts = changed.map(
    ({ order, verdict }) =>
      `${pageText(state.lang, 'ledger-order', { order: orderNumber(order) })}: ${pageText(state.lang, `verdict-${verdict}`)}.`,
  );
  return [happenedOf(state, state.lang).headline, ...verdicts].join(' ');
}
