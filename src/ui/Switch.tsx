import './Switch.css';

interface SwitchProps {
  readonly label: string;
  /** Why one would switch it, as the tooltip. */
  readonly title?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** On or off: a checkbox underneath, its place tells it as well as its colour. */
export function Switch({ label, title, isOn, onChange }: SwitchProps) {
  return (
    <label className="ui-switch" title={title}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
