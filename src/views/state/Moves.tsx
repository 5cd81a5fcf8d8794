import { memo } from 'react';
import type { GuardedTransition } from '../../engine/statechart.ts';
import { clausesText, listText } from '../../i18n/lists.ts';
import { stepLabel } from '../../i18n/stepLabel.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { keyOf } from '../../engine/data.ts';
import { protocolOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Fold } from '../../ui/Fold.tsx';
import type { RoleMoves } from './chartModel.ts';
import type { Chart } from './charts.ts';
import { guardText, stateText, triggerText, whereText } from './chartText.ts';
import { isAlike } from './fieldsModel.ts';
import { Ways } from './Ways.tsx';

interface MovesProps {
  readonly machine: string;
  readonly moves: RoleMoves;
  readonly charts: readonly Chart[];
}

/** A statechart in words: where the role is, what it has just done, what it could do now and why. */
export const Moves = memo(function Moves({ machine, moves, charts }: MovesProps) {
  const { states, taken, possible, ways } = moves;
  const lang = useLang();
  const text = useTopic('machines');
  const protocol = usePlayer(protocolOf);
  const where = useWhere(machine);
  const named = taken.map((move) =>
    text('chart-moves', { cause: triggerText(lang, protocol, move.trigger), moves: where(move) }),
  );
  // What all regions of a parallel machine share is in no state of its own.
  const regions = charts.length === 1 ? charts : charts.filter(({ id }) => id.includes('.'));
  const places = regions.flatMap(({ id: region }) => {
    const state = states.find((id) => id.startsWith(`${region}.`));
    if (state === undefined) return [];
    const name = stateText(lang, state);
    return [region.includes('.') ? text('chart-moves', { cause: stateText(lang, region), moves: name }) : name];
  });
  return (
    <div className="state-moves">
      <p>{text('chart-now', { states: clausesText(lang, places) })}</p>
      {named.length === 0 ? null : <p>{text('chart-taken', { moves: clausesText(lang, [...new Set(named)]) })}</p>}
      {possible.length === 0 ? (
        <p>{text('chart-none')}</p>
      ) : (
        <Fold summary={text('chart-possible', { count: possible.length })}>
          <Possible machine={machine} possible={possible} />
        </Fold>
      )}
      {ways.length === 0 ? null : <Ways machine={machine} ways={ways} />}
    </div>
  );
}, isSameMoves);

function isSameMoves(one: MovesProps, other: MovesProps): boolean {
  return one.machine === other.machine && one.charts === other.charts && isAlike(told(one.moves), told(other.moves));
}

/** What is marked in a chart follows from the rest. */
export function told({ states, taken, possible, ways }: RoleMoves): Omit<RoleMoves, 'marks'> {
  return { states, taken, possible, ways };
}

function Possible({ machine, possible }: { readonly machine: string; readonly possible: RoleMoves['possible'] }) {
  const lang = useLang();
  const text = useTopic('machines');
  const protocol = usePlayer(protocolOf);
  const where = useWhere(machine);
  return (
    <ul>
      {possible.map(({ step, moves }) => (
        <li key={keyOf({ ...step })}>
          {text('chart-moves', {
            cause: stepLabel(lang, protocol, step),
            moves: listText(lang, [...new Set(moves.map(where))]),
          })}
        </li>
      ))}
    </ul>
  );
}

/** Where a transition leads, and what let it through. */
function useWhere(machine: string): (move: GuardedTransition) => string {
  const lang = useLang();
  const text = useTopic('machines');
  return (move) => {
    const leads = whereText(lang, move);
    if (move.guard === null) return leads;
    return text('chart-because', { moves: leads, condition: guardText(lang, machine, move.guard) });
  };
}
