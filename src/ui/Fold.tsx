import { useState, type ReactNode } from 'react';

interface FoldProps {
  /** By which it is opened from elsewhere. */
  readonly id?: string;
  readonly summary: string;
  readonly children: ReactNode;
}

/** What is in it is made when it is opened. */
export function Fold({ id, summary, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details id={id} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen ? children : null}
    </details>
  );
}
