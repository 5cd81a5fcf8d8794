/** Every sentence of the page, by language, shelf and key. A shelf is loaded before it is read (`shelves.ts`). */
import type { TextRef } from '../protocols/protocol.ts';
import type { ExplorerKey, Shelf, TextKey, Topic } from './book.ts';
import { filled, type Find, type TextValues } from './fill.ts';
import type { Lang } from './languages.ts';
import { protocolShelves, textsOf } from './shelves.ts';

/** A text of the page's own shelves. */
export function topicText<Of extends Topic>(lang: Lang, topic: Of, key: TextKey<Of>, values: TextValues = {}): string {
  return filled(lang, finder(lang, [topic]), key, values);
}

/** A text of the page itself. */
export function pageText(lang: Lang, key: TextKey<'page'>, values: TextValues = {}): string {
  return topicText(lang, 'page', key, values);
}

/** A text of the whole explorer, or one that an embed has as well. */
export function explorerText(lang: Lang, key: ExplorerKey, values: TextValues = {}): string {
  return filled(lang, finder(lang, ['page', 'explorer']), key, values);
}

/** A text of a protocol, from whichever of its shelves. */
export function protocolText(lang: Lang, protocol: string, ref: TextRef | string): string {
  const { key, values = {} } = typeof ref === 'string' ? { key: ref } : ref;
  return filled(lang, finder(lang, protocolShelves(protocol)), key, values);
}

/** Whether a protocol has a text of its own for something. */
export function hasProtocolText(lang: Lang, protocol: string, key: string): boolean {
  return finder(lang, protocolShelves(protocol))(key) !== undefined;
}

/** The first of the shelves is always there; the others where somebody asked for them. */
function finder(lang: Lang, [first, ...others]: readonly [Shelf, ...Shelf[]]): Find {
  const texts = textsOf(lang, first);
  if (texts === undefined)
    throw new Error(`Expected the shelf ${first} to be loaded in ${lang}: call loadShelf first.`);
  const all = [texts, ...others.map((shelf) => textsOf(lang, shelf))];
  return (key) => all.find((one) => one !== undefined && Object.hasOwn(one, key))?.[key];
}
