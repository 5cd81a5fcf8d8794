import { memo, useCallback, useId } from 'react';
import { useTopic } from '../../i18n/useTopic.ts';
import { COMPARED_MAX, isWhole } from '../../load/link.ts';
import {
  CHOICES,
  COMPARED_IDS,
  FAULT_KINDS,
  namesOf,
  NUMBERS,
  secondsOf,
  type ChoiceName,
  type Choices,
  type ComparedId,
  type CurvePoint,
  type LabFault,
  type LoadScenario,
  type NumberName,
} from '../../load/settings.ts';
import { Fold } from '../../ui/Fold.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Field.tsx';
import { CurveEditor } from './CurveEditor.tsx';
import { digits, timeText } from './plotModel.ts';

interface LoadControlsProps {
  readonly scenario: LoadScenario;
  /** Of the slowest that is compared; null while it is not known. */
  readonly capacityPerS: number | null;
  readonly onChange: (change: Partial<LoadScenario>) => void;
  readonly onNumber: (name: NumberName, value: number) => void;
}

/** Everything that makes the load: the curve, what is compared, pools, faults, and below all assumptions. */
export const LoadControls = memo(function LoadControls({
  scenario,
  capacityPerS,
  onChange,
  onNumber,
}: LoadControlsProps) {
  const text = useTopic('load');
  const { numbers, choices, compared, curve, faults } = scenario;
  const changeCurve = useCallback((next: readonly CurvePoint[]) => onChange({ curve: next }), [onChange]);
  const changeCompared = useCallback((next: readonly ComparedId[]) => onChange({ compared: next }), [onChange]);
  const changeFaults = useCallback((next: readonly LabFault[]) => onChange({ faults: next }), [onChange]);
  return (
    <aside className="load-controls" aria-label={text('load-curve')}>
      <div className="load-group">
        <h3>{text('load-curve')}</h3>
        <p className="load-hint">{text('load-curve-hint')}</p>
        <CurveEditor curve={curve} capacityPerS={capacityPerS} onChange={changeCurve} />
        <Shapes choices={choices} onChange={onChange} />
      </div>
      <Compared compared={compared} onChange={changeCompared} />
      <div className="load-group">
        <h3>{text('load-capacity')}</h3>
        {SLIDERS.map(({ name, values, unit }) => (
          <Slider key={name} name={name} values={values} unit={unit} value={numbers[name]} onChange={onNumber} />
        ))}
      </div>
      <Faults faults={faults} endS={secondsOf(curve)} onChange={changeFaults} />
      <div className="load-all">
        <Fold summary={text('load-all-settings')}>
          <MoreChoices choices={choices} onChange={onChange} />
          <div className="load-numbers">
            {namesOf(NUMBERS).map((name) => (
              <NumberField key={name} name={name} value={numbers[name]} onChange={onNumber} />
            ))}
          </div>
        </Fold>
      </div>
    </aside>
  );
});

interface ChoicesProps extends Pick<LoadControlsProps, 'onChange'> {
  readonly choices: Choices;
}

/** How orders come, and how long their work is. */
const Shapes = memo(function Shapes({ choices, onChange }: ChoicesProps) {
  const text = useTopic('load');
  return (
    <>
      <Segmented
        label={text('load-arrivals')}
        options={CHOICES.arrivals.map((value) => ({ value, label: text(`choice-arrivals-${value}`) }))}
        value={choices.arrivals}
        onChange={(arrivals) => onChange({ choices: { ...choices, arrivals } })}
      />
      <Segmented
        label={text('load-work')}
        options={CHOICES.work.map((value) => ({ value, label: text(`choice-work-${value}`) }))}
        value={choices.work}
        onChange={(work) => onChange({ choices: { ...choices, work } })}
      />
    </>
  );
});

type Unit = 'ms' | 'count';

/** The assumptions that a reader wants to change first, each with the steps of its slider. */
const SLIDERS: readonly { readonly name: NumberName; readonly values: readonly number[]; readonly unit: Unit }[] = [
  { name: 'points-work', values: [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 60, 100], unit: 'ms' },
  { name: 'points-cores', values: [1, 2, 4, 6, 7, 8, 9, 10, 12, 16, 24, 32, 64], unit: 'count' },
  { name: 'order-work', values: [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30], unit: 'ms' },
  { name: 'order-cores', values: [1, 2, 4, 6, 8, 10, 12, 16, 24, 32, 64], unit: 'count' },
  { name: 'threads', values: [10, 20, 50, 100, 200, 400, 800], unit: 'count' },
  { name: 'connections', values: [5, 10, 20, 50, 100, 200, 400], unit: 'count' },
  { name: 'consumers', values: [1, 2, 5, 10, 20, 40, 80], unit: 'count' },
  { name: 'network', values: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20], unit: 'ms' },
  { name: 'flush', values: [0.05, 0.1, 0.5, 1, 2, 3.5, 10], unit: 'ms' },
  { name: 'waiting-max', values: [0, 100, 300, 1_000, 2_000, 10_000], unit: 'count' },
];

interface SliderProps {
  readonly name: NumberName;
  readonly values: readonly number[];
  readonly unit: Unit;
  readonly value: number;
  readonly onChange: (name: NumberName, value: number) => void;
}

