import { memo } from 'react';
import { keyOf } from '../../engine/data.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useRest } from '../frame/useRest.ts';
import { wholeSession } from '../wholeSession.ts';
import './WhyNot.css';
import { whyNotLines, type WhyNotLine } from './whyNotModel.ts';

/** What cannot be done now, which guard says no, and how one comes to where it can be done. */
export function WhyNot() {
  useRest();
  useShelves('refusals');
  const session = usePlayer(wholeSession);
  const text = useTopic('panels');
  const lines = whyNotLines(session, useLang());
  return (
    <div className="whynot">
      <p>{text(lines.length === 0 ? 'whynot-none' : 'whynot-intro')}</p>
      <dl>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </dl>
    </div>
  );
}

/** Most lines say after a step what they said before, and are left as they are. */
const Line = memo(
  function Line({ line: { label, why, lastAt, wait } }: { readonly line: WhyNotLine }) {
    const store = usePlayerStore();
    const text = useTopic('panels');
    return (
      <div>
        <dt>
          <Icon name="lock" size={14} />
          {label}
        </dt>
        <dd>
          <p>{why}</p>
          {wait === null ? null : (
            <Button tone="quiet" icon="clock" onClick={() => store.getState().act(wait.step)}>
              {text('whynot-wait', { step: wait.label })}
            </Button>
          )}
          {lastAt === null ? null : (
            <Button tone="quiet" icon="restart" onClick={() => store.getState().goTo(lastAt)}>
              {text('whynot-last', { step: lastAt })}
            </Button>
          )}
        </dd>
      </div>
    );
  },
  (one, other) => keyOf(one.line) === keyOf(other.line),
);
