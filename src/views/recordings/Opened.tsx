import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { usePlayback } from '../../player/usePlayback.ts';
import type { Judgement } from '../../recordings/judgement.ts';
import { durationText } from '../../scene/duration.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { useKeys } from '../frame/useKeys.ts';
import { TransportBar, transportKeys } from '../transport/TransportBar.tsx';
import { explainedRun, type ExplainedRun } from './explainedRun.ts';
import { extentSaid } from './ownRuns.ts';
import { Rows } from './Rows.tsx';
import { cellsOf } from './rowText.ts';
import { RunPicture } from './RunPicture.tsx';
import { judgementText } from './verdictModel.ts';
import { VerdictChip } from './VerdictChip.tsx';
import { versioned } from '../../scenario/versions.ts';
import './Opened.css';

interface OpenedProps {
  readonly title: ReactNode;
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
    () => (judged.kind === 'judged' ? explainedRun(judged.recording, judged.answer, judged.lines) : null),
    [judged],
  );
  return (
    <div className="opened">
      {onClose === undefined ? (
        <LinkButton tone="quiet" icon="back" href={`#${versioned('recordings')}`}>
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
      <Extent judged={judged} />
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

/** How much was compared and how strictly. */
function Extent({ judged }: { readonly judged: Judgement }) {
  const lang = useLang();
  return (
    <ul className="opened-extent">
      {extentSaid(lang, judged).map((said) => (
        <li key={said}>{said}</li>
      ))}
    </ul>
  );
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

function Player({ run }: { readonly run: ExplainedRun }) {
  const text = useTopic('recordingsPage');
  const lang = useLang();
  const player = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(run.firstRow);
  const cells = useMemo(() => cellsOf(lang, run), [lang, run]);
  const playback = usePlayback({ timesMs: run.timesMs, position: at, onGoTo: setAt });
  useKeys(player, transportKeys(playback));
  const line = run.linesRead[at] ?? 0;
  return (
    <div ref={player} className="opened-player" tabIndex={-1}>
      <RunPicture run={run} row={at} label={text('picture-label', { line })} />
      <div className="opened-controls">
        <TransportBar
          playback={playback}
          nextText={cells[at + 1]?.recorded.said ?? null}
          restText={text('play-rest')}
        />
        <span className="opened-clock">
          {durationText(run.timesMs[at] ?? 0)}
          <small>{text('row-position', { line, lines: run.linesCount })}</small>
        </span>
      </div>
      <Rows run={run} cells={cells} at={at} onGoTo={playback.goTo} />
    </div>
  );
}
