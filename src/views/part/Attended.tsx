import { startTransition, useEffect, useState, type ReactNode } from 'react';
import { usePlayerStore } from '../../player/usePlayer.tsx';
import { onFirstSign } from '../diagram/reader.ts';

/** What is worked out once a reader is there, in slices: nobody waits for it while the page is still being loaded. */
export function Attended({ children }: { readonly children: ReactNode }) {
  const store = usePlayerStore();
  const [isThere, setThere] = useState(false);
  useEffect(() => onFirstSign(null, store, () => startTransition(() => setThere(true))), [store]);
  return isThere ? children : null;
}
