import type { GuardedTransition } from '../../engine/statechart.ts';
import { clausesText, listText } from '../../i18n/lists.ts';
import { stepLabel } from '../../i18n/stepLabel.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { keyOf } from '../../engine/data.ts';
import { protocolOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import type { RoleMoves } from './chartModel.ts';
import type { Chart } from './charts.ts';
import { guardText, stateText, triggerText, whereText } from './chartText.ts';
import { Ways } from './Ways.tsx';

interface MovesProps {
  readonly machine: string;
  readonly moves: RoleMoves;
  readonly charts: readonly Chart[];
}

/** A statechart in words: where the role is, what it has just done, what it could do now and why. */
export function Moves({ machine, moves: { states, taken, possible, ways }, charts }: MovesProps) {
  const lang = useLang();
  const text = useTopic('machines');
  const protocol = usePlayer(protocolOf);
  const where = (move: GuardedTransition): string => {
    const told = whereText(lang, move);
    if (move.guard === null) return told;
    return text('chart-because', { moves: told, condition: guardText(lang, machine, move.guard) });
  };
  const told = (moves: readonly GuardedTransition[]): string => listText(lang, [...new Set(moves.map(where))]);
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
        <details>
          <summary>{text('chart-possible', { count: possible.length })}</summary>
          <ul>
            {possible.map(({ step, moves }) => (
              <li key={keyOf({ ...step })}>
                {text('chart-moves', { cause: stepLabel(lang, protocol, step), moves: told(moves) })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {ways.length === 0 ? null : <Ways machine={machine} ways={ways} />}
    </div>
  );
}
