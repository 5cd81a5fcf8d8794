import { useEffect } from 'react';
import { useText } from '../i18n/useText.ts';
import { useTopic } from '../i18n/useTopic.ts';
import { goOn } from '../player/goOn.ts';
import { usePlayerStore } from '../player/usePlayer.tsx';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Diagram } from '../views/diagram/Diagram.tsx';
import { key, listenToKeys } from '../views/frame/keys.ts';
import { LedgerStrip } from '../views/ledger/LedgerStrip.tsx';
import css from './Present.css?inline';
import { present } from './presenting.ts';
import { Progress } from './Progress.tsx';
import { Sentence } from './Sentence.tsx';

/** The run for a room: full screen where the browser has that, large letters, nothing beside it, and keys of a clicker. */
export function Present() {
  const store = usePlayerStore();
  const text = useText();
  const about = useTopic('panels');
  const next = (): void => goOn(store.getState());
  const back = (): void => store.getState().back();
  useFullScreen();
  useEffect(
    () =>
      // Wherever the focus is: a clicker knows nothing of it.
      listenToKeys(document.documentElement, {
        PageDown: key(() => goOn(store.getState())),
        PageUp: key(() => store.getState().back()),
        Escape: () => {
          if (document.querySelector(':popover-open') === null) present(false);
        },
      }),
    [store],
  );
  return (
    <div className="present">
      <Sheet name="present" css={css} />
      <Progress hasZoom={false} />
      <div className="present-stage">
        <Diagram isLarge />
      </div>
      <div className="present-told">
        <Sentence />
        <LedgerStrip />
      </div>
      <div className="present-keys">
        <Key name="PgUp" label={text('transport-back')} onPress={back} />
        <Key name="PgDn" label={text('transport-next')} onPress={next} />
        <Key name="F" label={about('present-leave')} onPress={() => present(false)} />
      </div>
    </div>
  );
}

interface KeyProps {
  readonly name: string;
  readonly label: string;
  readonly onPress: () => void;
}

function Key({ name, label, onPress }: KeyProps) {
  return (
    <Button tone="quiet" onClick={onPress}>
      <kbd aria-hidden="true">{name}</kbd>
      {label}
    </Button>
  );
}

/** Where a browser has no full screen, or forbids it, the layout is all there is. Leaving one leaves the other. */
function useFullScreen(): void {
  useEffect(() => {
    const changed = (): void => {
      if (document.fullscreenElement === null) present(false);
    };
    document.addEventListener('fullscreenchange', changed);
    if (document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(() => undefined);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
}
