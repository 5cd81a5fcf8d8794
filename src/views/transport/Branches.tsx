import { useExplorerText } from '../../i18n/useText.ts';
import { returnTo } from '../../player/rest.ts';
import { usePlayer, usePlayerStore } from '../../player/usePlayer.tsx';
import type { Session } from '../../player/session.ts';
import { Button } from '../../ui/Button.tsx';
import './Branches.css';

const branchesOf = (session: Session): Session['branches'] => session.branches;

/** The futures that were left by acting in the past, each with the way back to it. */
export function Branches() {
  const branches = usePlayer(branchesOf);
  const store = usePlayerStore();
  const text = useExplorerText();
  return (
    <section className="branches" aria-label={text('branch-title')}>
      <span>{text('branch-title')}</span>
      <ul>
        {branches.map(({ id, at, steps }) => (
          <li key={id}>
            <Button tone="quiet" icon="branch" onClick={() => returnTo(store.getState(), id)}>
              {text('branch-return', { at, count: steps.length - at })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
