import { useEffect, useState } from 'react';
import { atMostEvery } from '../../player/pace.ts';
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
      if (!isSame && (!state.isPlaying || isDue())) setSpoken(happenedOf(state, state.lang).headline);
    });
  }, [store]);
  return <Status text={spoken} />;
}
