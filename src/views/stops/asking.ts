/** Whether the reader wants to be asked: remembered between visits, and on where nothing can be remembered. */
import { useSyncExternalStore } from 'react';

const KEY = 'halfway-stops';
const OFF = 'off';

const listeners = new Set<() => void>();
let isOn: boolean | null = null;

export function useAsking(): readonly [isOn: boolean, set: (isOn: boolean) => void] {
  return [useSyncExternalStore(listen, isAsking), setAsking];
}

export function isAsking(): boolean {
  isOn ??= remembered() !== OFF;
  return isOn;
}

function setAsking(next: boolean): void {
  isOn = next;
  try {
    localStorage.setItem(KEY, next ? 'on' : OFF);
  } catch {
    // A page without storage works all the same; it only forgets.
  }
  for (const told of listeners) told();
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function listen(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}
