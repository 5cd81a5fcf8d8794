import { Suspense, use, useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { PROBLEM_SHELVES, problemText } from '../../i18n/problem.ts';
import { whysOf } from '../../i18n/shelves.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { protocolIds } from '../../protocols/loaders.ts';
import { atMostEvery } from '../../player/pace.ts';
import { usePlayback } from '../../player/usePlayback.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { FAULT_IDS } from '../../protocols/shared/faults.ts';
import type { ComparisonProblem } from '../../scenario/compareLink.ts';
import type { OpenedComparison } from '../../scenario/compareLink.ts';
import type { Protocol } from '../../protocols/protocol.ts';
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
import { transportKeys } from '../transport/TransportBar.tsx';
import './Compare.css';
import { CompareBar } from './CompareBar.tsx';
import { differenceText, momentInWords } from './compareModel.ts';
import { Choosing } from './Choosing.tsx';
import { Outcomes } from './Outcomes.tsx';
import { SideCard } from './SideCard.tsx';

/** Two runs side by side under one fault, and the table of what becomes of all. Everything it shows is in the address. */
export function Compare({ comparison, problem }: OpenedComparison) {
  const lang = useLang();
  const protocols = use(loadEveryProtocol(lang));
  useShelves(...protocolIds.map(whysOf));
  const store = usePlayerStore();
  const text = useTopic('compare');
  const sides = useSides(comparison);
  const played = useMemo(() => playComparison(sides), [sides]);
  const stages = useRef<HTMLElement>(null);
  const show = useCallback(
    (next: Comparison) => store.getState().openPage({ id: 'compare', comparison: next, problem: null }),
    [store],
  );
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
      <Problem problem={problem} comparison={comparison} />
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
      <Choosing />
    </div>
  );
}

/** What is compared; the same object while only the position changes. */
function useSides({ a, b, fault }: Comparison): Sides {
  return useMemo(() => ({ a, b, fault }), [a, b, fault]);
}

interface ProblemProps {
  readonly problem: ComparisonProblem | null;
  readonly comparison: Comparison;
}

/** What was wrong with the address, in one sentence; the page works with what could be read. */
function Problem({ problem, comparison }: ProblemProps) {
  const text = useText();
  const [dismissed, dismiss] = useState<ComparisonProblem | null>(null);
  if (problem === null || problem === dismissed) return null;
  return (
    <Banner dismissLabel={text('page-dismiss')} onDismiss={() => dismiss(problem)}>
      <Suspense>
        <ProblemSentence protocol={comparison[problem.side ?? 'a'].protocol.id} problem={problem.problem} />
      </Suspense>
    </Banner>
  );
}

interface ProblemSentenceProps {
  readonly protocol: string;
  readonly problem: ComparisonProblem['problem'];
}

function ProblemSentence({ protocol, problem }: ProblemSentenceProps) {
  useShelves(...PROBLEM_SHELVES);
  return problemText(useLang(), protocol, problem);
}

interface StagesProps {
  readonly ref: RefObject<HTMLElement | null>;
  readonly protocols: readonly Protocol[];
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
  const playback = usePlayback({
    timesMs: played.moments.map(({ timeMs }) => timeMs),
    position: at,
    onGoTo: (moment, how) => {
      onShow({ ...comparison, at: moment });
      if (how === 'moved' || isDue()) say(moment);
    },
  });
  const actMs = useActMs(at);
  useKeys(ref, transportKeys(playback));
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
      <FirstDifference comparison={comparison} played={played} onGoTo={playback.goTo} />
      <CompareBar comparison={comparison} played={played} playback={playback} onGoTo={playback.goTo} />
    </section>
  );
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
