import { useEffect, useMemo, useRef } from 'react';
import { useLang, useExplorerText } from '../../i18n/useText.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { happenedOf } from '../happened/happenedModel.ts';
import { OrderSwitch } from '../orders/OrderSwitch.tsx';
import { wholeSession } from '../wholeSession.ts';
import './Story.css';
import { storyOf, type StoryStage } from './storyModel.ts';

/** The numbered steps of the textbook, told along: also the text equivalent of the animation. */
export function Story() {
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const text = useExplorerText();
  const story = useMemo(() => storyOf(session, lang), [session, lang]);
  const told = happenedOf(session, lang).headline;
  return (
    <section className="story" aria-labelledby="story-title">
      <header className="story-head">
        <h2 id="story-title" className="panel-title">
          {text('story-title', { number: story.stages.length })}
        </h2>
        <OrderSwitch />
      </header>
      <ol className="story-list">
        {story.stages.map((stage) => (
          <Stage key={stage.number} stage={stage} told={told} onJump={session.goTo} onWhy={session.askWhy} />
        ))}
      </ol>
    </section>
  );
}

interface StageProps {
  readonly stage: StoryStage;
  /** What has just happened; shown in the stage that it belongs to. */
  readonly told: string;
  readonly onJump: (frame: number) => void;
  readonly onWhy: (stage: number) => void;
}

function Stage({ stage, told, onJump, onWhy }: StageProps) {
  const text = useExplorerText();
  const item = useRef<HTMLLIElement>(null);
  const isCurrent = stage.status === 'current';
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent, told]);
  const { frame } = stage;
  return (
    <li
      ref={item}
      className={`story-stage story-${stage.status}`}
      aria-current={isCurrent ? 'step' : undefined}
      title={isCurrent ? undefined : stage.text}
    >
      <span className={stage.isSafetyNet ? 'story-number story-net' : 'story-number'} aria-hidden="true">
        {stage.number}
      </span>
      <div className="story-body">
        <h3>
          {frame === null ? (
            stage.title
          ) : (
            <button type="button" onClick={() => onJump(frame)}>
              {stage.title}
            </button>
          )}
          {stage.isSafetyNet ? <small>{text('story-safety-net')}</small> : null}
          <span className="ui-unseen">{text(`story-status-${stage.status}`)}</span>
        </h3>
        {stage.status === 'ahead' ? null : <p className={isCurrent ? 'story-text' : 'ui-unseen'}>{stage.text}</p>}
        {isCurrent && told !== '' ? <p className="story-told">{told}</p> : null}
        {isCurrent && stage.hasWhy ? (
          <button type="button" className="story-why" onClick={() => onWhy(stage.number)}>
            {text('story-why')}
          </button>
        ) : null}
      </div>
    </li>
  );
}
