import { memo, use } from 'react';
import { protocolOf, timelineOf } from '../../player/selectors.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { useTopic } from '../../i18n/useTopic.ts';
import { orderNumber } from '../ledger/verdictLook.ts';
import { followedOf } from '../orders/followed.ts';
import { wholeSession } from '../wholeSession.ts';
import { Course } from './Course.tsx';
import css from './Knows.css?inline';
import { barsOf, columnAt, columnsOf, summaryOf, type Column, type Held } from './knowsModel.ts';
import { beliefsOf } from './loadedBeliefs.ts';
import { Mark } from './Mark.tsx';
import { useHeldText, type HeldText } from './useHeldText.ts';

/** What each party holds of the order that is followed: now, read down, and as time passed, read across. */
export function Knows() {
  const session = usePlayer(wholeSession);
  const text = useTopic('knows');
  const protocol = protocolOf(session);
  const order = followedOf(session);
  const notes = use(beliefsOf(protocol.id));
  const told = useHeldText();
  const columns = order === null ? [] : columnsOf(notes, protocol, timelineOf(session), order);
  const at = columnAt(columns, session.cursor);
  const values = { order: orderNumber(order ?? ''), step: session.cursor };
  const now = at === null ? undefined : columns[at];
  return (
    <div className="knows">
      {/* With the panel, not with the page. */}
      <style href="knows" precedence="panel">
        {css}
      </style>
      <p>{text('knows-intro')}</p>
      {now === undefined ? (
        <p>{text('knows-none')}</p>
      ) : (
        <section>
          <h3>{text('knows-now', values)}</h3>
          <Now columns={columns} at={columns.indexOf(now)} told={told} />
          <Summary column={now} told={told} />
        </section>
      )}
      {columns.length === 0 ? null : (
        <section>
          <h3 id="knows-course">{text('knows-course', values)}</h3>
          <Course columns={columns} at={at} labelledBy="knows-course" />
        </section>
      )}
    </div>
  );
}

interface NowProps {
  readonly columns: readonly Column[];
  readonly at: number;
  readonly told: HeldText;
}

/** One line per party; a press leads to where it came to hold it. */
function Now({ columns, at, told }: NowProps) {
  return (
    <ul className="knows-now">
      {(columns[at]?.held ?? []).map((held, lane) => {
        const bar = barsOf(columns, lane).find(({ first, last }) => first <= at && at <= last);
        // The bar is the same for as long as nobody changes its mind.
        return <Line key={held.lane.id} held={bar ?? held} since={columns[bar?.first ?? at]?.from ?? 0} told={told} />;
      })}
    </ul>
  );
}

interface LineProps extends Pick<NowProps, 'told'> {
  readonly held: Held;
  readonly since: number;
}

const Line = memo(function Line({ held, since, told: { nameOf, aboutOf, saysOf, markOf } }: LineProps) {
  const text = useTopic('knows');
  const { goTo } = usePlayerStore().getState();
  return (
    <li className={`knows-${held.standing}`} data-down={held.isDown ? '' : undefined}>
      <Mark held={held} />
      <span className="knows-who">
        {nameOf(held.lane)} <small>{aboutOf(held.lane)}</small>
      </span>
      <span className="knows-says">{saysOf(held)}</span>
      <span className="knows-mark">{markOf(held)}</span>
      <button type="button" onClick={() => goTo(since)}>
        {text('knows-since', { step: since })}
      </button>
    </li>
  );
});

function Summary({ column, told: { listOf } }: Pick<NowProps, 'told'> & { readonly column: Column }) {
  const text = useTopic('knows');
  return (
    <>
      <h4>{text('knows-why')}</h4>
      {summaryOf(column).map(({ key, lanes }) => (
        <p key={key}>{text(`sum-${key}`, { parties: listOf(lanes) })}</p>
      ))}
    </>
  );
}
