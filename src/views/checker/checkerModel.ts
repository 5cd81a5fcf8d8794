/** A checker as its form says it: the settings, the questions about it, the verdict, and what to change. */
import type { Settings } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import type { TextKey } from '../../i18n/book.ts';
import { questionKey, type Check } from '../../player/inquiry.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { CheckerPage } from '../../scenario/trialAddress.ts';
import { acceptValue } from '../../protocols/shared/settings.ts';
import { completeSettings } from '../../scenario/settings.ts';
import type { Question, Report } from '../../verifier/question.ts';

/** The questions of the form, in its order: settings of half messages. */
export const FORM = [
  'check-reads',
  'check-missing',
  'check-running',
  'check-exception',
  'check-purge',
  'check-grace',
  'producers',
  'check-group',
] as const;
export type FormName = (typeof FORM)[number];
type Form = { readonly [name in FormName]: string };

/** What the named default checker does, said question by question. */
const CAREFUL: Form = {
  'check-reads': 'order-row',
  'check-missing': 'rollback',
  'check-running': 'unknown',
  'check-exception': 'unknown',
  'check-purge': 'kept',
  'check-grace': 'none',
  producers: '1',
  'check-group': 'shared',
};

const AS_NAMED = 'as-named';

/** What can be answered to a question of the form. */
export function optionsOf(protocol: Protocol, name: FormName): readonly string[] {
  const spec = protocol.settings.find((known) => known.name === name);
  return spec?.kind === 'choice' ? spec.values.filter((value) => value !== AS_NAMED) : [];
}

/** What the address answers, where that is possible; else what the default checker does. */
export function formOf(protocol: Protocol, { answers }: CheckerPage): Form {
  const given = FORM.flatMap((name): readonly (readonly [FormName, string])[] => {
    const spec = protocol.settings.find((known) => known.name === name);
    const text = answers.findLast((answer) => answer.name === name)?.value;
    const value = spec === undefined || text === undefined ? null : acceptValue(spec, text);
    return value === null || value === AS_NAMED ? [] : [[name, value]];
  });
  return { ...CAREFUL, ...Object.fromEntries(given) };
}

/** The page at other answers. */
export function pageOf(form: Form): CheckerPage {
  const answers = FORM.filter((name) => form[name] !== CAREFUL[name]).map((name) => ({ name, value: form[name] }));
  return { answers };
}

/** Whether a question makes a difference, given the other answers. */
export function isAsked(form: Form, name: FormName): boolean {
  switch (name) {
    case 'check-group':
      return form.producers === '2';
    case 'check-purge':
      return ['log-row', 'late-status', 'coordinator'].includes(form['check-reads']);
    case 'check-running':
    case 'check-grace':
      return form['check-missing'] !== 'unknown';
    case 'check-reads':
    case 'check-missing':
    case 'check-exception':
    case 'producers':
      return true;
  }
}

/** Two checks are answered UNKNOW before the third counts. */
export function checksOf(form: Form): number {
  return form['check-grace'] === 'two-checks' && isAsked(form, 'check-grace') ? 3 : 1;
}

/** The settings that the form stands for, at as few rounds as can show something. */
export function settingsFor(protocol: Protocol, form: Form): Settings {
  const asked = FORM.map((name) => {
    const isOwn = isAsked(form, name) && form[name] !== CAREFUL[name];
    return [name, isOwn || name === 'producers' ? form[name] : AS_NAMED] as const;
  });
  return completeSettings(protocol, {
    ...Object.fromEntries(asked),
    'check-max': String(checksOf(form)),
    'reconsume-max': '1',
  });
}

/** So many states take a second or two. */
const STATES_MAX = 250_000;
/** What a look-up and what it reads may suffer. */
export const ASKED_KINDS = { 'look-up-fails': 1, 'record-purged': 1 } as const;
export const PROMISES = ['no-lost', 'no-phantom'] as const;
export type CheckerPromise = (typeof PROMISES)[number];

/** One after the other: what the network and the look-up do, and what a crash does. */
export function questionsOf(protocol: Protocol, form: Form): readonly Question[] {
  const common = {
    protocol: protocol.id,
    settings: settingsFor(protocol, form),
    orders: 1,
    properties: PROMISES,
    statesMax: STATES_MAX,
    stopsEarly: true,
  } as const;
  return [
    {
      ...common,
      reduction: 'none',
      faults: { crash: 0, drop: 1, duplicate: 0 },
      mishaps: { kinds: ASKED_KINDS, others: 0, persons: 0 },
    },
    { ...common, reduction: 'exact', faults: { crash: 1, drop: 0, duplicate: 0 } },
  ];
}

