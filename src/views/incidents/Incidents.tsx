import { useText } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import type { Verdict } from '../../protocols/protocol.ts';
import type { Mend, Proof } from '../../scenario/incident.ts';
import type { Incident } from '../../scenario/incidents.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { verdictLook } from '../ledger/verdictLook.ts';
import './Incidents.css';
import { compareHref, incidentsByGroup, mendHref, playHref } from './incidentsModel.ts';

/** Public incidents by what went wrong: what was reported, the run that shows it, and what mends it. */
export function Incidents() {
  const text = useTopic('incidents');
  return (
    <div className="incidents">
      <p className="incidents-intro">{text('incidents-intro')}</p>
      {incidentsByGroup().map(({ group, incidents }) => (
        <section key={group} aria-labelledby={`incidents-${group}`}>
          <h3 id={`incidents-${group}`}>{text(`group-${group}`)}</h3>
          <ul>
            {incidents.map((incident) => (
              <Card key={incident.id} incident={incident} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Card({ incident: { id, sources, run, mend } }: { readonly incident: Incident }) {
  const text = useTopic('incidents');
  const title = text(`${id}-title`);
  return (
    <li className="incident">
      <div className="incident-told">
        <h4>{title}</h4>
        <p>{text(`${id}-what`)}</p>
        <p className="incident-sources">
          {sources.map(({ name, url }) => (
            <a key={url} href={url} target="_blank" rel="noreferrer">
              {name}
              <Icon name="external" size={12} />
            </a>
          ))}
        </p>
      </div>
      <div className="incident-run">
        <span className="incident-label">{text('incidents-as-it-was')}</span>
        <VerdictChip verdict={run.verdict} />
        <PlayLink
          href={playHref(run.link)}
          what={text('incidents-play')}
          how={text('incidents-as-it-was')}
          title={title}
        />
      </div>
      <div className="incident-run incident-mend">
        <span className="incident-label">{text('incidents-mended')}</span>
        <MendChip mend={mend} />
        <MendLink mend={mend} title={title} />
        {mend.kind === 'run' ? <CompareLink href={compareHref(run, mend)} title={title} /> : null}
        <p>{mend.kind === 'impossible' ? <ProofText id={id} proof={mend.proof} /> : text(`${id}-mend`)}</p>
      </div>
    </li>
  );
}

function VerdictChip({ verdict }: { readonly verdict: Verdict }) {
  const text = useText();
  return <Chip {...verdictLook(verdict)}>{text(`verdict-${verdict}`)}</Chip>;
}

function MendChip({ mend }: { readonly mend: Mend }) {
  const text = useTopic('incidents');
  if (mend.kind === 'run') return <VerdictChip verdict={mend.verdict} />;
  return (
    <Chip tone="good" icon={mend.kind === 'refused' ? 'lock' : 'shield'}>
      {text(`incidents-${mend.kind}`)}
    </Chip>
  );
}

function MendLink({ mend, title }: { readonly mend: Mend; readonly title: string }) {
  const text = useTopic('incidents');
  const href = mendHref(mend);
  if (href === null) return null;
  const what = text(mend.kind === 'refused' ? 'incidents-try' : 'incidents-play');
  return <PlayLink href={href} what={what} how={text('incidents-mended')} title={title} />;
}

function CompareLink({ href, title }: { readonly href: string; readonly title: string }) {
  const text = useTopic('incidents');
  const what = text('incidents-compare');
  return (
    <a className="incident-compare" href={href} aria-label={text('incidents-compare-of', { what, title })}>
      {what}
    </a>
  );
}

interface PlayLinkProps {
  readonly href: string;
  readonly what: string;
  readonly how: string;
  readonly title: string;
}

/** The visible words are the same on every card; its name says which run of which card it plays. */
function PlayLink({ href, what, how, title }: PlayLinkProps) {
  const text = useTopic('incidents');
  return (
    <LinkButton href={href} icon="play" aria-label={text('incidents-of', { what, how, title })}>
      {what}
    </LinkButton>
  );
}

function ProofText({ id, proof }: { readonly id: Incident['id']; readonly proof: Proof }) {
  const text = useTopic('incidents');
  const { promise, faults, states } = proof;
  return (
    <>
      {text(`${id}-mend`)} {text('incidents-proof', { promise, states, loss: faults.drop })}
    </>
  );
}
