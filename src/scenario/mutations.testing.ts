/** Links that were cut, mangled and attacked, the same for the same seed. */

export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly pick: <Value>(values: readonly Value[]) => Value | undefined;
}

/** A small seeded generator (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, pick: (values) => values[below(values.length)] };
}

const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '&__proto__=1',
  '&set=__proto__~1',
  '&appinstall=0',
  '%',
  '%25',
  '%3f',
  '%E5%8D%8A',
  '%00',
  '\u0000',
  '\u202e',
  '\u200b',
  '半',
  '😀',
  '\ud800',
  '~x99999',
  '~x2',
  '.'.repeat(50),
  '~'.repeat(20),
  '&at=-1',
  '&at=1e9',
  '&at=99999999999999999999',
  '&h=',
  '?',
  '#',
  'v2/',
  'v99999999999/',
  'crash~broker~machine.',
  'x'.repeat(5_000),
];

const CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789-._~=&?/%# ABC';
const MUTATIONS_MAX = 4;

/** One of the links, changed in one to four places. */
export function mutate(links: readonly string[], chance: Chance): string {
  let text = chance.pick(links) ?? '';
  const times = 1 + chance.below(MUTATIONS_MAX);
  for (let time = 0; time < times; time += 1) text = mutateOnce(text, links, chance);
  return text;
}

function mutateOnce(text: string, links: readonly string[], chance: Chance): string {
  const from = chance.below(text.length + 1);
  const to = from + chance.below(12);
  const [head, middle, tail] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (chance.below(10)) {
    case 0:
      return head + tail;
    case 1:
      return head + (chance.pick([...CHARACTERS]) ?? '') + text.slice(from);
    case 2:
      return head + middle + middle + tail;
    case 3:
      return head + (chance.pick(HOSTILE) ?? '') + tail;
    case 4:
      return swapWords(text, chance);
    case 5:
      return head;
    case 6:
      return head + (chance.pick(links) ?? '').slice(chance.below(80));
    case 7:
      return encodeSafely(text);
    case 8:
      return text.replace(/\d+/, String(chance.below(1_000)));
    default:
      return dropWord(text, chance);
  }
}

function swapWords(text: string, chance: Chance): string {
  const words = text.split('.');
  const [one, other] = [chance.below(words.length), chance.below(words.length)];
  return words.map((word, index) => (index === one ? words[other] : index === other ? words[one] : word)).join('.');
}

function dropWord(text: string, chance: Chance): string {
  const words = text.split('.');
  return words.toSpliced(chance.below(words.length), 1).join('.');
}

function encodeSafely(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
