import { useEffect, useRef, type ReactNode } from 'react';
import './Dialog.css';
import { IconButton } from './Button.tsx';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A native modal dialog, open as long as it is mounted. Escape, the button and, where the browser can, a click outside close it. */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="ui-dialog" aria-label={title} onClose={onClose} closedby="any">
      <div className="ui-dialog-body">
        <header>
          <h2>{title}</h2>
          <IconButton icon="close" label={closeLabel} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
