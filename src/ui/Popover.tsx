import { useId, useState, type ReactNode, type ToggleEvent } from 'react';
import { Button, type ButtonTone } from './Button.tsx';
import type { IconName } from './Icon.tsx';
import './Popover.css';
import { walkButtons } from './walkButtons.ts';

interface PopoverProps {
  /** What the button shows. */
  readonly trigger: ReactNode;
  readonly icon?: IconName;
  readonly tone?: ButtonTone;
  readonly title?: string;
  /** The name of the panel. */
  readonly label: string;
  readonly className?: string;
  /** Its content is made when it opens, and gets a way to close it. */
  readonly children: (close: () => void) => ReactNode;
}

const GAP = 6;
const MARGIN = 8;

/** A button with a panel below it; on a small screen a sheet at the bottom. Escape and a click outside close it. */
export function Popover({ trigger, icon, tone = 'plain', title, label, className = '', children }: PopoverProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const toggled = (event: ToggleEvent<HTMLDialogElement>): void => {
    setIsOpen(event.newState === 'open');
  };
  return (
    <>
      <Button
        id={`${id}-button`}
        popoverTarget={id}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        className={className}
        tone={tone}
        {...(icon === undefined ? {} : { icon })}
        {...(title === undefined ? {} : { title })}
      >
        {trigger}
      </Button>
      <dialog id={id} popover="auto" className="ui-popover" aria-label={label} onToggle={toggled}>
        {isOpen ? (
          <div ref={(content) => opened(id, content)}>{children(() => document.getElementById(id)?.hidePopover())}</div>
        ) : null}
      </dialog>
    </>
  );
}

/** Puts it in its place; arrows go through what can be pressed in it. */
function opened(id: string, content: HTMLElement | null): (() => void) | undefined {
  const panel = content?.closest('dialog') ?? null;
  if (panel === null) return;
  putBelow(id);
  return walkButtons(panel, 'button:not([tabindex="-1"]), a[href]');
}

/** Below the button, at the edge that is nearer to the middle of the window: its width is not known yet. */
function putBelow(id: string): void {
  const panel = document.getElementById(id);
  const button = document.getElementById(`${id}-button`);
  if (panel === null || button === null) return;
  const { left, right, bottom } = button.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const isOnTheRight = left + right > clientWidth;
  panel.style.setProperty('--left', isOnTheRight ? 'auto' : `${Math.max(left, MARGIN)}px`);
  panel.style.setProperty('--right', isOnTheRight ? `${Math.max(clientWidth - right, MARGIN)}px` : 'auto');
  panel.style.setProperty('--top', `${bottom + GAP}px`);
}
