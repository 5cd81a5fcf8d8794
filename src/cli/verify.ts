/** `verify <link>`: can a promise be broken at the link's settings, within a bound of faults and orders? */
import { replay } from '../engine/timeline.ts';
import { cliText } from './cliText.ts';
import { problemText } from '../i18n/problem.ts';
import { listText } from '../i18n/lists.ts';
import { propertyText } from '../i18n/propertyText.ts';
import { FALLBACK_LANG, LANGS, type Lang } from '../i18n/languages.ts';
import { protocolText } from '../i18n/text.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { engineFor } from '../scenario/engines.ts';
import { readLink, writeScenario } from '../scenario/link.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { NO_MISHAPS } from '../verifier/budget.ts';
import { propertyIds, searchFor, unknownProperties } from '../verifier/answer.ts';
import { propertiesOf } from '../verifier/properties.ts';
import { isForPromises, type Finding, type Question, type Report } from '../verifier/question.ts';
import { badInput, type Command, type Printed } from './command.ts';
import { readFaults } from './faults.ts';
import { isMemorySpent, memoryPeak } from './memory.ts';
import { readOptions, type OptionSpec } from './options.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'json', kind: 'switch' },
  { name: 'faults', kind: 'text' },
  { name: 'persons', kind: 'text' },
  { name: 'fast-messages', kind: 'switch' },
  { name: 'orders', kind: 'text' },
  { name: 'property', kind: 'text' },
  { name: 'max-states', kind: 'text' },
  { name: 'max-depth', kind: 'text' },
  { name: 'max-memory', kind: 'text' },
  { name: 'reduce', kind: 'switch' },
  { name: 'promises', kind: 'switch' },
  { name: 'lang', kind: 'value', values: LANGS },
  { name: 'help', kind: 'switch' },
];

/** Where an exploration gives up unless `--max-states` says otherwise. */
const STATES_MAX = 5_000_000;
const ORDERS_MAX = 9;

export const verifyCommand: Command = { name: 'verify', run: verify };

function verify(args: readonly string[]): Printed {
  const options = readOptions('verify', OPTIONS, args);
  if (!options.ok) return badInput(options.complaint);
  const { given, positionals } = options;
  const lang = LANGS.find((known) => known === given.get('lang')) ?? FALLBACK_LANG;
  if (given.has('help')) return { status: 0, out: cliText(lang, 'cli-verify-usage'), complaint: null };
  const [link, ...others] = positionals;
  if (link === undefined || others.length > 0)
    return badInput(cliText(lang, 'cli-verify-one-link', { count: positionals.length }));
  const opened = readLink(protocols, link);
  if (opened.problem !== null) return badInput(problemText(lang, opened.scenario.protocol, opened.problem));
  const protocol = protocols.find(({ id }) => id === opened.scenario.protocol) ?? protocols[0];
  const asked = questionOf(protocol, opened.scenario, given, lang);
  if ('complaint' in asked) return badInput(asked.complaint);
  const { steps } = opened.scenario;
  if (steps.length > 0 && !isBroken(protocol, asked, steps)) return badInput(cliText(lang, 'cli-verify-steps'));
  return answer(protocol, asked, { lang, isJson: given.has('json') });
}

/** Whether a run breaks what is asked about: then it is one of those that are looked for, else its steps would be left aside. */
function isBroken(protocol: Protocol, { settings, properties }: Question, steps: Scenario['steps']): boolean {
  const { timeline } = replay(engineFor(protocol, settings), steps);
  const asked = propertiesOf(protocol).filter(
    ({ id, kind }) => kind === 'always' && (properties.length === 0 || properties.includes(id)),
  );
  return timeline.frames.some(({ world }) =>
    asked.some((property) =>
      property.looksAt === 'ledger'
        ? !property.test(protocol.ledger(world, timeline.engine.model.settings))
        : !property.test(world),
    ),
  );
}

type Given = ReadonlyMap<string, string | true>;

