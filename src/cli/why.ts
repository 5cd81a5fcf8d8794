/** `why <link>`: each step of a run safe, at risk or doomed; the point of no return; the nearest run that ends well. */
import { replay } from '../engine/timeline.ts';
import { FALLBACK_LANG, LANGS, type Lang } from '../i18n/languages.ts';
import { problemText } from '../i18n/problem.ts';
import { propertyText } from '../i18n/propertyText.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { engineFor } from '../scenario/engines.ts';
import { readLink, wordsOf, writeScenario } from '../scenario/link.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { whyOf, type Why } from '../verifier/why.ts';
import { cliText } from './cliText.ts';
import { badInput, fine, type Command, type Printed } from './command.ts';
import { readOptions, type OptionSpec } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'json', kind: 'switch' },
  { name: 'lang', kind: 'value', values: LANGS },
  { name: 'help', kind: 'switch' },
];

export const whyCommand: Command = { name: 'why', run: why };

function why(args: readonly string[]): Printed {
  const options = readOptions('why', OPTIONS, args);
  if (!options.ok) return badInput(options.complaint);
  const { given, positionals } = options;
  const lang = LANGS.find((known) => known === given.get('lang')) ?? FALLBACK_LANG;
  if (given.has('help')) return fine(cliText(lang, 'cli-why-usage'));
  const [link, ...others] = positionals;
  if (link === undefined || others.length > 0)
    return badInput(cliText(lang, 'cli-why-one-link', { count: positionals.length }));
  const { scenario, asked, problem } = readLink(protocols, link);
  // A checksum of an older model does not matter to who asks what follows in this one.
  if (problem !== null && problem.kind !== 'checksum-differs')
    return badInput(problemText(lang, scenario.protocol, problem));
  if (asked === 0) return badInput(cliText(lang, 'cli-why-no-steps'));
  const protocol = protocols.find(({ id }) => id === scenario.protocol) ?? protocols[0];
  const told = toldOf(protocol, scenario);
  return fine(given.has('json') ? JSON.stringify(told) : prose(told, lang));
}

/** The answer with steps as words and runs as links: what is documented in the README. */
function toldOf(protocol: Protocol, scenario: Scenario) {
  const { timeline } = replay(engineFor(protocol, scenario.settings), scenario.steps);
  const { property, labels, doomedAt, nearest, isComplete }: Why = whyOf(protocol, timeline);
  const words = wordsOf(protocol, timeline);
  return {
    protocol: protocol.id,
    property,
    steps: labels.map((label, index) => ({ step: words[index] ?? '', label })),
    doomedAt,
    nearest: nearest === null ? null : nearestTold(protocol, scenario, nearest),
    complete: isComplete,
  };
}

function nearestTold(protocol: Protocol, scenario: Scenario, nearest: NonNullable<Why['nearest']>) {
  const { steps, differsAt, instead } = nearest;
  const { timeline } = replay(engineFor(protocol, scenario.settings), steps);
  const word = instead === null ? '' : (wordsOf(protocol, timeline)[differsAt - 1] ?? '');
  return { link: writeScenario(protocol, { ...scenario, steps }), differsAt, instead: word };
}

function prose({ property, steps, doomedAt, nearest, complete }: ReturnType<typeof toldOf>, lang: Lang): string {
  const head =
    property === null
      ? cliText(lang, 'cli-why-well')
      : cliText(lang, 'cli-why-broken', { property, text: propertyText(lang, property) });
  const lines = steps.map(({ step, label }, index) => {
    return `  ${index + 1}. ${step}: ${cliText(lang, `cli-why-${label}`)}`;
  });
  const point = doomedAt === null ? [] : [cliText(lang, 'cli-why-doomed-at', { step: doomedAt })];
  const near = nearest === null ? [] : [nearestLine(nearest, lang), nearest.link];
  const bound = complete ? [] : [cliText(lang, 'cli-why-incomplete')];
  return [head, ...lines, ...point, ...near, ...bound].join('\n');
}

function nearestLine({ differsAt, instead }: NonNullable<ReturnType<typeof toldOf>['nearest']>, lang: Lang): string {
  return instead === ''
    ? cliText(lang, 'cli-why-nearest-rest', { step: differsAt })
    : cliText(lang, 'cli-why-nearest', { step: differsAt, instead });
}
