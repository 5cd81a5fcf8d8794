import { Component, type ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import './Trouble.css';

interface TroubleProps {
  /** The link of the run that failed; may fail as well. */
  readonly linkNow: () => string;
  /** Also catches what is thrown outside drawing, as a machine may when a button is pressed. One net does. */
  readonly hasEvents?: boolean;
  readonly children: ReactNode;
}

interface TroubleState {
  readonly message: string | null;
}

/** Catches what is thrown while drawing or by a machine: the page shows the run's link and never goes blank. */
export class Trouble extends Component<TroubleProps, TroubleState> {
  override readonly state: TroubleState = { message: null };

  static getDerivedStateFromError(error: unknown): TroubleState {
    return { message: messageOf(error) };
  }

  override componentDidMount(): void {
    if (this.props.hasEvents !== true) return;
    window.addEventListener('error', this.thrown);
    window.addEventListener('unhandledrejection', this.rejected);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('error', this.thrown);
    window.removeEventListener('unhandledrejection', this.rejected);
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return <TroublePanel message={message} link={linkOrHash(this.props.linkNow)} />;
  }

  private readonly thrown = ({ error }: ErrorEvent): void => {
    // Without an error object it is the browser that remarks something, not our code that failed.
    if (error instanceof Error) this.setState({ message: messageOf(error) });
  };

  private readonly rejected = ({ reason }: PromiseRejectionEvent): void => {
    if (reason instanceof Error) this.setState({ message: messageOf(reason) });
  };
}

function TroublePanel({ message, link }: { readonly message: string; readonly link: string }) {
  const text = useText();
  return (
    <main className="trouble">
      <h1>{text('error-title')}</h1>
      <p>{text('error-text')}</p>
      <p className="trouble-link">
        <a href={`#${link}`}>{link}</a>
      </p>
      <pre>{message}</pre>
      <Button
        tone="main"
        onClick={() => {
          window.location.hash = '';
          window.location.reload();
        }}
      >
        {text('error-again')}
      </Button>
    </main>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function linkOrHash(linkNow: () => string): string {
  try {
    return linkNow();
  } catch {
    return window.location.hash.slice(1);
  }
}
