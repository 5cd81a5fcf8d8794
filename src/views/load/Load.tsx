import { memo, use, useCallback, useMemo, useRef, useState } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { limitsOf } from '../../load/capacity.ts';
import { openedLoad, type LoadProblem, type OpenedLoad } from '../../load/link.ts';
import type { LoadResult } from '../../load/messages.ts';
import type { PresetId } from '../../load/presets.ts';
import { ordersOf, secondsOf, type LoadScenario, type NumberName } from '../../load/settings.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { openFold } from '../../ui/openFold.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { Status } from '../../ui/Status.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import { loadEveryProtocol } from '../frame/arriving.ts';
import pageStyle from './Load.css?inline';
import plotStyle from './LoadPlots.css?inline';
import { Knee, OneMore } from './Knee.tsx';
import { LoadBar } from './LoadBar.tsx';
import { FOLDS } from './folds.ts';
import { LoadCard } from './LoadCard.tsx';
import { LoadControls } from './LoadControls.tsx';
import { csvOf, sharedOf, type Shared } from './loadModel.ts';
import { LoadNotes } from './LoadNotes.tsx';
import { LoadOrders } from './LoadOrders.tsx';
import { LoadTable } from './LoadTable.tsx';
import { digits } from './plotModel.ts';
import { Presets } from './Presets.tsx';
import { savePicture, saveText } from './saveLoad.ts';
import { useLoadClock } from './useLoadClock.ts';
import { WhyFigures } from './WhyFigures.tsx';
import { useLoadRun, type LoadRun } from './useLoadRun.ts';

/** Many orders at once: some protocols under one load, on one clock. Everything that it shows is in the address. */
export function Load({ page }: { readonly page: OpenedLoad }) {
  const store = usePlayerStore();
  const { scenario } = page;
  const { compared } = scenario;
  const run = useLoadRun(scenario);
  const isWide = useMedia('(width >= 720px) and (height >= 600px)');
  const host = useRef<HTMLDivElement>(null);
  const results = useMemo(
    () => run.results.filter(({ measures }) => compared.includes(measures.id)),
    [run.results, compared],
  );
  const shared = useShared(run.results, scenario);
  const show = useCallback(
    (next: LoadScenario, atS = 0) => store.getState().openPage({ id: 'load', ...openedLoad(next, atS) }),
    [store],
  );
  const clock = useLoadClock({
    horizonMs: shared.horizonMs,
    atS: page.atS,
    onStop: (atMs) => show(scenario, atMs < shared.horizonMs ? atMs / 1_000 : 0),
  });
  // The same functions whatever is shown, so that what has not changed is not drawn anew.
  const [change, changeNumber] = useMemo(() => {
    const changed = (by: (now: LoadScenario) => LoadScenario): void => {
      const { page: now } = store.getState();
      if (now?.id === 'load') show(by(now.scenario), now.atS);
    };
    return [
      (part: Partial<LoadScenario>): void => changed((now) => ({ ...now, ...part })),
      (name: NumberName, value: number): void =>
        changed((now) => ({ ...now, numbers: { ...now.numbers, [name]: value } })),
    ] as const;
  }, [store, show]);
  const capacityPerS = useMemo(() => slowest(results, scenario), [results, scenario]);
  return (
    <div className="load" ref={host}>
      {/* With this page alone: the sheet of all views is part of every visit. */}
      <style href="load" precedence="page">
        {pageStyle + plotStyle}
      </style>
      <div className="load-head">
        <Presets shown={page.preset} />
        {isWide ? <Files results={results} scenario={scenario} host={host} /> : null}
      </div>
      <Problem problem={page.problem} />
      <div className="load-top">
        <Lesson preset={page.preset} scenario={scenario} results={results} />
        <div className="load-state">
          <Progress run={run} />
          {run.share === null ? <Why isThere={results.length > 0} /> : null}
        </div>
      </div>
      <div className="load-body">
        <LoadControls scenario={scenario} capacityPerS={capacityPerS} onChange={change} onNumber={changeNumber} />
        <Columns results={results} scenario={scenario} shared={shared} moment={clock.moment} />
      </div>
      {isWide ? null : <Files results={results} scenario={scenario} host={host} />}
      <Below results={results} scenario={scenario} />
      <LoadBar clock={clock} horizonMs={shared.horizonMs} scenario={scenario} results={results} />
    </div>
  );
}

/** The same object while its values are: all curves are drawn by it. */
function useShared(results: readonly LoadResult[], scenario: LoadScenario): Shared {
  const { horizonMs, perS, waiting, ms } = useMemo(() => sharedOf(results, scenario), [results, scenario]);
  return useMemo(() => ({ horizonMs, perS, waiting, ms }), [horizonMs, perS, waiting, ms]);
}

/** Computed at once, before anything is simulated. */
function slowest(results: readonly LoadResult[], scenario: LoadScenario): number | null {
  const all = results.map(({ program }) => limitsOf(program, scenario).capacityPerS);
  return all.length === 0 ? null : Math.min(...all);
}

/** What was wrong with the address, in one sentence; the page works with what could be read. */
function Problem({ problem }: { readonly problem: LoadProblem | null }) {
  const text = useTopic('load');
  const own = useText();
  const [dismissed, dismiss] = useState<LoadProblem | null>(null);
  if (problem === null || problem === dismissed) return null;
  const { kind, ...values } = problem;
  return (
    <Banner dismissLabel={own('page-dismiss')} onDismiss={() => dismiss(problem)}>
      {text(`load-problem-${kind}`, values)}
    </Banner>
  );
}

interface LessonProps {
  readonly preset: PresetId | null;
  readonly scenario: LoadScenario;
  readonly results: readonly LoadResult[];
}

