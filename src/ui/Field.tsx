import { useId } from 'react';
import './Field.css';

export interface FieldProps {
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

export function describedBy(id: string, hint: string | undefined): { 'aria-describedby'?: string } {
  return hint === undefined ? {} : { 'aria-describedby': `${id}-hint` };
}

export function Hint({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p id={`${id}-hint`} className="ui-field-hint">
      {text}
    </p>
  );
}
