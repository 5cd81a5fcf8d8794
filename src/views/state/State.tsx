import { namesOf, type Names } from '../../i18n/names.ts';
import { useTopic } from '../../i18n/useTopic.ts';
import { useLang } from '../../i18n/useText.ts';
import { protocolOf } from '../../player/selectors.ts';
import { usePlayer } from '../../player/usePlayer.tsx';
import { durationText } from '../../scene/duration.ts';
import { Chip } from '../../ui/Chip.tsx';
import { wholeSession } from '../wholeSession.ts';
import './State.css';
import { processViews, type FieldValue, type ProcessView, type RoleView } from './stateModel.ts';

/** The world as it is: every role with its state, its context and its timers, by process. */
export function State() {
  const session = usePlayer(wholeSession);
  const names = namesOf(useLang(), protocolOf(session).id);
  return (
    <div className="state">
      {processViews(session).map((view) => (
        <Process key={view.process} view={view} names={names} />
      ))}
    </div>
  );
}

function Process({ view, names }: { readonly view: ProcessView; readonly names: Names }) {
  const text = useTopic('panels');
  return (
    <section className={view.isCrashed ? 'state-process state-crashed' : 'state-process'}>
      <h3>
        {names.process(view.process)}
        <Chip tone={view.isCrashed ? 'bad' : 'plain'} icon={view.isCrashed ? 'cross' : 'check'}>
          {text(view.isCrashed ? 'state-crashed' : 'state-up')}
        </Chip>
      </h3>
      {view.roles.map((role) => (
        <Role key={role.role} role={role} isCrashed={view.isCrashed} names={names} />
      ))}
    </section>
  );
}

interface RoleProps {
  readonly role: RoleView;
  readonly isCrashed: boolean;
  readonly names: Names;
}

function Role({ role, isCrashed, names }: RoleProps) {
  const text = useTopic('panels');
  return (
    <div className="state-role">
      <h4>
        {names.role(role.role)}
        <code>{isCrashed ? null : role.value}</code>
      </h4>
      {isCrashed ? <p>{text(role.fields.length === 0 ? 'state-nothing' : 'state-survived')}</p> : null}
      {role.timers.map(({ delay, inMs }) => (
        <p key={delay}>{text('state-timer', { delay: names.delay(delay), time: durationText(inMs) })}</p>
      ))}
      <dl>
        {role.fields.map(({ name, value }) => (
          <div key={name} className={`state-${value.kind}`}>
            <dt>{name}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Value({ value }: { readonly value: FieldValue }) {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {value.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.rows.map((row) => (
              <tr key={row.join(' ')}>
                {row.map((cell, index) => (
                  <td key={value.columns[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
