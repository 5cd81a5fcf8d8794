import { useEffect, useEffectEvent, type RefObject } from 'react';
import { tinykeys } from 'tinykeys';
import { useKeptFocus } from './useKeptFocus.ts';
import { isForSomethingElse, key } from './useShortcuts.ts';

/** Keys of one part of a page, by their names, active only while the focus is inside `root`. */
export function useKeys(root: RefObject<HTMLElement | null>, actions: Readonly<Record<string, () => void>>): void {
  useKeptFocus(root);
  const act = useEffectEvent((name: string) => actions[name]?.());
  const names = Object.keys(actions).join(' ');
  useEffect(() => {
    if (root.current === null) return;
    const keys = names.split(' ').map((name) => [name, key(() => act(name))] as const);
    return tinykeys(root.current, Object.fromEntries(keys), { ignore: isForSomethingElse });
  }, [root, names]);
}
