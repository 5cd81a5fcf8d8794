import { useTopic } from '../../i18n/useTopic.ts';
import { Switch } from '../../ui/Switch.tsx';
import { useAsking } from './asking.ts';

/** Whether the reader wants to be asked before the turning points. */
export function StopsSwitch() {
  const text = useTopic('stops');
  const [isOn, setOn] = useAsking();
  return <Switch label={text('stop-ask')} isOn={isOn} onChange={setOn} />;
}