export type CheckerVerdict =
  | {
      readonly kind: 'breaks';
      readonly promise: CheckerPromise;
      readonly run: readonly Step[];
      readonly settings: Settings;
    }
  | { readonly kind: 'impossible'; readonly states: number }
  | { readonly kind: 'undecided'; readonly states: number }
  /** Not all questions are answered. `report`: of the one that runs. */
  | { readonly kind: 'asking'; readonly report: Report | null };

type Checks = ReadonlyMap<string, Check>;

/** What is known of a form: a run decides at once, everything else once both questions are answered. */
export function verdictOf(questions: readonly Question[], checks: Checks): CheckerVerdict {
  const known = questions.map((question) => checks.get(questionKey(question)));
  const reports = known.flatMap((check) => (check?.status === 'answered' ? [check.report] : []));
  const runs = reports.flatMap(({ findings }) =>
    findings.flatMap(({ id, run }) => (run === null ? [] : [{ id, run }])),
  );
  const [shortest] = runs.toSorted((one, other) => one.run.length - other.run.length);
  const promise = PROMISES.find((id) => id === shortest?.id);
  if (shortest !== undefined && promise !== undefined)
    return { kind: 'breaks', promise, run: shortest.run, settings: questions[0]?.settings ?? {} };
  const running = known.find((check) => check?.status === 'asked');
  const isOpen = known.some((check) => check?.status !== 'answered' && check?.status !== 'failed');
  if (isOpen) return { kind: 'asking', report: running?.status === 'asked' ? running.report : null };
  const states = reports.reduce((sum, report) => sum + report.states, 0);
  const isSure =
    reports.length === questions.length &&
    reports.every(({ findings }) => findings.every(({ verdict }) => verdict === 'holds'));
  return { kind: isSure ? 'impossible' : 'undecided', states };
}

/** Answers that may be given instead, the cheapest first. */
const INSTEAD = [
  ['check-exception', 'unknown'],
  ['check-purge', 'kept'],
  ['check-running', 'unknown'],
  ['check-missing', 'unknown'],
  ['check-missing', 'fence'],
  ['check-reads', 'order-row'],
  ['check-reads', 'log-row'],
  ['check-group', 'shared'],
] as const satisfies readonly (readonly [FormName, string])[];

export type Instead = (typeof INSTEAD)[number];

/** Changes of one answer, then those of two; each makes a difference. */
export function changesOf(form: Form): readonly (readonly Instead[])[] {
  const useful = INSTEAD.filter(([name, value]) => isAsked(form, name) && form[name] !== value);
  const pairs = useful.flatMap((one, at) =>
    useful.slice(at + 1).flatMap((other) => (other[0] === one[0] ? [] : [[one, other]])),
  );
  return [...useful.map((one) => [one]), ...pairs];
}

export function changed(form: Form, change: readonly Instead[]): Form {
  return { ...form, ...Object.fromEntries(change) };
}

export interface Mending {
  /** The smallest change that makes it impossible; null while none is known. */
  readonly change: readonly Instead[] | null;
  readonly states: number;
  /** What to ask next to find it; none where it is known, or where nothing helps. */
  readonly next: readonly Question[];
}

/** The smallest change as far as it is known. */
export function mendingOf(protocol: Protocol, form: Form, checks: Checks): Mending {
  for (const change of changesOf(form)) {
    const questions = questionsOf(protocol, changed(form, change));
    const verdict = verdictOf(questions, checks);
    if (verdict.kind === 'asking') return { change: null, states: 0, next: questions };
    if (verdict.kind === 'impossible') return { change, states: verdict.states, next: [] };
  }
  return { change: null, states: 0, next: [] };
}

export function costKey([name, value]: Instead): TextKey<'verify'> {
  switch (name) {
    case 'check-reads':
      return `cost-check-reads-${value}`;
    case 'check-missing':
      return `cost-check-missing-${value}`;
    case 'check-running':
      return `cost-check-running-${value}`;
    case 'check-exception':
      return `cost-check-exception-${value}`;
    case 'check-purge':
      return `cost-check-purge-${value}`;
    case 'check-group':
      return `cost-check-group-${value}`;
  }
}
