import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { wholeSession } from '../wholeSession.ts';
import './WhyNot.css';
import { whyNotLines } from './whyNotModel.ts';

/** What cannot be done now, and which guard says no. */
export function WhyNot() {
  const session = usePlayer(wholeSession);
  const text = useTopic('panels');
  const lines = whyNotLines(session, useLang());
  return (
    <div className="whynot">
      <p>{text(lines.length === 0 ? 'whynot-none' : 'whynot-intro')}</p>
      <dl>
        {lines.map(({ id, label, why }) => (
          <div key={id}>
            <dt>
              <Icon name="lock" size={14} />
              {label}
            </dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
