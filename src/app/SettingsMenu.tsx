import { useExplorerText } from '../i18n/useText.ts';
import { useTopic } from '../i18n/useTopic.ts';
import { MOTIONS, THEMES } from '../player/session.ts';
import { usePlayer } from '../player/usePlayer.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { SettingsPanel } from '../views/settings/SettingsPanel.tsx';
import { StopsSwitch } from '../views/stops/StopsSwitch.tsx';
import { wholeSession } from '../views/wholeSession.ts';
import { LanguageButtons } from './LanguageButtons.tsx';
import './SettingsMenu.css';

/** The protocol's settings, and below them how the page looks and moves. */
export function SettingsMenu() {
  const { theme, setTheme, motion, setMotion } = usePlayer(wholeSession);
  const text = useExplorerText();
  const about = useTopic('panels');
  return (
    <div className="settings-menu">
      <SettingsPanel />
      <section aria-label={about('settings-display')}>
        <h2 className="panel-title">{about('settings-display')}</h2>
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
          <span>{about('page-motion')}</span>
          <Segmented
            label={about('page-motion')}
            value={motion}
            options={MOTIONS.map((value) => ({ value, label: about(`page-motion-${value}`) }))}
            onChange={setMotion}
          />
        </div>
        <div className="settings-row settings-language">
          <LanguageButtons />
        </div>
        <StopsSwitch />
      </section>
    </div>
  );
}
