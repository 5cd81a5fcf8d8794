import type { ComponentProps } from 'react';
import './Button.css';
import { Icon, type IconName } from './Icon.tsx';

export type ButtonTone = 'main' | 'plain' | 'quiet' | 'danger';

interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: ButtonTone;
  readonly icon?: IconName;
}

export function Button({ tone = 'plain', icon, className = '', children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`ui-button ui-button-${tone} ${className}`} {...rest}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}

interface LinkButtonProps extends ComponentProps<'a'> {
  readonly tone?: ButtonTone;
  readonly icon?: IconName;
}

/** A link that looks like a button: it leads somewhere, and can be opened in a tab of its own. */
export function LinkButton({ tone = 'plain', icon, className = '', children, ...rest }: LinkButtonProps) {
  return (
    <a className={`ui-button ui-button-${tone} ${className}`} {...rest}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </a>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** Its name: for the screen reader and, with the keys that do the same, as the tooltip. */
  readonly label: string;
  readonly keys?: string;
}

export function IconButton({ icon, label, keys, className = '', ...rest }: IconButtonProps) {
  const title = keys === undefined ? label : `${label} (${keys})`;
  return (
    <Button
      aria-label={label}
      title={title}
      className={`ui-button-icon ${className}`}
      icon={icon}
      tone="quiet"
      {...rest}
    />
  );
}
