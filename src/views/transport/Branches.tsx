import { useText } from '../../i18n/useText.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import type { Session } from '../../player/session.ts';
import { Button } from '../../ui/Button.tsx';
import './Branches.css';

const branchesOf = (session: Session): Session['branches'] => session.branches;
const returnToOf = (session: Session): Session['returnTo'] => session.returnTo;

/** The futures that were left by acting in the past, each with the way back to it. */
export function Branches() {
  const branches = usePlayer(branchesOf);
  const returnTo = usePlayer(returnToOf);
  const text = useText();
  return (
    <section className="branches" aria-label={text('branch-title')}>
      <span>{text('branch-title')}</span>
      <ul>
        {branches.map(({ id, at, steps }) => (
          <li key={id}>
            <Button tone="quiet" icon="branch" onClick={() => returnTo(id)}>
              {text('branch-return', { at, count: steps.length - at })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
