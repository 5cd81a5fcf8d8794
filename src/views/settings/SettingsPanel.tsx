import type { Settings } from '../../engine/model.ts';
import { whysOf } from '../../i18n/shelves.ts';
import { useShelves, useTopic } from '../../i18n/useTopic.ts';
import { useLang, useExplorerText } from '../../i18n/useText.ts';
import { protocolOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import type { Protocol } from '../../protocols/protocol.ts';
import { Select } from '../../ui/Field.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { useRest } from '../frame/useRest.ts';
import { wholeSession } from '../wholeSession.ts';
import './SettingsPanel.css';
import { settingViews, type SettingView } from './settingsModel.ts';

/** The settings of the run. */
export function SettingsPanel() {
  const session = usePlayer(wholeSession);
  const text = useExplorerText();
  const said = useTopic('panels');
  return (
    <section className="settings">
      <h2 className="panel-title">{text('settings-title')}</h2>
      <p className="settings-intro">{said('settings-intro')}</p>
      <SettingFields protocol={protocolOf(session)} settings={session.settings} onChange={session.setSetting} />
    </section>
  );
}

interface SettingFieldsProps {
  readonly protocol: Protocol;
  readonly settings: Settings;
  readonly onChange: (name: string, value: string) => void;
}

/** The safeguards and versions that a reader can switch, each with the sentence of why one would. Suspends until it is there. */
export function SettingFields({ protocol, settings, onChange }: SettingFieldsProps) {
  useShelves(whysOf(protocol.id));
  useRest();
  return settingViews(protocol, settings, useLang()).map((setting) => (
    <Setting key={setting.name} setting={setting} onChange={(value) => onChange(setting.name, value)} />
  ));
}

interface SettingProps {
  readonly setting: SettingView;
  readonly onChange: (value: string) => void;
}

function Setting({ setting, onChange }: SettingProps) {
  const text = useTopic('panels');
  const { control, label, why, value, isChanged } = setting;
  const field = { label, hint: why };
  return (
    <div className={isChanged ? 'setting setting-changed' : 'setting'}>
      {control.kind === 'choice' ? (
        <Select {...field} options={control.options} value={value} onChange={onChange} />
      ) : (
        <Stepper
          {...field}
          value={Number(value)}
          min={control.min}
          max={control.max}
          less={text('settings-less')}
          more={text('settings-more')}
          onChange={(number) => onChange(String(number))}
        />
      )}
    </div>
  );
}
