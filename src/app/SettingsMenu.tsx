import { useText } from '../i18n/useText.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SettingsPanel } from '../views/settings/SettingsPanel.tsx';
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
            options={(['auto', 'light', 'dark'] as const).map((value) => ({
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
            options={(['auto', 'reduced'] as const).map((value) => ({ value, label: text(`page-motion-${value}`) }))}
            onChange={setMotion}
          />
        </div>
      </section>
    </div>
  );
}
