import { useText } from '../../i18n/useText.ts';
import { takeStep } from '../../player/rest.ts';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import type { Box } from '../../scene/geometry.ts';
import type { PlacedChoice } from '../../scene/nodeLayout.ts';
import './Chips.css';
import { useSelect } from './useSelect.ts';

interface ChoiceChipsProps {
  readonly node: string;
  readonly title: string;
  readonly choices: readonly PlacedChoice[];
  readonly more: Box | null;
}

/** What a role may do now that it is its turn: what it would do by itself first, then the alternatives. */
export function ChoiceChips({ node, title, choices, more }: ChoiceChipsProps) {
  const store = usePlayerStore();
  const text = useText();
  const select = useSelect({ kind: 'node', id: node });
  return (
    <>
      {choices.map(({ content, lines, box }, index) => (
        <button
          key={content.label}
          type="button"
          className={`stage-chip stage-chip-choice nopan ${index === 0 ? 'stage-chip-main' : ''}`}
          style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
          title={lines.join(' ') === content.label ? undefined : content.label}
          onClick={() => takeStep(store.getState(), { kind: 'choose', role: content.role, message: content.message })}
        >
          {lines.map((line) => (
            <span key={line}>{`${line} `}</span>
          ))}
          {lines.join(' ') === content.label ? null : <span className="ui-unseen">{content.label}</span>}
        </button>
      ))}
      {more === null ? null : (
        <button
          type="button"
          className="stage-chip stage-chip-choice nopan"
          style={{ left: more.x, top: more.y, width: more.width, height: more.height }}
          aria-label={text('stage-more-choices', { process: title })}
          title={text('stage-more-choices', { process: title })}
          aria-haspopup="dialog"
          data-anchor={`more:${node}`}
          {...select}
        >
          …
        </button>
      )}
    </>
  );
}
