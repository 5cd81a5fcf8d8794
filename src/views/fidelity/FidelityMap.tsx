import { Fragment, use } from 'react';
import { protocolText } from '../../i18n/text.ts';
import { useLang } from '../../i18n/useText.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { Chip } from '../../ui/Chip.tsx';
import { fidelity, ruleRows, type Evidence, type RuleRow, type RunLink } from './fidelityModel.ts';
import './Fidelity.css';

/** Which rules of the model a real broker has shown, which only its source says, and what should be recorded next. */
export function FidelityMap() {
  const text = useTopic('rules');
  useShelves('half-message');
  const lang = useLang();
  const map = use(fidelity());
  const rows = ruleRows(map);
  const count = (evidence: Evidence): number => rows.filter((row) => row.evidence === evidence).length;
  const { recorded, reached, after, named } = map.transitions;
  return (
    <section className="fidelity" aria-labelledby="fidelity-title">
      <h3 id="fidelity-title">{text('fidelity-title')}</h3>
      <p>
        {text('fidelity-rules', { recorded: count('recorded'), source: count('source'), neither: count('neither') })}
      </p>
      <p>
        {text('fidelity-coverage', { reached })} {after.map((one) => text('fidelity-after', one)).join(' · ')}
      </p>
      <details>
        <summary>{text('fidelity-by-rule')}</summary>
        <ul>
          {rows.map((row) => (
            <Rule key={row.id} row={row} />
          ))}
        </ul>
      </details>
      <details>
        <summary>{text('fidelity-by-move', { recorded, reached })}</summary>
        <ul>
          {named.map(({ name, recorded: runs }) => (
            <li key={name}>
              <code>{name}</code>{' '}
              <EvidenceChip evidence={runs.length > 0 ? 'recorded' : 'neither'} count={runs.length} />
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{text('fidelity-next')}</summary>
        <ul>
          {map.next.map(({ scenario, transitions, link }) => (
            <li key={scenario}>
              <a href={`#${link}`}>{protocolText(lang, 'half-message', `scenario-${scenario}-title`)}</a>{' '}
              {text('fidelity-next-more', { count: transitions })}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Rule({ row: { id, evidence, runs } }: { readonly row: RuleRow }) {
  const text = useTopic('rules');
  return (
    <li>
      <span>
        <code>{id}</code> {text(`rule-${id}`)}
      </span>{' '}
      <EvidenceChip evidence={evidence} count={runs.length} />
      <Runs runs={runs} />
    </li>
  );
}

export function Runs({ runs }: { readonly runs: readonly RunLink[] }) {
  if (runs.length === 0) return null;
  return (
    <small>
      {runs.map(({ name, href }, index) => (
        <Fragment key={name}>
          {index === 0 ? null : ' · '}
          {href === null ? name : <a href={href}>{name}</a>}
        </Fragment>
      ))}
    </small>
  );
}

const LOOKS = {
  recorded: { icon: 'check', tone: 'good' },
  source: { icon: 'question', tone: 'check' },
  neither: { icon: 'question', tone: 'plain' },
} as const;

export function EvidenceChip({ evidence, count }: { readonly evidence: Evidence; readonly count: number }) {
  const text = useTopic('rules');
  return <Chip {...LOOKS[evidence]}>{text(`fidelity-${evidence}`, { count })}</Chip>;
}
