/**
 * The rest of a protocol: its named runs, and the texts that only mishaps, other settings, other pictures and menus need. A
 * visit that opens the undisturbed run does without, until somebody moves a hand.
 */
import { restOf, loadShelf, textsOf } from '../i18n/shelves.ts';
import type { Lang } from '../i18n/languages.ts';
import type { Protocol } from '../protocols/protocol.ts';

/** Everything that is still missing, asked for at once. */
export function bringRest(lang: Lang, protocol: Protocol): readonly Promise<void>[] {
  return [protocol.library.load(), ...restOf(protocol.id).map((shelf) => loadShelf(lang, shelf))];
}

/** Does something that needs the rest: at once where it is there, which it nearly always is. */
export function withRest(lang: Lang, protocol: Protocol, act: () => void): void {
  const isThere = restOf(protocol.id).every((shelf) => textsOf(lang, shelf) !== undefined);
  if (isThere && protocol.library.scenarios.length > 1) act();
  else void Promise.all(bringRest(lang, protocol)).then(act);
}
