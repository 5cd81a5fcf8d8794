import { memo, useMemo } from 'react';
import { keyOf } from '../../engine/data.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { useShelves } from '../../i18n/useTopic.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import { Button } from '../../ui/Button.tsx';
import { wholeSession } from '../wholeSession.ts';
import { useRest } from '../frame/useRest.ts';
import './Actions.css';
import { actionLines, type ActionLine } from './actionLines.ts';

/** Everything that can be done now, listed: the same table that feeds the buttons on the stage. */
export function Actions() {
  useRest();
  useShelves('panels');
  const session = usePlayer(wholeSession);
  const lang = useLang();
  const text = useText();
  const groups = useMemo(() => actionLines(session, lang), [session, lang]);
  return (
    <div className="actions">
      {groups.map(({ kind, lines }) => (
        <section key={kind} aria-label={text(`actions-${kind}`)}>
          <h3>{text(`actions-${kind}`)}</h3>
          <ul>
            {lines.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Most lines say after a step what they said before, and are left as they are. */
const Line = memo(
  function Line({ line: { title, note, buttons } }: { readonly line: ActionLine }) {
    const store = usePlayerStore();
    return (
      <li className="actions-item">
        <p>
          <b>{title}</b>
          {note === null ? null : <small>{note}</small>}
        </p>
        <div>
          {buttons.map(({ id, label, isDanger, step }) => (
            <Button
              key={id}
              tone={isDanger ? 'danger' : 'plain'}
              aria-label={`${label}: ${title}`}
              onClick={() => store.getState().act(step)}
            >
              {label}
            </Button>
          ))}
        </div>
      </li>
    );
  },
  (one, other) => keyOf(one.line) === keyOf(other.line),
);
