/** Whether the run is presented: one switch for the key, the menu and the presentation itself. */
import { useEffect, useSyncExternalStore, type RefObject } from 'react';
import { key, listenToKeys } from '../views/frame/keys.ts';

let isOn = false;
const told = new Set<() => void>();

export function present(isWanted: boolean): void {
  isOn = isWanted;
  for (const tell of told) tell();
}

/** Also listens to its key, inside `root`. */
export function usePresenting(root: RefObject<HTMLElement | null>): boolean {
  useEffect(
    () => (root.current === null ? undefined : listenToKeys(root.current, { f: key(() => present(!isOn)) })),
    [root],
  );
  return useSyncExternalStore(subscribe, () => isOn);
}

function subscribe(tell: () => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}
