import { useId } from 'react';
import type { Settings } from '../../engine/model.ts';
import { listText } from '../../i18n/lists.ts';
import { useLang } from '../../i18n/useText.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { questionKey, type Inquiry } from '../../player/inquiry.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { Question } from '../../verifier/question.ts';
import { boundText } from './answerModel.ts';
import './QuestionForm.css';
import {
  FAULTS_MAX,
  ORDERS_MAX,
  otherSettings,
  roundsOf,
  switchesOf,
  type Askable,
  type Switch as SwitchView,
} from './verifyModel.ts';

interface QuestionFormProps {
  readonly protocol: Protocol;
  /** Those of the session. */
  readonly settings: Settings;
  readonly inquiry: Inquiry;
  /** What the form stands for now. */
  readonly question: Question;
  readonly properties: readonly Askable[];
}

/** One question in plain words, how much may go wrong, what protects, and the button. */
export function QuestionForm({ properties, ...part }: QuestionFormProps) {
  const { inquiry, question } = part;
  const text = useTopic('verify');
  const id = useId();
  const isAsked = inquiry.checks.get(questionKey(question))?.status === 'asked';
  const groups = [
    { label: text('verify-promises'), options: properties.filter(({ kind }) => kind !== 'sometimes') },
    { label: text('verify-runs'), options: properties.filter(({ kind }) => kind === 'sometimes') },
  ];
  return (
    <form
      className="verify-form"
      onSubmit={(event) => {
        event.preventDefault();
        inquiry.askOne(question);
      }}
    >
      <label htmlFor={id} className="ui-unseen">
        {text('verify-question')}
      </label>
      <select
        id={id}
        className="ui-select"
        value={inquiry.property}
        onChange={(event) => inquiry.choose(event.target.value)}
      >
        {groups.map(({ label, options }) => (
          <optgroup key={label} label={label}>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.question}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Bound {...part} />
      <Safeguards {...part} />
      <Button tone="main" type="submit" disabled={isAsked}>
        {text('verify-ask')}
      </Button>
    </form>
  );
}

type PartProps = Omit<QuestionFormProps, 'properties'>;

const FAULTS = ['crash', 'drop', 'duplicate'] as const;

/** How much may go wrong in one run, and how many rounds it may take. */
function Bound({ protocol, settings, inquiry, question }: PartProps) {
  const text = useTopic('verify');
  const page = useTopic('panels');
  const lang = useLang();
  const rounds = roundsOf(lang, protocol, settings, question.settings);
  const step = { less: page('settings-less'), more: page('settings-more') };
  const { faults, others, messagesAreFast, orders, setBound } = inquiry;
  return (
    <details className="verify-fold">
      <summary>{text('bound-title', { bound: boundText(lang, question) })}</summary>
      {FAULTS.map((fault) => (
        <Stepper
          key={fault}
          {...step}
          label={text(`bound-${fault}`)}
          value={faults[fault]}
          min={0}
          max={FAULTS_MAX}
          onChange={(count) => setBound({ faults: { ...faults, [fault]: count } })}
        />
      ))}
      <Switch label={text('bound-others')} isOn={others} onChange={(isOn) => setBound({ others: isOn })} />
      <Switch
        label={text('bound-fast')}
        title={text('bound-fast-why')}
        isOn={messagesAreFast}
        onChange={(isOn) => setBound({ messagesAreFast: isOn })}
      />
      <Stepper
        {...step}
        label={text('bound-order')}
        value={orders}
        min={1}
        max={ORDERS_MAX}
        onChange={(count) => setBound({ orders: count })}
      />
      {rounds.map(({ name, label, value, min, max, usual }) => (
        <Stepper
          key={name}
          {...step}
          label={label}
          {...(usual === value ? {} : { hint: text('bound-usual', { usual }) })}
          value={value}
          min={min}
          max={max}
          onChange={(count) => inquiry.change(settings, { [name]: String(count) })}
        />
      ))}
      {rounds.length === 0 ? null : <p className="verify-note">{text('bound-rounds')}</p>}
    </details>
  );
}

/** What protects, each to be left out; and all other settings that the question is about. */
function Safeguards({ protocol, settings, inquiry, question }: PartProps) {
  const text = useTopic('verify');
  const lang = useLang();
  const switches = switchesOf(lang, protocol, question.settings);
  const left = switches.filter(({ isOn }) => !isOn).map(({ label }) => label);
  const set = (setting: string, value: string): void => inquiry.change(settings, { [setting]: value });
  if (switches.length === 0) return null;
  return (
    <details className="verify-fold">
      <summary>
        {left.length === 0 ? text('switches-all') : text('switches-some', { list: listText(lang, left) })}
      </summary>
      {switches.map((view) => (
        <SafeguardSwitch key={view.setting} view={view} onSet={(value) => set(view.setting, value)} />
      ))}
      <p className="verify-note">
        {text('switches-others', { list: otherSettings(lang, protocol, question.settings) })}
      </p>
    </details>
  );
}

function SafeguardSwitch({ view, onSet }: { readonly view: SwitchView; readonly onSet: (value: string) => void }) {
  const text = useTopic('verify');
  const { label, why, isOn, on, off, value, ways } = view;
  return (
    <div className="verify-switch">
      <Switch label={label} title={why} isOn={isOn} onChange={(wanted) => onSet(wanted ? on : off)} />
      {isOn || ways.length === 0 ? null : (
        <Select isBare label={text('switches-way', { label })} options={ways} value={value} onChange={onSet} />
      )}
    </div>
  );
}
