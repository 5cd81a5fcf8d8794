import { use, useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { problemText } from '../../i18n/problem.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { pauseMs } from '../../player/clock.ts';
import { atMostEvery } from '../../player/pace.ts';
import type { Session } from '../../player/session.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { useTicks } from '../../player/useTicks.ts';
import { FAULT_IDS } from '../../protocols/shared/faults.ts';
import { readComparison, writeComparison, type ComparisonProblem } from '../../scenario/compareLink.ts';
import {
  playComparison,
  SIDES,
  type Comparison,
  type PlayedComparison,
  type SideId,
  type Sides,
} from '../../scenario/comparison.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Status } from '../../ui/Status.tsx';
import { useWantsMotion, WHOLE_STEP_MS } from '../diagram/stepMotion.ts';
import { loadEveryProtocol } from '../frame/arriving.ts';
import { useKeys } from '../frame/useKeys.ts';
import './Compare.css';
import { CompareBar } from './CompareBar.tsx';
import { differenceText, momentInWords } from './compareModel.ts';
import { Outcomes } from './Outcomes.tsx';
import { SideCard } from './SideCard.tsx';

const pageOf = ({ page }: Session): string => page ?? '';
const speedOf = ({ speed }: Session): Session['speed'] => speed;

/** Two runs side by side under one fault, and the table of what becomes of all. Everything it shows is in the address. */
export function Compare() {
  const lang = useLang();
  const protocols = use(loadEveryProtocol(lang));
  const store = usePlayerStore();
  const page = usePlayer(pageOf);
  const text = useTopic('compare');
  const { comparison, problem } = useMemo(() => readComparison(protocols, page), [protocols, page]);
  const sides = useSides(comparison);
  const played = useMemo(() => playComparison(sides), [sides]);
  const stages = useRef<HTMLElement>(null);
  const show = useCallback((next: Comparison) => store.getState().openPage(writeComparison(next)), [store]);
  const compare = useCallback(
    (change: Partial<Comparison>): void => show({ ...sides, at: 0, ...change }),
    [show, sides],
  );
  const watch = useCallback(() => {
    stages.current?.scrollIntoView({ block: 'start' });
    stages.current?.focus({ preventScroll: true });
  }, []);
  const { a, b, fault } = sides;
  return (
    <div className="compare">
      <p className="compare-intro">{text('compare-intro')}</p>
      <Problem key={page} problem={problem} comparison={comparison} />
      <div className="compare-fault">
        <Select
          label={text('compare-fault')}
          hint={text(`fault-${fault}-what`)}
          value={fault}
          options={FAULT_IDS.map((id) => ({ value: id, label: text(`fault-${id}`) }))}
          onChange={(id) => compare({ fault: FAULT_IDS.find((known) => known === id) ?? fault })}
        />
        <IconButton
          icon="swap"
          label={text('compare-swap')}
          onClick={() => compare({ a: b, b: a, at: comparison.at })}
        />
      </div>
      <Stages
        ref={stages}
        protocols={protocols}
        comparison={{ ...sides, at: comparison.at }}
        played={played}
        onShow={show}
      />
      <Outcomes protocols={protocols} sides={sides} onCompare={compare} onWatch={watch} />
    </div>
  );
}

/** What is compared; the same object while only the position changes. */
function useSides({ a, b, fault }: Comparison): Sides {
  const key = writeComparison({ a, b, fault, at: 0 });
  const [kept, keep] = useState({ key, sides: { a, b, fault } });
  if (kept.key === key) return kept.sides;
  const sides = { a, b, fault };
  keep({ key, sides });
  return sides;
}

interface ProblemProps {
  readonly problem: ComparisonProblem | null;
  readonly comparison: Comparison;
}

/** What was wrong with the address, in one sentence; the page works with what could be read. */
function Problem({ problem, comparison }: ProblemProps) {
  const lang = useLang();
  const text = useText();
  const [isDismissed, setDismissed] = useState(false);
  if (problem === null || isDismissed) return null;
  return (
    <Banner dismissLabel={text('page-dismiss')} onDismiss={() => setDismissed(true)}>
      {problemText(lang, comparison[problem.side ?? 'a'].protocol.id, problem.problem)}
    </Banner>
  );
}

interface StagesProps {
  readonly ref: RefObject<HTMLElement | null>;
  readonly protocols: Parameters<typeof readComparison>[0];
  readonly comparison: Comparison;
  readonly played: PlayedComparison;
  readonly onShow: (comparison: Comparison) => void;
}

/** Both stages, played in step, with the sentence that says where they first part. */
function Stages({ ref, protocols, comparison, played, onShow }: StagesProps) {
  const text = useTopic('compare');
  const [shown, setShown] = useState<SideId>('a');
  const { at } = comparison;
  const { spoken, say, isDue } = useVoice(comparison, played);
  const goTo = (moment: number): void => onShow({ ...comparison, at: moment });
  const { isPlaying, setPlaying } = usePlaying(comparison, played, (moment) => {
    goTo(moment);
    if (isDue()) say(moment);
  });
  const actMs = useActMs(at);
  const last = played.moments.length - 1;
  const move = (moment: number): void => {
    const within = Math.min(last, Math.max(0, moment));
    setPlaying(false);
    goTo(within);
    say(within);
  };
  useKeys(ref, {
    ArrowRight: () => move(at + 1),
    ArrowLeft: () => move(at - 1),
    ' ': () => setPlaying(!isPlaying && at < last),
    Home: () => move(0),
    End: () => move(last),
  });
  return (
    <section ref={ref} className="compare-stages" tabIndex={-1} aria-label={text('compare-stages')}>
      <div className="compare-shown">
        <Segmented
          label={text('compare-shown')}
          value={shown}
          options={SIDES.map((side) => ({ value: side, label: text(`compare-side-${side}`) }))}
          onChange={setShown}
        />
      </div>
      <div className="compare-sides" data-shown={shown}>
        {SIDES.map((side) => (
          <SideCard
            key={side}
            side={side}
            comparison={comparison}
            protocols={protocols}
            played={played}
            actMs={actMs}
            onChange={(changed) => onShow({ ...comparison, [side]: changed, at: 0 })}
          />
        ))}
      </div>
      <Status text={spoken} />
      <FirstDifference comparison={comparison} played={played} onGoTo={move} />
      <CompareBar comparison={comparison} played={played} isPlaying={isPlaying} onGoTo={move} onPlay={setPlaying} />
    </section>
  );
}

/** Plays on by itself, with pauses that follow the virtual clock, until both sides have come to their end. */
function usePlaying({ at }: Comparison, { moments }: PlayedComparison, goTo: (moment: number) => void) {
  const [wants, setPlaying] = useState(false);
  const speed = usePlayer(speedOf);
  const isPlaying = wants && at < moments.length - 1;
  if (wants && !isPlaying) setPlaying(false);
  const waitMs = (moments[at + 1]?.timeMs ?? 0) - (moments[at]?.timeMs ?? 0);
  useTicks(isPlaying ? pauseMs(waitMs, speed) : null, at, () => goTo(at + 1));
  return { isPlaying, setPlaying };
}

/** How long a step takes to act out: only after a single step forward, and only if the reader wants motion. */
function useActMs(at: number): number | null {
  const wantsMotion = useWantsMotion();
  const [seen, setSeen] = useState({ at, isForward: false });
  if (seen.at !== at) setSeen({ at, isForward: at === seen.at + 1 });
  return seen.isForward && wantsMotion ? WHOLE_STEP_MS : null;
}

type DifferenceProps = Pick<StagesProps, 'comparison' | 'played'> & { readonly onGoTo: (moment: number) => void };

function FirstDifference({ comparison, played, onGoTo }: DifferenceProps) {
  const lang = useLang();
  const text = useTopic('compare');
  const { difference } = played;
  const isHere = difference?.moment === comparison.at;
  return (
    <div className={isHere ? 'compare-difference compare-difference-here' : 'compare-difference'}>
      <p>
        <b>{text('compare-difference')}</b> {differenceText(comparison, played, lang)}
      </p>
      {difference === null ? null : (
        <Button disabled={isHere} onClick={() => onGoTo(difference.moment)}>
          {text('compare-difference-show')}
        </Button>
      )}
    </div>
  );
}

/** While playing, a sentence would be cut off by the next one sooner than that. */
const SPEAKING_INTERVAL_MS = 5_000;

/** Says what the sides do in a moment. */
function useVoice(comparison: Comparison, played: PlayedComparison) {
  const lang = useLang();
  const [isDue] = useState(() => atMostEvery(SPEAKING_INTERVAL_MS));
  const [spoken, setSpoken] = useState('');
  const say = (moment: number): void => setSpoken(momentInWords({ ...comparison, at: moment }, played, lang));
  return { spoken, say, isDue };
}
