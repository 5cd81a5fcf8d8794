import { useTopic } from '../../i18n/useTopic.ts';
import './OwnBroker.css';

/** How to record a broker of one's own, in five steps, and what leaves the machine meanwhile. */
export function OwnBroker() {
  const text = useTopic('recordingsPage');
  return (
    <details className="own">
      <summary>{text('broker-title')}</summary>
      <div className="own-body">
        <ol className="own-broker">
          {STEPS.map(({ step, command }) => (
            <li key={step}>
              {text(`broker-${step}`)}
              {command === null ? null : (
                <pre>
                  <code>{command}</code>
                </pre>
              )}
            </li>
          ))}
        </ol>
        <h4>{text('broker-leaves')}</h4>
        <p>{text('broker-leaves-nothing')}</p>
        <h4>{text('broker-asks')}</h4>
        <p>{text('broker-asks-reads')}</p>
        <h4>{text('broker-holds')}</h4>
        <p>{text('broker-holds-masked')}</p>
      </div>
    </details>
  );
}

/** In this order; the commands are the same in every language. */
const STEPS = [
  { step: 'get', command: 'npm ci' },
  { step: 'find', command: null },
  {
    step: 'record',
    command:
      'npm run --silent explore -- live record --namesrv 127.0.0.1:9876 --topic Orders --since 60 --record run.json',
  },
  { step: 'judge', command: 'npm run --silent explore -- conform run.json' },
  { step: 'look', command: null },
] as const;