function questionOf(
  protocol: Protocol,
  { settings }: Scenario,
  given: Given,
  lang: Lang,
): Question | { readonly complaint: string } {
  const asked = readFaults(protocol, settings, {
    faults: text(given, 'faults') ?? '',
    persons: text(given, 'persons'),
  });
  if ('complaint' in asked) return { complaint: cliText(lang, asked.complaint, asked.values) };
  const { faults, mishaps } = asked;
  const orders = whole(text(given, 'orders') ?? '1', ORDERS_MAX);
  if (orders === null)
    return { complaint: cliText(lang, 'cli-verify-orders', { max: ORDERS_MAX, value: text(given, 'orders') ?? '' }) };
  const bounds = boundsOf(given);
  if (typeof bounds === 'string') {
    const value = text(given, bounds) ?? '';
    return { complaint: cliText(lang, 'cli-verify-whole', { option: `--${bounds}`, value }) };
  }
  if (given.has('promises') && given.has('reduce')) return { complaint: cliText(lang, 'cli-verify-two-reductions') };
  const reduction = given.has('promises') ? 'for-promises' : given.has('reduce') ? 'exact' : 'none';
  const property = text(given, 'property');
  const properties = property === undefined ? [] : [property];
  if (unknownProperties(protocol, properties).length > 0) {
    const known = propertyIds(protocol).join(', ');
    return { complaint: cliText(lang, 'cli-verify-property', { known, value: property ?? '' }) };
  }
  const isPromise = propertiesOf(protocol).some(({ id, kind }) => id === property && kind !== 'sometimes');
  if (reduction === 'for-promises' && property !== undefined && !isPromise)
    return { complaint: cliText(lang, 'cli-verify-no-promise', { property }) };
  return {
    protocol: protocol.id,
    settings,
    faults,
    mishaps,
    ...(given.has('fast-messages') ? { messagesAreFast: true } : {}),
    orders,
    properties,
    ...bounds,
    reduction,
    stopsEarly: false,
  };
}

type Bounds = Pick<Question, 'statesMax' | 'depthMax' | 'bytesMax'>;

const BYTES_PER_MB = 1_000_000;

/** Where the search stops; or the first option that is no whole number from 1. */
function boundsOf(given: Given): Bounds | string {
  const options = ['max-states', 'max-depth', 'max-memory'] as const;
  const numbers = options.map((option) => whole(text(given, option) ?? '1', Number.MAX_SAFE_INTEGER));
  const wrong = options.find((_, index) => numbers[index] === null);
  if (wrong !== undefined) return wrong;
  const [states = null, depth = null, memory = null] = options.map((option, index) =>
    given.has(option) ? (numbers[index] ?? null) : null,
  );
  return {
    statesMax: states ?? STATES_MAX,
    ...(depth === null ? {} : { depthMax: depth }),
    ...(memory === null ? {} : { bytesMax: memory * BYTES_PER_MB }),
  };
}

function text(given: Given, name: string): string | undefined {
  const value = given.get(name);
  return typeof value === 'string' ? value : undefined;
}

function whole(value: string, max: number): number | null {
  return /^[1-9]\d{0,15}$/.test(value) && Number(value) <= max ? Number(value) : null;
}

/** So many states between two looks at the memory. */
const PORTION = 1_000;

function answer(
  protocol: Protocol,
  question: Question,
  { lang, isJson }: { readonly lang: Lang; readonly isJson: boolean },
): Printed {
  const begun = performance.now();
  const search = searchFor(protocol, question);
  while (search.advance(PORTION)) if (isMemorySpent(question.bytesMax ?? null)) search.stop();
  const report = search.report();
  const seconds = Math.round(performance.now() - begun) / 1000;
  const isViolated = report.findings.some(({ kind, verdict }) => kind !== 'sometimes' && verdict === 'violated');
  const out = isJson ? json(protocol, question, report, seconds) : prose(protocol, question, report, lang);
  return { status: isViolated ? 1 : 0, out, complaint: null };
}

