/** Which of a protocol's settings an answer depends on: those that were read while it was found. */
import type { Settings } from './model.ts';

/** Settings that were read, with the values that were found; undefined where there is no such setting. */
export type SettingsRead = readonly (readonly [name: string, value: string | undefined])[];

/** What the question that is being answered has read so far; null while nobody wants to know. */
let reading: Map<string, string | undefined> | null = null;

/** The same settings; whoever reads one is observed. */
export function observed(settings: Settings): Settings {
  const note = (name: string | symbol): void => {
    if (typeof name === 'string') reading?.set(name, settings[name]);
  };
  return new Proxy(settings, {
    get: (target, name) => {
      note(name);
      return Reflect.get(target, name);
    },
    has: (target, name) => {
      note(name);
      return Reflect.has(target, name);
    },
    ownKeys: () => {
      throw new Error('Expected a role to read settings by name; it asked for all of them.');
    },
  });
}

/** An answer, and what of any observed settings was read to find it. */
export function whatItReads<Answer>(ask: () => Answer): { readonly answer: Answer; readonly read: SettingsRead } {
  const before = reading;
  const found = new Map<string, string | undefined>();
  reading = found;
  try {
    return { answer: ask(), read: [...found] };
  } finally {
    reading = before;
  }
}

/** Whether other settings say the same to whoever reads only these. */
export function saysTheSame(read: SettingsRead, settings: Settings): boolean {
  for (const [name, value] of read) if (settings[name] !== value) return false;
  return true;
}
