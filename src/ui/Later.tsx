import { startTransition, useEffect, useState, type ReactNode } from 'react';

/**
 * What is drawn, in slices, once everything around it is shown: for what is out of sight at first. One inside another
 * waits for the outer one, so that a slow phone never has to lay out a whole page at a stretch.
 */
export function Later({ children }: { readonly children: ReactNode }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => startTransition(() => setDue(true)), []);
  return isDue ? children : null;
}
