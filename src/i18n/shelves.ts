/**
 * The one way in which texts are loaded: a promise per language and shelf, the same for everybody who asks. The page loads
 * what it shows; tests and commands load everything.
 */
import { protocolIds, type ProtocolId } from '../protocols/loaders.ts';
import { keepFailure, tell } from '../protocols/shared/later.ts';
import type { Shelf } from './book.ts';
import { books, LANGS, type Lang } from './languages.ts';

type Plain = { readonly [key: string]: string };
type Bring = () => Promise<{ readonly texts: Plain }>;
type Bringing = { readonly [shelf: string]: Bring };
type Books = {
  readonly [lang: string]: {
    readonly shelves: Bringing;
    readonly others: () => Promise<{ readonly shelves: Bringing }>;
  };
};

/** The shelves of some books, each loaded when it is first asked for. */
export interface Shelves {
  readonly load: (lang: string, shelf: string) => Promise<void>;
  /** Loads in this language whatever was asked for in any, so that a change of language leaves no gap. */
  readonly loadSame: (lang: string) => Promise<void>;
  /** The texts of a shelf; undefined while it is not there. */
  readonly textsOf: (lang: string, shelf: string) => Plain | undefined;
  /** Puts other texts there, for tests that watch which are read. */
  readonly put: (lang: string, shelf: string, texts: Plain) => void;
}

export function shelvesOf(given: Books): Shelves {
  const promises = new Map<string, Promise<void>>();
  const loaded = new Map<string, Plain>();
  const asked = new Set<string>();

  async function fetch(lang: string, shelf: string): Promise<void> {
    const book = given[lang];
    const bring = book?.shelves[shelf] ?? (await book?.others())?.shelves[shelf];
    if (bring === undefined) throw new Error(`Expected a shelf of the catalogue in ${lang}; got ${shelf}.`);
    loaded.set(nameOf(lang, shelf), (await bring()).texts);
  }

  function load(lang: string, shelf: string): Promise<void> {
    const name = nameOf(lang, shelf);
    const known = promises.get(name);
    if (known !== undefined) return known;
    const promise = fetch(lang, shelf);
    promises.set(name, promise);
    promise.then(
      () => tell(promise),
      () => keepFailure(() => promises.delete(name)),
    );
    asked.add(shelf);
    return promise;
  }

  return {
    load,
    loadSame: async (lang) => {
      await Promise.all([...asked].map((shelf) => load(lang, shelf)));
      // What was asked for meanwhile.
      for (const shelf of asked) await load(lang, shelf);
    },
    textsOf: (lang, shelf) => loaded.get(nameOf(lang, shelf)),
    put: (lang, shelf, texts) => void loaded.set(nameOf(lang, shelf), texts),
  };
}

function nameOf(lang: string, shelf: string): string {
  return `${lang} ${shelf}`;
}

/** Everything that was loaded so far, for every session of the page. */
const shelves = shelvesOf(books);

/** The same promise for the same question, so that a component may wait for it. */
export const loadShelf: (lang: Lang, shelf: Shelf) => Promise<void> = shelves.load;
export const loadSameShelves: (lang: Lang) => Promise<void> = shelves.loadSame;
export const textsOf: (lang: Lang, shelf: string) => Plain | undefined = shelves.textsOf;

export const putShelf: (lang: Lang, shelf: Shelf, texts: Plain) => void = shelves.put;

/** For tests and commands: every text in every language. */
export async function loadAllTexts(): Promise<void> {
  await Promise.all(
    LANGS.map(async (lang) => {
      const names = await shelfNames(lang);
      return Promise.all(names.map((shelf) => shelves.load(lang, shelf)));
    }),
  );
}

/** Every shelf of a language. */
export async function shelfNames(lang: Lang): Promise<readonly string[]> {
  return Object.keys({ ...books[lang].shelves, ...(await books[lang].others()).shelves });
}

/** Protocols that say so much that a visit which only plays the undisturbed run does without most of it. */
const RESTS: { readonly [protocol: string]: Shelf } = { 'half-message': 'half-message rest' };

/** Where the texts of a protocol may stand: what every visit needs first. */
export function protocolShelves(protocol: string): readonly [ProtocolId, ...Shelf[]] {
  const id = protocolIds.find((known) => known === protocol);
  if (id === undefined) throw new Error(`Expected a protocol of ${protocolIds.join(', ')}; got ${protocol}.`);
  return [id, ...restOf(id), `${id} whys`];
}

export function whysOf(protocol: string): Shelf {
  return `${protocolShelves(protocol)[0]} whys`;
}

/** What mishaps, other settings, other pictures and menus say, where it stands apart. */
export function restOf(protocol: string): readonly Shelf[] {
  const rest = RESTS[protocol];
  return rest === undefined ? [] : [rest];
}
