import { useTopic } from '../../i18n/useTopic.ts';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import type { ToldError } from './Trouble.tsx';
import './Trouble.css';

/** What happened, the link of the run, and a way to begin again. */
export function TroublePanel({ message, stack, link }: ToldError & { readonly link: string }) {
  const text = useTopic('problems');
  const { copied, hasFailed, copy } = useCopy();
  const report = `${message}\n${addressWith(link)}\n${navigator.userAgent}\n\n${stack}`;
  return (
    <main className="trouble">
      <h1>{text('error-title')}</h1>
      <p>{text('error-text')}</p>
      <p className="trouble-link">
        <a href={`#${link}`}>{link}</a>
      </p>
      <pre>{message}</pre>
      <details className="trouble-stack">
        <summary>{text('error-stack')}</summary>
        <pre>{stack}</pre>
      </details>
      <div className="trouble-actions">
        <Button
          tone="main"
          onClick={() => {
            window.location.hash = '';
            window.location.reload();
          }}
        >
          {text('error-again')}
        </Button>
        <Button icon={copied === null ? 'copy' : 'check'} onClick={() => void copy(report)}>
          {text(copied === null ? 'error-copy' : 'error-copied')}
        </Button>
        <Status text={copied === null ? '' : text('error-copied')} />
      </div>
      {hasFailed ? <p role="alert">{text('error-not-copied')}</p> : null}
    </main>
  );
}

function addressWith(link: string): string {
  const { origin, pathname, search } = window.location;
  return `${origin}${pathname}${search}#${link}`;
}