/** The sentence that the run teaches; of a load of one's own, what limits it. */
const Lesson = memo(function Lesson({ preset, scenario, results }: LessonProps) {
  const text = useTopic('load');
  if (preset !== null) return <p className="load-lesson">{text(`lesson-${preset}`)}</p>;
  const limits = results.map(({ measures: { id }, program }) => ({ id, ...limitsOf(program, scenario) }));
  const least = limits.reduce<(typeof limits)[number] | null>(
    (first, next) => (first === null || next.capacityPerS < first.capacityPerS ? next : first),
    null,
  );
  if (least === null) return <p className="load-lesson" />;
  const rate = ordersOf(scenario.curve) / secondsOf(scenario.curve);
  return (
    <p className="load-lesson">
      {text('lesson-own', {
        name: text(`name-${least.id}`),
        bottleneck: text(`pool-${least.bottleneck}`),
        capacity: digits(least.capacityPerS),
        rate: digits(rate),
      })}
    </p>
  );
});

/** From the lesson to what it follows from. */
const Why = memo(function Why({ isThere }: { readonly isThere: boolean }) {
  const text = useTopic('load');
  return (
    <Button tone="quiet" className="load-why-open" disabled={!isThere} onClick={() => openFold(FOLDS.why)}>
      {text('load-why')}
    </Button>
  );
});

function Progress({ run }: { readonly run: LoadRun }) {
  const text = useTopic('load');
  const { share, isCancelled, failure, cancel, again, results } = run;
  const isCoarse = results.some((result) => result.isCoarse);
  return (
    <div className="load-progress">
      <Status text={share === null ? '' : text('load-running', { share: Math.round(share * 10) * 10 })} />
      {share === null ? null : (
        <>
          <progress value={share} aria-hidden="true" />
          <span aria-hidden="true">{text('load-running', { share: Math.round(share * 100) })}</span>
          <Button tone="quiet" icon="cross" onClick={cancel}>
            {text('load-cancel')}
          </Button>
        </>
      )}
      {isCoarse ? <span>{text('load-coarse')}</span> : null}
      {results.some(({ measures }) => measures.isFluid) ? <span>{text('load-fluid')}</span> : null}
      {isCancelled || failure !== null ? (
        <>
          <span>{failure === null ? text('load-cancelled') : text('load-failed', { reason: failure })}</span>
          <Button icon="restart" onClick={again}>
            {text('load-run-again')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

type ColumnsProps = Pick<Parameters<typeof LoadCard>[0], 'scenario' | 'shared' | 'moment'> & {
  readonly results: readonly LoadResult[];
};

/** Side by side; where there is room for one only, one after the other or all below each other. */
const Columns = memo(function Columns({ results, scenario, shared, moment }: ColumnsProps) {
  const text = useTopic('load');
  const [wanted, setWanted] = useState<string | null>(null);
  const ids = results.map(({ measures }) => measures.id);
  const shown = wanted === 'all' ? 'all' : (ids.find((id) => id === wanted) ?? ids[0] ?? 'all');
  const options = [
    ...ids.map((id) => ({ value: id, label: text(`name-${id}`) })),
    { value: 'all' as const, label: text('load-show-all') },
  ];
  return (
    <div className="load-side">
      {results.length > 1 ? (
        <div className="load-tabs">
          <Segmented label={text('load-show')} options={options} value={shown} onChange={setWanted} />
        </div>
      ) : null}
      <div className="load-columns" data-count={results.length} data-shown={shown}>
        {results.map((result) => (
          <div
            key={result.measures.id}
            className="load-column"
            data-is={shown === 'all' || shown === result.measures.id}
          >
            <LoadCard result={result} scenario={scenario} shared={shared} moment={moment} />
          </div>
        ))}
      </div>
    </div>
  );
});

interface BelowProps {
  readonly results: readonly LoadResult[];
  readonly scenario: LoadScenario;
}

/** What is shown, as files. */
const Files = memo(function Files({
  results,
  scenario,
  host,
}: BelowProps & { readonly host: { readonly current: HTMLElement | null } }) {
  const text = useTopic('load');
  const picture = (): void => {
    const columns = host.current?.querySelector<HTMLElement>('.load-columns');
    if (columns !== null && columns !== undefined) void savePicture('load.png', columns);
  };
  const isEmpty = results.length === 0;
  return (
    <div className="load-files">
      <Button icon="share" disabled={isEmpty} onClick={picture}>
        {text('load-export-png')}
      </Button>
      <Button icon="share" disabled={isEmpty} onClick={() => saveText('load.csv', csvOf(results, scenario))}>
        {text('load-export-csv')}
      </Button>
    </div>
  );
});

/** The figures as a table, single orders, and what all of it rests on. */
const Below = memo(function Below({ results, scenario }: BelowProps) {
  const text = useTopic('load');
  const protocols = use(loadEveryProtocol(useLang()));
  if (results.length === 0) return null;
  return (
    <div className="load-below">
      <details id={FOLDS.table} open>
        <summary>{text('load-table')}</summary>
        <LoadTable results={results} patienceMs={scenario.numbers.patience} />
      </details>
      <Fold id={FOLDS.why} summary={text('load-why')}>
        <WhyFigures results={results} scenario={scenario} />
      </Fold>
      <Fold summary={text('load-knee')}>
        <Knee results={results} scenario={scenario} />
      </Fold>
      <Fold summary={text('load-more')}>
        <OneMore results={results} scenario={scenario} />
      </Fold>
      <Fold id={FOLDS.orders} summary={text('load-orders-open')}>
        <LoadOrders results={results} protocols={protocols} faults={scenario.faults} />
      </Fold>
      <Fold summary={text('load-notes')}>
        <LoadNotes />
      </Fold>
    </div>
  );
});
