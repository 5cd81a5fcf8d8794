import { Suspense, use } from 'react';
import { namesOf } from '../../i18n/names.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { protocolOf } from '../../player/selectors.ts';
import type { Session } from '../../player/session.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { protocolIds } from '../../protocols/loaders.ts';
import { Chip } from '../../ui/Chip.tsx';
import { useRest } from '../frame/useRest.ts';
import { wholeSession } from '../wholeSession.ts';
import { StepFidelity } from '../fidelity/StepFidelity.tsx';
import { roleMoves } from './chartModel.ts';
import { chartsOf, type Chart, type Charts } from './charts.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { Role, roleAnchor } from './Role.tsx';
import css from './State.css?inline';
import { processViews, type ProcessView } from './stateModel.ts';

/** The world as it is: every role by process, drawn from its own machine, with what it knows and what it waits for. */
export function State() {
  useRest();
  useShelves('machines', 'panels');
  const session = usePlayer(wholeSession);
  const { id } = protocolOf(session);
  const charts = use(chartsOf(protocolIds.find((known) => known === id) ?? protocolIds[0]));
  const views = processViews(session);
  return (
    <div className="state">
      {/* With the panel, not with the page. */}
      <style href="state" precedence="panel">
        {css}
      </style>
      <ChartLegend />
      <Jumps views={views} />
      {views.map((view) => (
        <Process key={view.process} view={view} session={session} charts={charts} />
      ))}
      {id === 'half-message' ? (
        <Suspense>
          <StepFidelity />
        </Suspense>
      ) : null}
    </div>
  );
}

const NO_CHARTS: readonly Chart[] = [];

/** The way to each role: the panel is long. */
function Jumps({ views }: { readonly views: readonly ProcessView[] }) {
  const text = useTopic('machines');
  const names = namesOf(useLang(), usePlayer(protocolOf).id);
  return (
    <nav className="state-jumps" aria-label={text('state-jumps')}>
      {views
        .flatMap(({ roles }) => roles)
        .map(({ role }) => (
          <button
            key={role}
            type="button"
            onClick={() => document.getElementById(roleAnchor(role))?.scrollIntoView({ block: 'start' })}
          >
            {names.role(role)}
          </button>
        ))}
    </nav>
  );
}

interface ProcessProps {
  readonly view: ProcessView;
  readonly session: Session;
  readonly charts: Charts;
}

function Process({ view, session, charts }: ProcessProps) {
  const text = useTopic('panels');
  const names = namesOf(useLang(), usePlayer(protocolOf).id);
  const name = names.process(view.process);
  return (
    <section className={view.isCrashed ? 'state-process state-crashed' : 'state-process'}>
      <h3>
        {name}
        <Chip tone={view.isCrashed ? 'bad' : 'plain'} icon={view.isCrashed ? 'cross' : 'check'}>
          {text(view.isCrashed ? 'state-crashed' : 'state-up')}
        </Chip>
      </h3>
      {view.roles.map((role) => (
        <Role
          key={role.role}
          view={role}
          moves={roleMoves(session, role.role)}
          charts={charts[role.machine] ?? NO_CHARTS}
          isAlone={view.roles.length === 1 && names.role(role.role) === name}
        />
      ))}
    </section>
  );
}
