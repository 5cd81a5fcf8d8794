/** `load [<link>]`: many orders at once, and what becomes of them under each protocol. */
import { FALLBACK_LANG, LANGS, type Lang } from '../i18n/languages.ts';
import { figuresOf } from '../load/lab.ts';
import { readLoad, writeLoad, type LoadProblem } from '../load/link.ts';
import type { Latency, Measures } from '../load/measures.ts';
import { presetOf, PRESET_IDS } from '../load/presets.ts';
import { CHOICES, namesOf, NUMBERS, secondsOf, type LoadScenario } from '../load/settings.ts';
import { protocols } from '../protocols/registry.ts';
import { cliText } from './cliText.ts';
import { badInput, fine, type Command, type Printed } from './command.ts';
import { checkTextbook } from './loadTextbook.ts';
import { readOptions, type OptionSpec } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'preset', kind: 'text' },
  { name: 'textbook', kind: 'text' },
  { name: 'json', kind: 'switch' },
  { name: 'lang', kind: 'value', values: LANGS },
  { name: 'help', kind: 'switch' },
];

export const loadCommand: Command = { name: 'load', run: load };

function load(args: readonly string[]): Printed {
  const options = readOptions('load', OPTIONS, args);
  if (!options.ok) return badInput(options.complaint);
  const { given, positionals } = options;
  const lang = LANGS.find((known) => known === given.get('lang')) ?? FALLBACK_LANG;
  if (given.has('help')) return fine(cliText(lang, 'cli-load-usage'));
  const [textbook, preset, link] = [given.get('textbook'), given.get('preset'), positionals[0]];
  const asked = positionals.length + (preset === undefined ? 0 : 1) + (textbook === undefined ? 0 : 1);
  if (asked > 1) return badInput(cliText(lang, 'cli-load-one', { count: asked }));
  if (typeof textbook === 'string') return checkTextbook(lang, textbook, given.has('json'));
  if (typeof preset === 'string') {
    const id = PRESET_IDS.find((known) => known === preset);
    if (id === undefined)
      return badInput(cliText(lang, 'cli-load-preset', { known: PRESET_IDS.join(', '), value: preset }));
    return fine(printed(lang, presetOf(id), given.has('json')));
  }
  if (link === undefined) return fine(printed(lang, presetOf('steady'), given.has('json')));
  const { scenario, problem } = readLoad(link);
  const out = printed(lang, scenario, given.has('json'));
  return problem === null ? fine(out) : badInput(problemText(lang, problem), out);
}

function problemText(lang: Lang, { kind, ...values }: LoadProblem): string {
  return cliText(lang, `load-problem-${kind}`, values);
}

function printed(lang: Lang, scenario: LoadScenario, isJson: boolean): string {
  const figures = figuresOf(scenario, protocols);
  if (isJson) return JSON.stringify(loadJson(scenario, figures));
  const ms = (value: number): string => value.toFixed(1);
  const title = cliText(lang, 'cli-load-heading', {
    orders: figures[0]?.orders ?? 0,
    seconds: secondsOf(scenario.curve),
    seed: scenario.numbers.seed,
  });
  const lines = figures.map((measures) =>
    cliText(lang, 'cli-load-line', {
      id: measures.id,
      buyerP50: ms(measures.buyerMs.p50),
      buyerP99: ms(measures.buyerMs.p99),
      pointsP50: ms(measures.pointsMs.p50),
      pointsP99: ms(measures.pointsMs.p99),
      completed: measures.completedPerS.toFixed(0),
      goodput: measures.goodputPerS.toFixed(0),
      refused: measures.refused,
      unfinished: measures.unfinished,
      bottleneck: measures.limits.bottleneck,
      capacity: measures.limits.capacityPerS.toFixed(0),
    }),
  );
  return [title, ...lines, writeLoad(scenario)].join('\n');
}

/** What the README promises. */
function loadJson(scenario: LoadScenario, figures: readonly Measures[]) {
  const settings = changedSettings(scenario);
  return {
    seed: scenario.numbers.seed,
    link: writeLoad(scenario),
    protocols: figures.map(({ limits, orders, checks, isCutShort, ...measures }) => ({
      ...measures,
      settings,
      orders,
      buyerMs: latencyJson(measures.buyerMs),
      pointsMs: latencyJson(measures.pointsMs),
      bottleneck: limits.bottleneck,
      capacityPerS: limits.capacityPerS,
      aloneMs: limits.aloneMs,
      caught: limits.caught,
      checks,
      isCutShort,
    })),
  };
}

function latencyJson({ p50, p95, p99, max, spread }: Latency) {
  return { p50, p95, p99, max, spread };
}

/** What differs from the lab's own assumptions. */
function changedSettings({ numbers, choices }: LoadScenario): { readonly [name: string]: number | string } {
  const changedNumbers = namesOf(NUMBERS).filter((name) => numbers[name] !== NUMBERS[name].initial);
  const changedChoices = namesOf(CHOICES).filter((name) => choices[name] !== CHOICES[name][0]);
  return Object.fromEntries([
    ...changedNumbers.map((name): [string, number] => [name, numbers[name]]),
    ...changedChoices.map((name): [string, string] => [name, choices[name]]),
  ]);
}
