/** What the verifier is asked about a checker, what it says, and what to change. */
import type { Settings } from '../../engine/model.ts';
import type { Step } from '../../engine/step.ts';
import type { TextKey } from '../../i18n/book.ts';
import { questionKey, type Check } from '../../player/inquiry.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { Question, Report } from '../../verifier/question.ts';
import { decidedAhead, isUndecided, stepsOf, type CheckerPromise } from './decided.ts';
import { isAsked, settingsFor, type Form, type FormName } from './shape.ts';

/** So many states take a second or two, … */
const STATES_MAX = 250_000;
/** … and so many about a minute. */
const FAR_STATES_MAX = 2_500_000;
/** What a look-up and what it reads may suffer. */
export const ASKED_KINDS = { 'look-up-fails': 1, 'record-purged': 1 } as const;
const PROMISES: readonly CheckerPromise[] = ['no-lost', 'no-phantom'];

/** How far a search goes. `far`: in the spaces made for promises, for what the usual one leaves open. */
export type Reach = 'usual' | 'far';

/** One after the other: what the network and the look-up do, and what a crash does. */
export function questionsOf(
  protocol: Protocol,
  form: Form,
  reach: Reach,
): readonly [network: Question, crash: Question] {
  const isFar = reach === 'far';
  const common = {
    protocol: protocol.id,
    settings: settingsFor(protocol, form),
    orders: 1,
    properties: PROMISES,
    statesMax: isFar ? FAR_STATES_MAX : STATES_MAX,
    stopsEarly: true,
  } as const;
  return [
    {
      ...common,
      reduction: isFar ? 'for-promises' : 'none',
      faults: { crash: 0, drop: 1, duplicate: 0 },
      mishaps: { kinds: ASKED_KINDS, others: 0, persons: 0 },
    },
    { ...common, reduction: isFar ? 'for-promises' : 'exact', faults: { crash: 1, drop: 0, duplicate: 0 } },
  ];
}

/** What a question is about; the questions of a form come in this order. */
export const ASPECTS = ['network', 'crash'] as const;
export type Aspect = (typeof ASPECTS)[number];

export type CheckerVerdict =
  | {
      readonly kind: 'breaks';
      readonly promise: CheckerPromise;
      readonly run: readonly Step[];
      readonly settings: Settings;
    }
  | { readonly kind: 'impossible'; readonly states: number; readonly reach: Reach }
  /** `open`: the questions whose search stopped at its bound. */
  | {
      readonly kind: 'undecided';
      readonly states: number;
      readonly reach: Reach;
      readonly open: readonly Aspect[];
    }
  /** Not all questions are answered. `report`: of the one that runs. */
  | { readonly kind: 'asking'; readonly report: Report | null };

export type ToldVerdict = Exclude<CheckerVerdict, { readonly kind: 'asking' }>;

/** What was computed ahead about a form. */
export function verdictAhead(protocol: Protocol, form: Form): ToldVerdict {
  const answer = decidedAhead(protocol, form);
  if (answer.kind === 'breaks') return { kind: 'breaks', ...stepsOf(protocol, form, answer) };
  const open = ASPECTS.filter((aspect) => answer[aspect].isOpen);
  const states = answer.network.states + answer.crash.states;
  const reach = answer.isFar ? 'far' : 'usual';
  return open.length === 0 ? { kind: 'impossible', states, reach } : { kind: 'undecided', states, reach, open };
}

/** How far the page's own search has to go to come to what was computed ahead. */
export function reachOf(verdict: ToldVerdict): Reach {
  return verdict.kind === 'breaks' ? 'usual' : verdict.reach;
}

type Checks = ReadonlyMap<string, Check>;

/** What the page itself was answered about a form: a run decides at once, everything else once both questions are answered. */
export function verdictOf(questions: readonly Question[], checks: Checks): CheckerVerdict {
  const known = questions.map((question) => checks.get(questionKey(question)));
  const reports = known.map((check) => (check?.status === 'answered' ? check.report : null));
  const runs = reports.flatMap((report) =>
    (report?.findings ?? []).flatMap(({ id, run }) => (run === null ? [] : [{ id, run }])),
  );
  const [shortest] = runs.toSorted((one, other) => one.run.length - other.run.length);
  const promise = PROMISES.find((id) => id === shortest?.id);
  if (shortest !== undefined && promise !== undefined)
    return { kind: 'breaks', promise, run: shortest.run, settings: questions[0]?.settings ?? {} };
  const running = known.find((check) => check?.status === 'asked');
  const isOpen = known.some((check) => check?.status !== 'answered' && check?.status !== 'failed');
  if (isOpen) return { kind: 'asking', report: running?.status === 'asked' ? running.report : null };
  const states = reports.reduce((sum, report) => sum + (report?.states ?? 0), 0);
  const open = ASPECTS.filter((_, at) => reports[at]?.findings.every(({ verdict }) => verdict === 'holds') !== true);
  const reach = questions.some(({ reduction }) => reduction === 'for-promises') ? 'far' : 'usual';
  return open.length === 0 ? { kind: 'impossible', states, reach } : { kind: 'undecided', states, reach, open };
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
  readonly change: readonly Instead[];
  /** How many were searched to know that nothing breaks with it. */
  readonly states: number;
}

/** The smallest change that makes it impossible; null where none of at most two answers does. */
export function mendingOf(protocol: Protocol, form: Form): Mending | null {
  for (const change of changesOf(form)) {
    const answer = decidedAhead(protocol, changed(form, change));
    if (answer.kind === 'searched' && !isUndecided(answer))
      return { change, states: answer.network.states + answer.crash.states };
  }
  return null;
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
