import { Component, type ReactNode } from 'react';
import { tryAgain } from '../../protocols/shared/later.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { isNotLoaded } from './notLoaded.ts';
import './Part.css';

interface PartProps {
  /** Prepares another attempt. */
  readonly onAgain: () => void;
  readonly children: ReactNode;
}

interface PartState {
  readonly error: Error | null;
}

/** Catches that something could not be loaded, and nothing else. */
export class Part extends Component<PartProps, PartState> {
  override readonly state: PartState = { error: null };

  static getDerivedStateFromError(error: unknown): PartState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (!isNotLoaded(error)) throw error;
    return <NotLoaded onAgain={this.again} />;
  }

  private readonly again = (): void => {
    tryAgain();
    this.props.onAgain();
    this.setState({ error: null });
  };
}

type NotLoadedProps = { readonly onAgain: () => void } | { readonly onDismiss: () => void };

/** A new version under an open tab has other files: then only loading the page anew helps, and its address has the run. */
export function NotLoaded(props: NotLoadedProps) {
  const text = useText();
  const isPart = 'onAgain' in props;
  return (
    <div className={isPart ? 'ui-part' : 'ui-part ui-part-anywhere'} role="alert">
      <p>{text('part-missing')}</p>
      <Button onClick={isPart ? props.onAgain : props.onDismiss}>{text(isPart ? 'part-again' : 'page-dismiss')}</Button>
      <Button onClick={() => window.location.reload()}>{text('part-reload')}</Button>
    </div>
  );
}
