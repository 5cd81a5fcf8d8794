import { useId } from 'react';
import { IconButton } from './Button.tsx';
import { describedBy, Hint, type FieldProps } from './Field.tsx';

interface StepperProps extends FieldProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly less: string;
  readonly more: string;
  readonly onChange: (value: number) => void;
}

/** A whole number between bounds, with a button on each side. */
export function Stepper({ label, hint, value, min, max, less, more, onChange }: StepperProps) {
  const id = useId();
  const set = (wanted: number): void => {
    if (Number.isInteger(wanted) && wanted >= min && wanted <= max) onChange(wanted);
  };
  return (
    <div className="ui-field">
      <label htmlFor={id} className="ui-field-label">
        {label}
      </label>
      <div className="ui-stepper">
        <IconButton icon="minus" label={less} disabled={value <= min} onClick={() => set(value - 1)} />
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={value}
          onChange={(event) => set(event.target.valueAsNumber)}
          {...describedBy(id, hint)}
        />
        <IconButton icon="plus" label={more} disabled={value >= max} onClick={() => set(value + 1)} />
      </div>
      <Hint id={id} text={hint} />
    </div>
  );
}
