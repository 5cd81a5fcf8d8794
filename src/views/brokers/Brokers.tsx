import { useExplorerText } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { Icon } from '../../ui/Icon.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import './Brokers.css';
import {
  brokers,
  claims,
  COLUMNS,
  CRITERIA,
  gaps,
  linkOf,
  MARKS,
  SOURCES,
  type Broker,
  type Mark,
  type SourceId,
} from './brokersModel.ts';

/** Which broker offers what: the three needs, the article's sentence, every broker, and what nobody could tell us. */
export function Brokers() {
  const text = useTopic('brokers');
  return (
    <div className="brokers">
      <p className="brokers-intro">{text('brokers-intro')}</p>
      <div className="brokers-top">
        <Needs />
        <Claims />
      </div>
      <section aria-labelledby="brokers-table">
        <h3 id="brokers-table">{text('brokers-table')}</h3>
        <div className="brokers-columns" aria-hidden="true">
          <span />
          <div>
            {COLUMNS.map((criterion) => (
              <span key={criterion}>{text(`criterion-${criterion}`)}</span>
            ))}
          </div>
          <span>{text('brokers-use')}</span>
        </div>
        <ul className="brokers-list">
          {brokers.map((broker) => (
            <Row key={broker.id} broker={broker} />
          ))}
        </ul>
      </section>
      <section className="brokers-gaps" aria-labelledby="brokers-gaps">
        <h3 id="brokers-gaps">{text('gaps-title')}</h3>
        <ul>
          {gaps.map(({ id, sources }) => (
            <li key={id}>
              {text(`gap-${id}`)}
              <Sources ids={sources} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Needs() {
  const text = useTopic('brokers');
  return (
    <section className="brokers-needs" aria-labelledby="brokers-needs">
      <h3 id="brokers-needs">{text('brokers-needs')}</h3>
      <dl>
        {CRITERIA.map((criterion) => (
          <div key={criterion}>
            <dt>{text(`criterion-${criterion}`)}</dt>
            <dd>{text(`criterion-${criterion}-why`)}</dd>
          </div>
        ))}
      </dl>
      <ul className="brokers-marks" aria-label={text('brokers-marks')}>
        {MARKS.map((mark) => (
          <li key={mark}>
            <MarkShape mark={mark} />
            {text(`mark-${mark}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Claims() {
  const text = useTopic('brokers');
  return (
    <section className="brokers-claims" aria-labelledby="brokers-claims">
      <h3 id="brokers-claims">{text('article-title')}</h3>
      <figure>
        <blockquote>{text('article-quote')}</blockquote>
        <figcaption>{text('article-from')}</figcaption>
      </figure>
      <dl>
        {claims.map(({ id, mark, sources }) => (
          <div key={id}>
            <dt>{text(`claim-${id}-name`)}</dt>
            <dd>
              <MarkShape mark={mark} />
              <div>
                <b>{text(`claim-${id}`)}</b> {text(`claim-${id}-why`)}
                <Sources ids={sources} />
              </div>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Row({ broker }: { readonly broker: Broker }) {
  const page = useExplorerText();
  const text = useTopic('brokers');
  const { id, marks, protocol, sources } = broker;
  return (
    <li className="broker">
      <div className="broker-name">
        <h4>
          {text(`broker-${id}`)} <small>{text(`broker-${id}-note`)}</small>
        </h4>
        <p>{text(`broker-${id}-says`)}</p>
        <Sources ids={sources} />
      </div>
      <dl>
        {COLUMNS.map((criterion) => (
          <div key={criterion}>
            <dt>{text(`criterion-${criterion}`)}</dt>
            <dd>
              <MarkShape mark={marks[criterion]} label={text(`mark-${marks[criterion]}`)} />
              <p>{text(`broker-${id}-${criterion}`)}</p>
            </dd>
          </div>
        ))}
      </dl>
      <div className="broker-use">
        <p>{text(`broker-${id}-use`)}</p>
        <LinkButton href={`#${linkOf(broker)}`}>
          {text('brokers-open', { protocol: page(`protocol-${protocol}`) })}
          <span className="ui-unseen">{text('brokers-open-for', { broker: text(`broker-${id}`) })}</span>
          <Icon name="forward" />
        </LinkButton>
      </div>
    </li>
  );
}

function Sources({ ids }: { readonly ids: readonly SourceId[] }) {
  const text = useTopic('brokers');
  if (ids.length === 0) return null;
  return (
    <ul className="brokers-sources" aria-label={text('brokers-sources')}>
      {ids.map((id) => (
        <li key={id}>
          <a href={SOURCES[id]} target="_blank" rel="noreferrer">
            {text(`source-${id}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A tick in a full disc, half a disc, an empty ring; named where no word beside it says the same. */
function MarkShape({ mark, label }: { readonly mark: Mark; readonly label?: string }) {
  const voice = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={`brokers-mark brokers-mark-${mark}`} viewBox="0 0 16 16" {...voice}>
      <circle cx="8" cy="8" r="6.5" />
      {mark === 'partly' ? <path d="M8 1.5a6.5 6.5 0 0 0 0 13z" /> : null}
      {mark === 'yes' ? <path d="m4.9 8.3 2.2 2.2 4-4.4" /> : null}
    </svg>
  );
}
