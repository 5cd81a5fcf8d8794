import { use, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { protocolText } from '../../i18n/text.ts';
import { whysOf } from '../../i18n/shelves.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { useLang, useExplorerText } from '../../i18n/useText.ts';
import { usePlayback } from '../../player/usePlayback.ts';
import { protocolIds } from '../../protocols/loaders.ts';
import { IconButton, LinkButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { settingsInWords } from '../compare/compareModel.ts';
import { useWantsMotion, WHOLE_STEP_MS } from '../diagram/stepMotion.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { loadEveryProtocol } from '../frame/arriving.ts';
import { useKeys } from '../frame/useKeys.ts';
import { verdictLook } from '../ledger/verdictLook.ts';
import { StagePicture } from '../picture/StagePicture.tsx';
import { transportKeys } from '../transport/TransportBar.tsx';
import { playedRun, runNow, type PlayedRun, type RunNow } from './runModel.ts';
import css from './RunPlayer.css?inline';

interface RunPlayerProps {
  /** Keeps the pictures of one page apart. */
  readonly id: string;
  /** What it shows, as its name. */
  readonly label: string;
  /** From behind `v2/` on. */
  readonly link: string;
  /** Begins to play by itself: because the reader has just asked for it. */
  readonly isPlayed: boolean;
}

/** A run on a page beside the explorer: its picture, its sentence, its ledger and what plays it. */
export function RunPlayer({ id, label, link, isPlayed }: RunPlayerProps) {
  const lang = useLang();
  const protocols = use(loadEveryProtocol(lang));
  useShelves('compare', ...protocolIds.map(whysOf));
  const text = useTopic('compare');
  const page = useExplorerText();
  const root = useRef<HTMLElement>(null);
  const run = useMemo(() => playedRun(protocols, link), [protocols, link]);
  const [position, setPosition] = useState(isPlayed ? 0 : run.timesMs.length - 1);
  const [isForward, setForward] = useState(false);
  const playback = usePlayback({
    timesMs: run.timesMs,
    position,
    onGoTo: (to) => {
      setForward(to === position + 1);
      setPosition(to);
    },
  });
  const start = useEffectEvent(() => {
    if (isPlayed) playback.play();
  });
  useEffect(() => start(), []);
  useKeys(root, transportKeys(playback));
  const wantsMotion = useWantsMotion();
  const { protocol, timeline } = run;
  const { settings } = timeline.engine.model;
  const now = runNow(run, position, lang);
  const name = protocolText(lang, protocol.id, 'name');
  const chips = settingsInWords(protocol, settings, lang);
  return (
    <section ref={root} className="run" tabIndex={-1} aria-label={label}>
      <Sheet name="run" css={css} />
      <p className="run-head">
        <b>{label}</b> {[name, ...(chips.length === 0 ? [text('run-defaults')] : chips)].join(' · ')}
      </p>
      <StagePicture
        className="run-stage"
        id={id}
        label={text('run-picture', { protocol: name })}
        protocol={protocol}
        settings={settings}
        zoom="concept"
        frame={now.frame}
        previous={now.previous}
        height={STAGE_HEIGHT}
        actMs={isForward && wantsMotion ? WHOLE_STEP_MS : null}
      />
      <Told now={now} />
      <div className="run-bar">
        <IconButton
          icon="back"
          label={page('transport-back')}
          keys="←"
          disabled={!playback.canGoBack}
          onClick={playback.back}
        />
        <IconButton
          icon={playback.isPlaying ? 'pause' : 'play'}
          label={page(playback.isPlaying ? 'transport-pause' : 'transport-play')}
          keys={page('key-space')}
          onClick={playback.isPlaying ? playback.pause : () => replayed(playback)}
        />
        <IconButton
          icon="forward"
          label={page('transport-next')}
          keys="→"
          disabled={!playback.canGoOn}
          onClick={playback.next}
        />
        <Position run={run} position={position} label={label} onGoTo={playback.goTo} />
        <LinkButton icon="external" href={run.href} aria-label={text('run-open-of', { what: label })}>
          {text('run-open')}
        </LinkButton>
      </div>
    </section>
  );
}

const STAGE_HEIGHT = 320;

/** From the start where it has ended. */
function replayed({ canGoOn, toStart, play }: ReturnType<typeof usePlayback>): void {
  if (!canGoOn) toStart();
  else play();
}

function Told({ now: { headline, rows } }: { readonly now: RunNow }) {
  const text = useExplorerText();
  return (
    <div className="run-told">
      <p>{headline}</p>
      <ul aria-label={text('ledger-title')}>
        {rows.map(({ order, number, state, points, agrees, verdict }) => (
          <li key={order}>
            {rows.length > 1 ? <b>{text('ledger-order', { order: number })}</b> : null}
            <span>
              {text(`order-${state}`)} <span aria-hidden="true">{agrees ? '=' : '≠'}</span>{' '}
              {text('ledger-points', { points })}
            </span>
            <Chip {...verdictLook(verdict)}>{text(`verdict-${verdict}`)}</Chip>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PositionProps {
  readonly run: PlayedRun;
  readonly position: number;
  readonly label: string;
  readonly onGoTo: (position: number) => void;
}

function Position({ run: { timesMs }, position, label, onGoTo }: PositionProps) {
  const text = useTopic('compare');
  const length = timesMs.length - 1;
  return (
    <input
      type="range"
      min={0}
      max={length}
      value={position}
      aria-label={`${text('run-position')}: ${label}`}
      aria-valuetext={text('run-step', { position, length })}
      onChange={(event) => onGoTo(event.target.valueAsNumber)}
    />
  );
}