function json(protocol: Protocol, question: Question, report: Report, seconds: number): string {
  const { settings, faults, mishaps = NO_MISHAPS, orders } = question;
  const { states, generated, depth, complete, stoppedBy, reduction, bytes, bytesPerState, leftOut } = report;
  const properties = report.findings.map(({ id, kind, verdict, run, loopsFrom, slowness = null }) => {
    const counterexample = run === null ? null : linkTo(protocol, settings, run);
    return { id, kind, verdict, steps: run?.length ?? null, loopsFrom, slowMessages: slowness, counterexample };
  });
  const { id } = protocol;
  return JSON.stringify({
    protocol: id,
    settings,
    faults: { ...faults, ...mishaps.kinds, ...(mishaps.others > 0 ? { others: mishaps.others } : {}) },
    persons: mishaps.persons,
    leftOut,
    fastMessages: question.messagesAreFast ?? false,
    orders,
    states,
    generated,
    depth,
    complete,
    stoppedBy,
    reduced: reduction !== 'none',
    reduction,
    seconds,
    bytes,
    bytesPerState,
    processBytes: memoryPeak(),
    properties,
  });
}

function prose(
  protocol: Protocol,
  { settings, faults, mishaps = NO_MISHAPS, messagesAreFast, orders }: Question,
  report: Report,
  lang: Lang,
): string {
  const { states, depth, stoppedBy } = report;
  const key = report.complete ? 'cli-verify-bound' : (`cli-verify-stopped-${stoppedBy ?? 'states'}` as const);
  const bound = cliText(lang, key, { ...faults, orders, states, depth });
  const grade = isForPromises(report.reduction) ? 'promises' : report.reduction;
  const reduced = [cliText(lang, `cli-verify-reduced-${grade}`)];
  const kindText = (kind: string): string => protocolText(lang, protocol.id, `kind-${kind}`);
  const kinds = Object.entries(mishaps.kinds).map(([kind, count]) => `${kindText(kind)}: ${count}`);
  const others = Object.entries({ others: mishaps.others, persons: mishaps.persons });
  const more = others.flatMap(([what, count]) => (count === 0 ? [] : [`${what}: ${count}`]));
  const also =
    kinds.length + more.length === 0
      ? []
      : [cliText(lang, 'cli-verify-also', { list: [...kinds, ...more].join('; ') })];
  const without =
    report.leftOut.length === 0
      ? []
      : [cliText(lang, 'cli-verify-without', { list: listText(lang, report.leftOut.map(kindText)) })];
  const memory = cliText(lang, 'cli-verify-memory', { mb: Math.ceil(memoryPeak() / BYTES_PER_MB) });
  return [
    bound,
    ...(messagesAreFast === true ? [cliText(lang, 'cli-verify-fast')] : []),
    ...also,
    ...without,
    ...reduced,
    memory,
    ...report.findings.map((finding) => findingLine(protocol, settings, finding, lang)),
  ].join('\n');
}

function findingLine(
  protocol: Protocol,
  settings: Scenario['settings'],
  { id, kind, verdict, run, loopsFrom, slowness }: Finding,
  lang: Lang,
): string {
  const said = cliText(lang, `cli-verify-${kind === 'sometimes' ? 'sometimes' : 'promise'}-${verdict}`, {
    property: id,
    steps: run?.length ?? 0,
  });
  const loop = loopsFrom === null ? [] : [cliText(lang, 'cli-verify-loops', { step: loopsFrom })];
  const slow = slowness === undefined ? [] : [cliText(lang, `cli-verify-slow-${slowness}`)];
  const link = run === null ? [] : [linkTo(protocol, settings, run)];
  return [`  ${said}`, ...[propertyText(lang, id), ...loop, ...slow, ...link].map((line) => `    ${line}`)].join('\n');
}

function linkTo(protocol: Protocol, settings: Scenario['settings'], steps: Scenario['steps']): string {
  return writeScenario(protocol, { protocol: protocol.id, settings, steps });
}
