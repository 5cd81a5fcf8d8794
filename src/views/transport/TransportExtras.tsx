import { useExplorerText } from '../../i18n/useText.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { SPEEDS } from '../../player/session.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { wholeSession } from '../wholeSession.ts';
import './TransportExtras.css';

/** How fast to play, and from the beginning. */
export function TransportExtras() {
  const session = usePlayer(wholeSession);
  const text = useExplorerText();
  const options = SPEEDS.map((speed) => ({ value: String(speed), label: text('transport-speed-value', { speed }) }));
  return (
    <div className="transport-extras">
      <Select
        isBare
        label={text('transport-speed')}
        value={String(session.speed)}
        options={options}
        onChange={(value) => session.setSpeed(SPEEDS.find((speed) => String(speed) === value) ?? 1)}
      />
      <IconButton
        icon="restart"
        label={text('transport-restart')}
        keys="R"
        disabled={session.steps.length === 0}
        onClick={session.restart}
      />
    </div>
  );
}
