import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useRest } from '../frame/useRest.ts';
import { wholeSession } from '../wholeSession.ts';
import './WhyNot.css';
import { whyNotLines } from './whyNotModel.ts';

/** What cannot be done now, which guard says no, and how one comes to where it can be done. */
export function WhyNot() {
  useRest();
  const session = usePlayer(wholeSession);
  const text = useTopic('panels');
  const { act, goTo } = session;
  useShelves('refusals');
  const lines = whyNotLines(session, useLang());
  return (
    <div className="whynot">
      <p>{text(lines.length === 0 ? 'whynot-none' : 'whynot-intro')}</p>
      <dl>
        {lines.map(({ id, label, why, lastAt, wait }) => (
          <div key={id}>
            <dt>
              <Icon name="lock" size={14} />
              {label}
            </dt>
            <dd>
              <p>{why}</p>
              {wait === null ? null : (
                <Button tone="quiet" icon="clock" onClick={() => act(wait.step)}>
                  {text('whynot-wait', { step: wait.label })}
                </Button>
              )}
              {lastAt === null ? null : (
                <Button tone="quiet" icon="restart" onClick={() => goTo(lastAt)}>
                  {text('whynot-last', { step: lastAt })}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
