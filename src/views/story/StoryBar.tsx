import { useMemo } from 'react';
import { useLang, useExplorerText } from '../../i18n/useText.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { wholeSession } from '../wholeSession.ts';
import './StoryBar.css';
import { storyOf } from './storyModel.ts';

/** The same steps as a bar of segments, for where there is no room for a list. */
export function StoryBar() {
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const text = useExplorerText();
  const { stages } = useMemo(() => storyOf(session, lang), [session, lang]);
  const current = stages.find(({ status }) => status === 'current') ?? null;
  return (
    <nav className="story-bar" aria-label={text('story-progress')}>
      <ol>
        {stages.map(({ number, title, status, frame, isSafetyNet }) => (
          <li key={number}>
            <button
              type="button"
              className={`story-segment story-segment-${status} ${isSafetyNet ? 'story-segment-net' : ''}`}
              aria-label={text('story-jump', { number, title, status: text(`story-status-${status}`) })}
              aria-current={status === 'current' ? 'step' : undefined}
              title={title}
              disabled={frame === null}
              onClick={() => session.goTo(frame ?? 0)}
            />
          </li>
        ))}
      </ol>
      <p aria-hidden="true">
        {current === null ? text('story-title', { number: stages.length }) : `${current.number} · ${current.title}`}
      </p>
    </nav>
  );
}
