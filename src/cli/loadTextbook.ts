/** `load --textbook mm1,lambda=80,mu=100`: one pool alone beside its closed form. */
import type { Lang } from '../i18n/languages.ts';
import { check, MODELS, type Textbook } from '../load/textbook.ts';
import { cliText } from './cliText.ts';
import { badInput, fine, type Printed } from './command.ts';

const ORDERS_MIN = 1_000;
const ORDERS_MAX = 1_000_000;
const PLACES_MAX = 1_000;
const RATE_MAX = 1_000_000;
const STANDARD = { servers: 2, places: 10, orders: 200_000, seed: 7 };
const NUMBER = /^\d{1,9}(?:\.\d{1,6})?$/;

export function checkTextbook(lang: Lang, text: string, isJson: boolean): Printed {
  const textbook = readTextbook(text);
  if (textbook === null) {
    return badInput(
      cliText(lang, 'cli-load-textbook', {
        models: MODELS.join(', '),
        placesMax: PLACES_MAX,
        ordersMin: ORDERS_MIN,
        ordersMax: ORDERS_MAX,
        value: text.slice(0, 80),
      }),
    );
  }
  const { model, lambda, mu, servers } = textbook;
  const load = lambda / (mu * (model === 'mmc' ? servers : 1));
  if (load >= 1 && model !== 'mm1k') return badInput(cliText(lang, 'cli-load-unstable', { load: load.toFixed(3) }));
  const { refused, refusedByClosedForm, ...found } = check(textbook);
  const shown = model === 'mm1k' ? { ...found, refused, refusedByClosedForm } : found;
  if (isJson) return fine(JSON.stringify({ check: shown }));
  return fine(
    cliText(lang, 'cli-load-check', {
      model,
      closedForm: found.closedFormMs.toFixed(3),
      simulated: found.simulatedMs.toFixed(3),
      deviation: found.standardDeviationMs.toFixed(3),
      difference: found.exactRecursionDifferenceMs,
    }),
  );
}

function readTextbook(text: string): Textbook | null {
  const [name, ...parts] = text.split(',');
  const model = MODELS.find((known) => known === name);
  const given = new Map(parts.map((part): [string, number] => [part.split('=')[0] ?? '', numberIn(part)]));
  const isKnown = [...given.keys()].every((key) =>
    ['lambda', 'mu', 'servers', 'places', 'orders', 'seed'].includes(key),
  );
  const of = (key: 'lambda' | 'mu'): number => given.get(key) ?? NaN;
  const whole = (key: keyof typeof STANDARD): number => given.get(key) ?? STANDARD[key];
  if (model === undefined || !isKnown) return null;
  const textbook: Textbook = {
    model,
    lambda: of('lambda'),
    mu: of('mu'),
    servers: whole('servers'),
    places: whole('places'),
    orders: whole('orders'),
    seed: whole('seed'),
  };
  return isSound(textbook) ? textbook : null;
}

function numberIn(part: string): number {
  const value = part.split('=')[1] ?? '';
  return NUMBER.test(value) ? Number(value) : NaN;
}

function isSound({ lambda, mu, servers, places, orders, seed }: Textbook): boolean {
  const isBetween = (value: number, min: number, max: number): boolean =>
    Number.isInteger(value) && value >= min && value <= max;
  const rates = lambda > 0 && mu > 0 && lambda <= RATE_MAX && mu <= RATE_MAX;
  return (
    rates &&
    isBetween(servers, 1, PLACES_MAX) &&
    isBetween(places, 2, PLACES_MAX) &&
    isBetween(orders, ORDERS_MIN, ORDERS_MAX) &&
    isBetween(seed, 0, 999_999)
  );
}
