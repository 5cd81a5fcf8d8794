import type { ReactNode } from 'react';
import './Chip.css';
import { Icon, type IconName } from './Icon.tsx';

export type ChipTone = 'plain' | 'good' | 'half' | 'check' | 'bad' | 'accent';

interface ChipProps {
  readonly tone?: ChipTone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A word in a frame: the icon and the border tell it apart without colour. */
export function Chip({ tone = 'plain', icon, children }: ChipProps) {
  return (
    <span className={`ui-chip ui-chip-${tone}`}>
      {icon === undefined ? null : <Icon name={icon} size={13} />}
      {children}
    </span>
  );
}
