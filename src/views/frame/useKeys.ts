import { useEffect, useEffectEvent, type RefObject } from 'react';
import { key, listenToKeys } from './keys.ts';
import { useKeptFocus } from './useKeptFocus.ts';

/** Keys of one part of a page, by their names, active only while the focus is inside `root`. */
export function useKeys(root: RefObject<HTMLElement | null>, actions: Readonly<Record<string, () => void>>): void {
  useKeptFocus(root);
  const act = useEffectEvent((name: string) => actions[name]?.());
  const names = Object.keys(actions).join('\n');
  useEffect(() => {
    if (root.current === null) return;
    const keys = names.split('\n').map((name) => [name, key(() => act(name))] as const);
    return listenToKeys(root.current, Object.fromEntries(keys));
  }, [root, names]);
}
