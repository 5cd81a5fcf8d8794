import { memo, useEffect, useRef } from 'react';
import type { RoleId } from '../../engine/model.ts';
import { listText } from '../../i18n/lists.ts';
import { namesOf } from '../../i18n/names.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { protocolOf } from '../../player/selectors.ts';
import { afterPaint } from '../../player/afterPaint.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { durationText } from '../../scene/duration.ts';
import { ChartFigure } from './ChartFigure.tsx';
import type { RoleMoves } from './chartModel.ts';
import type { Chart } from './charts.ts';
import { fieldText } from './chartText.ts';
import { isAlike } from './fieldsModel.ts';
import { FieldTables } from './FieldTables.tsx';
import { Moves, told } from './Moves.tsx';
import type { Loss, RoleView } from './stateModel.ts';

interface RoleProps {
  readonly view: RoleView;
  readonly moves: RoleMoves;
  readonly charts: readonly Chart[];
  /** It is all that its process is, and has its name. */
  readonly isAlone: boolean;
}

/** One role: its statechart, the same in words, its timers, and what it knows. Most steps move one or two of them. */
export const Role = memo(function Role({ view, moves, charts, isAlone }: RoleProps) {
  const lang = useLang();
  const text = useTopic('panels');
  const chartText = useTopic('machines');
  const protocol = usePlayer(protocolOf);
  const names = namesOf(lang, protocol.id);
  const name = names.role(view.role);
  const room = useRef<HTMLElement>(null);
  const middle = litMiddle(charts, moves.marks.lit);
  useEffect(() => {
    if (middle === null) return;
    return afterPaint(() => {
      if (room.current !== null) room.current.scrollLeft = middle - room.current.clientWidth / 2;
    });
  }, [middle]);
  return (
    <div className="state-role" id={roleAnchor(view.role)}>
      {isAlone ? null : <h4>{name}</h4>}
      {view.loss === null ? (
        <Moves machine={view.machine} moves={moves} charts={charts} />
      ) : (
        <Lost loss={view.loss} machine={view.machine} />
      )}
      {view.timers.map(({ delay, inMs }) => (
        <p key={delay} className="state-timer">
          {text('state-timer', { delay: names.delay(delay), time: durationText(inMs) })}
        </p>
      ))}
      <section
        ref={room}
        className="state-charts"
        aria-label={chartText('chart-of', { role: name })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls needs the focus
        tabIndex={charts.some(({ width }) => width > NARROW) ? 0 : undefined}
      >
        {charts.map((chart) => (
          <ChartFigure key={chart.id} protocol={protocol} chart={chart} marks={moves.marks} />
        ))}
      </section>
      <FieldTables protocol={protocol.id} machine={view.machine} context={view.context} before={view.before} />
    </div>
  );
}, isSameRole);

function isSameRole(one: RoleProps, other: RoleProps): boolean {
  return (
    one.charts === other.charts &&
    one.isAlone === other.isAlone &&
    isAlike(one.view, other.view) &&
    isAlike(told(one.moves), told(other.moves))
  );
}

/** Where a role stands in the panel. */
export function roleAnchor(role: RoleId): string {
  return `state-of-${role}`;
}

/** A chart of this width (CSS pixels) fits on every screen; a wider one may have to scroll. */
const NARROW = 240;

/** Where in the widest chart the innermost state is in which it is; null where it is in none. */
function litMiddle(charts: readonly Chart[], lit: ReadonlySet<string>): number | null {
  const widest = charts.reduce<Chart | null>(
    (known, chart) => (chart.width > (known?.width ?? 0) ? chart : known),
    null,
  );
  const state = widest?.states.findLast(({ id, isAny }) => lit.has(id) && !isAny);
  return state === undefined ? null : state.x + state.width / 2;
}

/** What a crash did, in words. */
function Lost({ loss, machine }: { readonly loss: Loss; readonly machine: string }) {
  const lang = useLang();
  const text = useTopic('machines');
  const list = (fields: readonly string[]): string =>
    listText(
      lang,
      fields.map((field) => fieldText(lang, machine, field)),
    );
  return (
    <ul className="state-loss">
      <li>{text(loss.kind === 'machine' ? 'crash-power' : 'crash-killed')}</li>
      <li>
        {loss.survived.length === 0 ? text('crash-nothing') : text('crash-survives', { fields: list(loss.survived) })}
      </li>
      <li>{loss.gone.length === 0 ? text('crash-no-loss') : text('crash-gone', { fields: list(loss.gone) })}</li>
    </ul>
  );
}
