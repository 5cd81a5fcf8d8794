import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import './Banner.css';
import { Icon } from './Icon.tsx';

interface BannerProps {
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
  readonly children: ReactNode;
}

/** A calm remark across the page, with a way to put it aside. */
export function Banner({ dismissLabel, onDismiss, children }: BannerProps) {
  return (
    <div className="ui-banner" role="alert">
      <Icon name="warning" />
      <p>{children}</p>
      <Button onClick={onDismiss}>{dismissLabel}</Button>
    </div>
  );
}
