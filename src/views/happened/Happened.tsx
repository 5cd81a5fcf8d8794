import { memo, useState } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { durationText } from '../../scene/duration.ts';
import { Button } from '../../ui/Button.tsx';
import { wholeSession } from '../wholeSession.ts';
import './Happened.css';
import { historyOf, type Happened as Entry } from './happenedModel.ts';

/** So many steps are listed at first: a long run should not make every step slow. */
const RECENT = 60;

/** The records of the current step in sentences, also what was ignored and why; below it, the steps before. */
export function Happened() {
  const session = usePlayer(wholeSession);
  const text = useTopic('panels');
  const [isWhole, setIsWhole] = useState(false);
  const [current, ...before] = historyOf(session, useLang(), isWhole ? Number.POSITIVE_INFINITY : RECENT);
  const hidden = (before.at(-1) ?? current)?.index ?? 0;
  return (
    <div className="happened">
      {current === undefined ? null : <Current entry={current} />}
      {before.length === 0 ? null : (
        <section aria-labelledby="happened-before">
          <h3 id="happened-before">{text('happened-before')}</h3>
          <ol reversed>
            {before.map((entry) => (
              <Past key={entry.index} entry={entry} onGoTo={session.goTo} />
            ))}
          </ol>
          {hidden === 0 ? null : (
            <Button tone="quiet" onClick={() => setIsWhole(true)}>
              {text('happened-more', { count: hidden })}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}

function Current({ entry: { headline, details, timeMs } }: { readonly entry: Entry }) {
  return (
    <div className="happened-current">
      <p>
        <b>{headline}</b>
        <Time ms={timeMs} />
      </p>
      {details.length === 0 ? null : (
        <ul>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface PastProps {
  readonly entry: Entry;
  readonly onGoTo: (frame: number) => void;
}

/** Told once and never changed, so a long run does not redraw it. */
const Past = memo(function Past({ entry: { index, headline, timeMs }, onGoTo }: PastProps) {
  return (
    <li>
      <button type="button" onClick={() => onGoTo(index)}>
        <span>{headline}</span>
        <Time ms={timeMs} />
      </button>
    </li>
  );
});

/** The virtual time since the start. */
function Time({ ms }: { readonly ms: number }) {
  return <small title={useTopic('panels')('transport-time', { time: durationText(ms) })}>{durationText(ms)}</small>;
}
