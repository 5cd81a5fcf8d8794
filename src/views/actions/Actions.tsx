import { useMemo } from 'react';
import { namesOf } from '../../i18n/names.ts';
import { protocolText } from '../../i18n/text.ts';
import { useLang, useText } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { frameOf, protocolOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { durationText } from '../../scene/duration.ts';
import { Button } from '../../ui/Button.tsx';
import { wholeSession } from '../wholeSession.ts';
import { useRest } from '../frame/useRest.ts';
import './Actions.css';
import { actionGroups, type ActionItem } from './actionsModel.ts';
import { actionText } from './actionText.ts';

/** Everything that can be done now, listed: the same table that feeds the buttons on the stage. */
export function Actions() {
  useRest();
  const session = usePlayer(wholeSession);
  const text = useText();
  const groups = useMemo(() => actionGroups(session), [session]);
  return (
    <div className="actions">
      {groups.map((group) => (
        <section key={group.kind} aria-label={text(`actions-${group.kind}`)}>
          <h3>{text(`actions-${group.kind}`)}</h3>
          <ul>
            {group.items.map((item) => (
              <Item key={item.key} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Item({ item }: { readonly item: ActionItem }) {
  const protocol = usePlayer(protocolOf);
  const act = usePlayer(({ act: take }) => take);
  const lang = useLang();
  const { title, note } = useSubject(item);
  return (
    <li className="actions-item">
      <p>
        <b>{title}</b>
        {note === null ? null : <small>{note}</small>}
      </p>
      <div>
        {item.actions.map((action) => {
          const label = actionText(lang, protocol.id, action);
          return (
            <Button
              key={action.id}
              tone={action.tone === 'danger' ? 'danger' : 'plain'}
              aria-label={`${label}: ${title}`}
              onClick={() => act(action.step)}
            >
              {label}
            </Button>
          );
        })}
      </div>
    </li>
  );
}

/** What a set of actions is about: its name, and a note beside it. */
function useSubject({ step, kind }: ActionItem): { title: string; note: string | null } {
  const lang = useLang();
  const text = useText();
  const about = useTopic('panels');
  const protocol = usePlayer(protocolOf);
  const { timers, timeMs } = usePlayer(frameOf);
  const names = namesOf(lang, protocol.id);
  switch (step.kind) {
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return {
        title: names.message(step.message),
        note: text('actions-route', { from: names.role(step.from), to: names.role(step.to) }),
      };
    case 'fire': {
      const timer = timers.find(({ role, delay }) => role === step.role && delay === step.delay);
      const due = timer === undefined ? null : durationText(Math.max(0, timer.dueMs - timeMs));
      return { title: names.delay(step.delay), note: due === null ? null : about('actions-due', { time: due }) };
    }
    case 'choose': {
      const role = names.role(step.role);
      return kind === null
        ? { title: role, note: null }
        : { title: protocolText(lang, protocol.id, `kind-${kind}`), note: role };
    }
    case 'crash':
    case 'restart':
      return { title: names.process(step.process), note: null };
  }
}
