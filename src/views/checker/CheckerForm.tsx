import { useId } from 'react';
import { protocolText } from '../../i18n/text.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Instead } from './checkerModel.ts';
import { FORM, isAsked, optionsOf, type Form, type FormName } from './shape.ts';

interface FormProps {
  readonly protocol: Protocol;
  readonly form: Form;
  /** Marked in the form. */
  readonly suggested: readonly Instead[];
  readonly onChange: (name: FormName, value: string) => void;
}

/** Every question with every answer in sight; those that make no difference are left out. */
export function CheckerForm({ protocol, form, suggested, onChange }: FormProps) {
  const text = useTopic('verify');
  return (
    <section className="checker-form" aria-label={text('checker-form')}>
      <p>{text('checker-intro')}</p>
      {FORM.filter((name) => isAsked(form, name)).map((name) => (
        <Question
          key={name}
          protocol={protocol}
          name={name}
          value={form[name]}
          suggested={suggested.find(([question]) => question === name)?.[1] ?? null}
          onChange={(value) => onChange(name, value)}
        />
      ))}
    </section>
  );
}

interface QuestionProps {
  readonly protocol: Protocol;
  readonly name: FormName;
  readonly value: string;
  readonly suggested: string | null;
  readonly onChange: (value: string) => void;
}

function Question({ protocol, name, value, suggested, onChange }: QuestionProps) {
  const lang = useLang();
  const text = useTopic('verify');
  const group = useId();
  const said = (key: string): string => protocolText(lang, protocol.id, key);
  return (
    <fieldset title={said(`setting-${name}-why`)}>
      <legend>{said(`setting-${name}`)}</legend>
      {optionsOf(protocol, name).map((option) => (
        <label key={option} className={option === suggested ? 'checker-suggested' : undefined}>
          <input type="radio" name={group} checked={option === value} onChange={() => onChange(option)} />
          {said(`value-${name}-${option}`)}
          {option === suggested ? (
            <>
              <Icon name="check" size={14} />
              <span className="ui-unseen">{text('checker-suggested')}</span>
            </>
          ) : null}
        </label>
      ))}
    </fieldset>
  );
}
