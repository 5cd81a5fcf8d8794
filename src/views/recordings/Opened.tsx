import { useEffect, useMemo, useRef, useState } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { pauseMs } from '../../player/clock.ts';
import type { Session } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { useTicks } from '../../player/useTicks.ts';
import type { Judgement } from '../../recordings/judgement.ts';
import { durationText } from '../../scene/duration.ts';
import { Button, IconButton, LinkButton } from '../../ui/Button.tsx';
import { explainedRun, type ExplainedRun } from './explainedRun.ts';
import { Rows } from './Rows.tsx';
import { RunPicture } from './RunPicture.tsx';
import { judgementText } from './verdictModel.ts';
import { VerdictChip } from './VerdictChip.tsx';

interface OpenedProps {
  readonly title: string;
  readonly about: string;
  readonly broker: string;
  readonly judged: Judgement;
  /** Where it is not an address that was opened. */
  readonly onClose?: () => void;
}

/** One recording: the verdict, and its lines beside the steps of the run that explains them. */
export function Opened({ title, about, broker, judged, onClose }: OpenedProps) {
  const text = useTopic('recordingsPage');
  const lang = useLang();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const run = useMemo(
    () => (judged.kind === 'judged' ? explainedRun(judged.recording, judged.answer) : null),
    [judged],
  );
  return (
    <div className="opened">
      {onClose === undefined ? (
        <LinkButton tone="quiet" icon="back" href="#v1/recordings">
          {text('recordings-all')}
        </LinkButton>
      ) : (
        <Button tone="quiet" icon="back" onClick={onClose}>
          {text('recordings-all')}
        </Button>
      )}
      <header className="opened-head">
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <VerdictChip judged={judged} />
        {run === null ? null : <StageLink run={run} />}
      </header>
      <p className="opened-said">
        {broker === '' ? null : text('recordings-from', { broker })}
        {about === '' ? null : <> · {about}</>}
      </p>
      <p className="opened-said">
        {judgementText(lang, judged)} {run === null ? null : <Cut run={run} />}
      </p>
      {judged.kind === 'judged' ? <Outside kinds={judged.answer.unsupportedKinds} /> : null}
      {run === null ? null : <Player run={run} />}
    </div>
  );
}

function StageLink({ run }: { readonly run: ExplainedRun }) {
  const text = useTopic('recordingsPage');
  return run.link === null ? null : (
    <LinkButton icon="play" href={`#${run.link.href}`}>
      {text('open-on-stage')}
    </LinkButton>
  );
}

function Cut({ run }: { readonly run: ExplainedRun }) {
  const text = useTopic('recordingsPage');
  if (run.link === null || run.link.steps === run.steps) return null;
  return text('link-cut', { steps: run.steps, count: run.link.steps });
}

function Outside({ kinds }: { readonly kinds: { readonly [kind: string]: number } }) {
  const text = useTopic('recordingsPage');
  const entries = Object.entries(kinds);
  if (entries.length === 0) return null;
  return (
    <details className="opened-outside">
      <summary>{text('outside-title')}</summary>
      <ul>
        {entries.map(([kind, count]) => (
          <li key={kind}>{text('outside-kind', { kind, count })}</li>
        ))}
      </ul>
    </details>
  );
}

const speedOf = ({ speed }: Session): Session['speed'] => speed;

function Player({ run }: { readonly run: ExplainedRun }) {
  const text = useTopic('recordingsPage');
  const speed = usePlayer(speedOf);
  const [at, setAt] = useState(run.firstRow);
  const [isPlaying, setPlaying] = useState(false);
  const last = run.rows.length - 1;
  const goTo = (row: number): void => setAt(Math.max(0, Math.min(last, row)));
  const line = run.linesRead[at] ?? 0;
  const isEnd = at >= last;
  const waitMs = (run.timesMs[at + 1] ?? 0) - (run.timesMs[at] ?? 0);
  useTicks(isPlaying && !isEnd ? pauseMs(waitMs, speed) : null, at, () => {
    goTo(at + 1);
    if (at + 1 >= last) setPlaying(false);
  });
  const play = (): void => {
    if (isEnd) setAt(0);
    setPlaying(!isPlaying);
  };
  return (
    <div className="opened-player">
      <RunPicture run={run} row={at} label={text('picture-label', { line })} />
      <div className="opened-controls">
        <IconButton icon="start" label={text('play-start')} disabled={at === 0} onClick={() => goTo(0)} />
        <IconButton icon="back" label={text('play-back')} disabled={at === 0} onClick={() => goTo(at - 1)} />
        <Button tone="main" icon={isPlaying ? 'pause' : 'play'} onClick={play}>
          {text(isPlaying ? 'play-off' : 'play-on')}
        </Button>
        <IconButton icon="forward" label={text('play-next')} disabled={isEnd} onClick={() => goTo(at + 1)} />
        <span className="opened-clock">
          {durationText(run.timesMs[at] ?? 0)}
          <small>{text('row-position', { line, lines: run.recording.observations.length })}</small>
        </span>
      </div>
      <Rows run={run} at={at} onGoTo={goTo} />
    </div>
  );
}
