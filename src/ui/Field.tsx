import { useId } from 'react';
import './Field.css';
import { IconButton } from './Button.tsx';

interface FieldProps {
  readonly label: string;
  /** A sentence below the control. */
  readonly hint?: string;
}

interface SelectProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Only a name for the screen reader, and no hint. */
  readonly isBare?: boolean;
}

/** A native select with its name. */
export function Select({ label, hint, options, value, onChange, isBare = false }: SelectProps) {
  const id = useId();
  return (
    <div className={isBare ? 'ui-field-bare' : 'ui-field'}>
      <label htmlFor={id} className={isBare ? 'ui-unseen' : 'ui-field-label'}>
        {label}
      </label>
      <select
        id={id}
        className="ui-select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...describedBy(id, hint)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Hint id={id} text={hint} />
    </div>
  );
}

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

function describedBy(id: string, hint: string | undefined): { 'aria-describedby'?: string } {
  return hint === undefined ? {} : { 'aria-describedby': `${id}-hint` };
}

function Hint({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p id={`${id}-hint`} className="ui-field-hint">
      {text}
    </p>
  );
}
