import { startTransition, useEffect, useState, type ReactNode } from 'react';

interface LaterProps {
  /** What has to be there first, because it pushes this down. */
  readonly after?: Promise<void>;
  readonly children: ReactNode;
}

/**
 * What is drawn, in slices, once everything around it is shown: for what is out of sight at first. One inside another
 * waits for the outer one, so that a slow phone never has to lay out a whole page at a stretch.
 */
export function Later({ after, children }: LaterProps) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const draw = (): void => startTransition(() => setDue(true));
    if (after === undefined) draw();
    else void after.then(draw);
  }, [after]);
  return isDue ? children : null;
}
