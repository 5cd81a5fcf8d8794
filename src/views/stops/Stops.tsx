import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { goOn } from '../../player/goOn.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import type { StopId } from '../../scenario/stops.ts';
import { Button } from '../../ui/Button.tsx';
import { useRest } from '../frame/useRest.ts';
import { wholeSession } from '../wholeSession.ts';
import { isAsking, useAsking } from './asking.ts';
import { ANSWERS, stopOf, type Answer, type KnownStop } from './stopModel.ts';
import css from './Stops.css?inline';

interface StopsProps {
  /** Whether the reader's wish not to be asked is remembered here: an embed stores nothing. */
  readonly isKept: boolean;
}

/** Before the turning point of six runs: what will happen next? After it: what did. Next goes on at any time. */
export function Stops({ isKept }: StopsProps) {
  useRest();
  const session = usePlayer(wholeSession);
  const [isOn] = useAsking();
  /** What was answered; null for what was skipped. */
  const [answers, setAnswers] = useState<ReadonlyMap<StopId, Answer | null>>(new Map());
  const wasPlaying = usePausing((id) => (isKept ? !answers.has(id) && isAsking() : !answers.has(id)));
  const stop = isOn || !isKept ? stopOf(session) : null;
  if (stop === null) return null;
  const { cursor } = session;
  const answer = answers.get(stop.id);
  const settle = (given: Answer | null): void => setAnswers(new Map([...answers, [stop.id, given]]));
  if (cursor === stop.at && answer === undefined)
    return (
      <Card>
        <Question
          stop={stop}
          isKept={isKept}
          onAnswer={(given) => {
            settle(given);
            goOn(session);
          }}
          onSkip={() => {
            settle(null);
            if (wasPlaying.current) session.play();
          }}
        />
      </Card>
    );
  if (cursor === stop.at + 1 && answer !== undefined && answer !== null)
    return (
      <Card>
        <Revealed
          stop={stop}
          answer={answer}
          onGoOn={() => {
            settle(null);
            if (wasPlaying.current) session.play();
          }}
        />
      </Card>
    );
  return null;
}

/** Playing pauses where something is asked, once. */
function usePausing(mayAsk: (id: StopId) => boolean) {
  const store = usePlayerStore();
  const paused = useRef(new Set<StopId>());
  const wasPlaying = useRef(false);
  const may = useEffectEvent(mayAsk);
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (!state.isPlaying || state.cursor === before.cursor) return;
        const stop = stopOf(state);
        if (stop === null || stop.at !== state.cursor || paused.current.has(stop.id) || !may(stop.id)) return;
        paused.current.add(stop.id);
        wasPlaying.current = true;
        state.pause();
      }),
    [store],
  );
  return wasPlaying;
}

function Card({ children }: { readonly children: React.ReactNode }) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <aside ref={card} className="stop">
      {/* With the card, not with the page. */}
      <style href="stops" precedence="panel">
        {css}
      </style>
      {children}
    </aside>
  );
}

interface QuestionProps {
  readonly stop: KnownStop;
  readonly isKept: boolean;
  readonly onAnswer: (answer: Answer) => void;
  readonly onSkip: () => void;
}

function Question({ stop: { id }, isKept, onAnswer, onSkip }: QuestionProps) {
  const text = useTopic('stops');
  const [, setAsking] = useAsking();
  return (
    <>
      <output>
        <b>{text('stop-title')}</b> {text(`${id}-ask`)}
      </output>
      <ul>
        {ANSWERS.map((answer) => (
          <li key={answer}>
            <Button onClick={() => onAnswer(answer)}>{text(`${id}-${answer}`)}</Button>
          </li>
        ))}
        <li className="stop-ways">
          <Button tone="quiet" onClick={onSkip}>
            {text('stop-skip')}
          </Button>
          {isKept ? (
            <Button
              tone="quiet"
              onClick={() => {
                setAsking(false);
                onSkip();
              }}
            >
              {text('stop-never')}
            </Button>
          ) : null}
        </li>
      </ul>
    </>
  );
}

interface RevealedProps {
  readonly stop: KnownStop;
  readonly answer: Answer;
  readonly onGoOn: () => void;
}

function Revealed({ stop: { id, right }, answer, onGoOn }: RevealedProps) {
  const text = useTopic('stops');
  return (
    <>
      <output>
        {text('stop-yours', { answer: text(`${id}-${answer}`) })}{' '}
        <b>{answer === right ? text('stop-right') : text('stop-other', { answer: text(`${id}-${right}`) })}</b>{' '}
        {text(`${id}-why`)}
      </output>
      <Button tone="quiet" onClick={onGoOn}>
        {text('stop-on')}
      </Button>
    </>
  );
}
