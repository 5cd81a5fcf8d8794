import { Component, Suspense, type ReactNode } from 'react';
import { tryAgain } from '../../protocols/shared/later.ts';
import { isNotLoaded } from '../part/notLoaded.ts';
import { onDemand } from '../part/onDemand.tsx';
import { NotLoaded } from '../part/Part.tsx';

const TroublePanel = onDemand(() => import('./TroublePanel.tsx'), 'TroublePanel');

interface TroubleProps {
  /** The link of the run that failed; may fail as well. */
  readonly linkNow: () => string;
  /** Also catches what is thrown outside drawing, as a machine may when a button is pressed. One net does. */
  readonly hasEvents?: boolean;
  readonly children: ReactNode;
}

interface TroubleState {
  readonly trouble: ToldError | null;
  /** What somebody pressed needs a file that could not be had: no mistake, and the run goes on. */
  readonly isMissing: boolean;
}

/** An error, in a line and with the calls that led to it. */
export interface ToldError {
  readonly message: string;
  readonly stack: string;
}

/** Catches what is thrown while drawing or by a machine: the page shows the run's link and never goes blank. */
export class Trouble extends Component<TroubleProps, TroubleState> {
  override readonly state: TroubleState = { trouble: null, isMissing: false };

  static getDerivedStateFromError(error: unknown): Partial<TroubleState> {
    return { trouble: toldOf(error) };
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
    const { trouble, isMissing } = this.state;
    if (trouble === null)
      return (
        <>
          {this.props.children}
          {isMissing ? <NotLoaded onDismiss={() => this.setState({ isMissing: false })} /> : null}
        </>
      );
    return (
      <Suspense>
        <TroublePanel {...trouble} link={linkOrHash(this.props.linkNow)} />
      </Suspense>
    );
  }

  private readonly thrown = ({ error }: ErrorEvent): void => {
    // Without an error object it is the browser that remarks something, not our code that failed.
    if (error instanceof Error) this.setState({ trouble: toldOf(error) });
  };

  private readonly rejected = ({ reason }: PromiseRejectionEvent): void => {
    if (isNotLoaded(reason)) {
      // Who presses it again tries again.
      tryAgain();
      this.setState({ isMissing: true });
    } else if (reason instanceof Error) this.setState({ trouble: toldOf(reason) });
  };
}

function toldOf(error: unknown): ToldError {
  if (!(error instanceof Error)) return { message: String(error), stack: String(error) };
  const message = `${error.name}: ${error.message}`;
  return { message, stack: error.stack ?? message };
}

function linkOrHash(linkNow: () => string): string {
  try {
    return linkNow();
  } catch {
    return window.location.hash.slice(1);
  }
}