const Slider = memo(function Slider({ name, values, unit, value, onChange }: SliderProps) {
  const text = useTopic('load');
  const id = useId();
  const nearest = values.reduce((best, other, index) => {
    return Math.abs(other - value) < Math.abs((values[best] ?? 0) - value) ? index : best;
  }, 0);
  const shown = unit === 'ms' ? timeText(value) : digits(value);
  return (
    <div className="load-slider">
      <label htmlFor={id}>{text(`number-${name}`)}</label>
      <output htmlFor={id}>{shown}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={values.length - 1}
        step={1}
        value={nearest}
        aria-valuetext={shown}
        onChange={(event) => onChange(name, values[event.target.valueAsNumber] ?? value)}
      />
    </div>
  );
});

const Compared = memo(function Compared({
  compared,
  onChange,
}: {
  readonly compared: readonly ComparedId[];
  readonly onChange: (ids: readonly ComparedId[]) => void;
}) {
  const text = useTopic('load');
  return (
    <fieldset className="load-group load-compared">
      <legend>{text('load-compared')}</legend>
      {COMPARED_IDS.map((id) => {
        const isIn = compared.includes(id);
        return (
          <label key={id}>
            <input
              type="checkbox"
              checked={isIn}
              disabled={isIn ? compared.length === 1 : compared.length >= COMPARED_MAX}
              onChange={() => onChange(isIn ? compared.filter((other) => other !== id) : [...compared, id])}
            />
            {text(`name-${id}`)}
          </label>
        );
      })}
    </fieldset>
  );
});

interface FaultsProps {
  readonly faults: readonly LabFault[];
  readonly endS: number;
  readonly onChange: (faults: readonly LabFault[]) => void;
}

const Faults = memo(function Faults({ faults, endS, onChange }: FaultsProps) {
  const text = useTopic('load');
  return (
    <div className="load-group">
      <h3>{text('load-faults')}</h3>
      <div className="load-faults">
        {FAULT_KINDS.map((kind) => {
          const fault = faults.find((known) => known.kind === kind);
          const title =
            fault === undefined || kind === 'points-stall'
              ? undefined
              : text('load-fault-from-to', { from: digits(fault.fromS), to: digits(fault.toS) });
          return (
            <button
              key={kind}
              type="button"
              className="load-fault"
              aria-pressed={fault !== undefined}
              title={title}
              onClick={() =>
                onChange(
                  fault === undefined ? [...faults, newFault(kind, endS)] : faults.filter((known) => known !== fault),
                )
              }
            >
              <Icon name="bolt" size={13} />
              {text(`fault-${kind}`)}
              {title === undefined ? null : (
                <small>{`${digits(fault?.fromS ?? 0)}–${digits(fault?.toS ?? 0)} s`}</small>
              )}
            </button>
          );
        })}
      </div>
    </div>
  );
});

/** From a sixth of the load to a half of it. */
function newFault(kind: LabFault['kind'], endS: number): LabFault {
  const [fromS, toS] = [Math.round(endS / 6), Math.max(1, Math.round(endS / 2))];
  if (kind === 'points-slow') return { kind, fromS, toS, factor: 10 };
  return kind === 'points-stall' ? { kind, fromS: 2, toS: 20 } : { kind, fromS, toS };
}

const MORE: readonly ChoiceName[] = ['hint', 'look-again', 'on-failure', 'until'];

const MoreChoices = memo(function MoreChoices({ choices, onChange }: ChoicesProps) {
  const text = useTopic('load');
  const label = (name: ChoiceName, value: string): string => {
    switch (name) {
      case 'hint':
      case 'look-again':
        return text(value === 'on' ? `choice-${name}-on` : `choice-${name}-off`);
      case 'on-failure':
        return text(`choice-on-failure-${CHOICES['on-failure'].find((known) => known === value) ?? 'levels'}`);
      case 'until':
        return text(value === 'end' ? 'choice-until-end' : 'choice-until-empty');
      case 'arrivals':
      case 'work':
        return value;
    }
  };
  return MORE.map((name) => (
    <Select
      key={name}
      label={text(
        name === 'hint' || name === 'look-again'
          ? `choice-${name}`
          : name === 'until'
            ? 'choice-until'
            : 'choice-on-failure',
      )}
      value={choices[name]}
      options={CHOICES[name].map((value) => ({ value, label: label(name, value) }))}
      onChange={(value) => onChange({ choices: { ...choices, [name]: value } })}
    />
  ));
});

interface NumberFieldProps {
  readonly name: NumberName;
  readonly value: number;
  readonly onChange: (name: NumberName, value: number) => void;
}

const NumberField = memo(function NumberField({ name, value, onChange }: NumberFieldProps) {
  const text = useTopic('load');
  const id = useId();
  const { min, max } = NUMBERS[name];
  return (
    <div>
      <label htmlFor={id}>{text(`number-${name}`)}</label>
      <input
        id={id}
        type="number"
        min={min}
        max={max}
        step={isWhole(name) ? 1 : 'any'}
        defaultValue={value}
        key={value}
        onChange={({ target }) => {
          const wanted = target.valueAsNumber;
          if (wanted >= min && wanted <= max && (!isWhole(name) || Number.isInteger(wanted))) onChange(name, wanted);
        }}
      />
    </div>
  );
});
