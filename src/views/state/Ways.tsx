import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { protocolOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { wayKey, type Way } from './chartModel.ts';
import { guardText, triggerText, whereText } from './chartText.ts';

interface WaysProps {
  readonly machine: string;
  readonly ways: readonly Way[];
}

/** Every way out of the states in which a role is: what would take it, and under which condition. */
export function Ways({ machine, ways }: WaysProps) {
  const text = useTopic('machines');
  return (
    <Fold summary={text('chart-ways', { count: ways.length })}>
      <ul className="state-ways">
        {ways.map((way) => (
          <li key={wayKey(way)}>
            <WayLine machine={machine} way={way} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function WayLine({ machine, way }: { readonly machine: string; readonly way: Way }) {
  const lang = useLang();
  const text = useTopic('machines');
  const protocol = usePlayer(protocolOf);
  const condition = conditionKey(way);
  return (
    <>
      {text('chart-moves', { cause: triggerText(lang, protocol, way.trigger), moves: whereText(lang, way) })}
      {way.isPossible ? <Chip tone="accent">{text('chart-legend-possible')}</Chip> : null}
      {condition === null ? null : (
        <small>{text(condition, { condition: way.guard === null ? '' : guardText(lang, machine, way.guard) })}</small>
      )}
    </>
  );
}

function conditionKey({ guard, isOtherwise }: Way): 'chart-if' | 'chart-otherwise' | 'chart-otherwise-if' | null {
  if (guard === null) return isOtherwise ? 'chart-otherwise' : null;
  return isOtherwise ? 'chart-otherwise-if' : 'chart-if';
}
