/** The answers about every shape of checker, computed before the build (`npm run checkers`, `scripts/checkers/`). */
import type { Protocol } from '../../protocols/protocol.ts';
import { replayWords } from '../../scenario/run.ts';
import decided from './decided.gen.json' with { type: 'json' };
import { everyShape, settingsFor, shapeKey, type Form } from './shape.ts';

export type CheckerPromise = 'no-lost' | 'no-phantom';

/** What one question came to where no promise was seen to break. */
export interface Searched {
  readonly states: number;
  /** It stopped at its bound. */
  readonly isOpen: boolean;
}

export type Decided =
  /** `run`: the words of its steps, as in a link. */
  | { readonly kind: 'breaks'; readonly promise: CheckerPromise; readonly run: string }
  | {
      readonly kind: 'searched';
      readonly network: Searched;
      readonly crash: Searched;
      /** Further than the first search goes, in the spaces made for promises. */
      readonly isFar: boolean;
    };

/** What was computed ahead about the shape of a form. */
export function decidedAhead(protocol: Protocol, form: Form): Decided {
  const at = placesOf(protocol).get(shapeKey(form)) ?? -1;
  return read(decided.shapes[at] ?? '', decided.runs);
}

/** The run of an answer, in steps. */
export function stepsOf(protocol: Protocol, form: Form, { promise, run }: Extract<Decided, { kind: 'breaks' }>) {
  const settings = settingsFor(protocol, form);
  return { promise, run: replayWords(protocol, settings, run.split('.')).steps, settings };
}

export interface Tally {
  readonly shapes: number;
  readonly breaks: number;
  readonly impossible: number;
  /** The shapes about which a question stayed open. */
  readonly undecided: readonly Form[];
}

/** How many shapes came to what. */
export function tallyOf(protocol: Protocol): Tally {
  const all = everyShape(protocol).map((form) => ({ form, answer: decidedAhead(protocol, form) }));
  const breaks = all.filter(({ answer }) => answer.kind === 'breaks').length;
  const undecided = all.filter(({ answer }) => isUndecided(answer)).map(({ form }) => form);
  return { shapes: all.length, breaks, impossible: all.length - breaks - undecided.length, undecided };
}

export function isUndecided(answer: Decided): boolean {
  return answer.kind === 'searched' && (answer.network.isOpen || answer.crash.isOpen);
}

const places = new Map<string, ReadonlyMap<string, number>>();

function placesOf(protocol: Protocol): ReadonlyMap<string, number> {
  const known = places.get(protocol.id) ?? new Map(everyShape(protocol).map((form, at) => [shapeKey(form), at]));
  places.set(protocol.id, known);
  return known;
}

/** `lost 3`, `phantom 0`: with the run of that number. `9931 9551`: states without a break; `?` where a search stopped, `p` where it went far. */
export function write(answer: Decided, runs: readonly string[]): string {
  if (answer.kind === 'breaks') return `${answer.promise.slice('no-'.length)} ${runs.indexOf(answer.run)}`;
  const far = answer.isFar ? FAR : '';
  return [answer.network, answer.crash].map(({ states, isOpen }) => `${states}${far}${isOpen ? OPEN : ''}`).join(' ');
}

export function read(text: string, runs: readonly string[]): Decided {
  const [first = '', second = ''] = text.split(' ');
  const run = runs[Number(second)];
  if (first === 'lost' || first === 'phantom') {
    if (run === undefined) throw new Error(`Expected a run for ${text}.`);
    return { kind: 'breaks', promise: `no-${first}`, run };
  }
  return { kind: 'searched', network: searched(first), crash: searched(second), isFar: first.includes(FAR) };
}

function searched(text: string): Searched {
  const states = Number.parseInt(text, 10);
  if (Number.isNaN(states)) throw new Error('Expected an answer about every shape: run `npm run checkers`.');
  return { states, isOpen: text.endsWith(OPEN) };
}

const OPEN = '?';
const FAR = 'p';
