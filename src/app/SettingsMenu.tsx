import { useText } from '../i18n/useText.ts';
import { MOTIONS, THEMES } from '../player/session.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SettingsPanel } from '../views/settings/SettingsPanel.tsx';
import { StopsSwitch } from '../views/stops/StopsSwitch.tsx';
import { wholeSession } from '../views/wholeSession.ts';
import './SettingsMenu.css';

/** The protocol's settings, and below them how the page looks and moves. */
export function SettingsMenu() {
  const { theme, setTheme, motion, setMotion } = usePlayer(wholeSession);
  const text = useText();
  return (
    <div className="settings-menu">
      <SettingsPanel />
      <section aria-label={text('settings-display')}>
        <h2 className="panel-title">{text('settings-display')}</h2>
        <div className="settings-row">
          <span>{text('page-theme')}</span>
          <Segmented
            label={text('page-theme')}
            value={theme}
            options={THEMES.map((value) => ({
              value,
              label: text(`page-theme-${value}`),
            }))}
            onChange={setTheme}
          />
        </div>
        <div className="settings-row">
          <span>{text('page-motion')}</span>
          <Segmented
            label={text('page-motion')}
            value={motion}
            options={MOTIONS.map((value) => ({ value, label: text(`page-motion-${value}`) }))}
            onChange={setMotion}
          />
        </div>
        <StopsSwitch />
      </section>
    </div>
  );
}
