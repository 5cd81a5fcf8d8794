/**
 * What a checkLocalTransaction reads and answers: the questions about it, and the named checkers, each of which answers all
 * of them (SPEC.md, HM-C1 to HM-C4 and HM-C20 to HM-C34).
 */
import type { Settings } from '../../engine/model.ts';
import type { SettingSpec } from '../protocol.ts';
import { choiceSetting } from '../shared/settings.ts';

const READS = ['order-row', 'log-row', 'late-status', 'memory', 'coordinator', 'nothing'] as const;
const MISSING = ['rollback', 'unknown', 'commit', 'fence'] as const;
const RUNNING = ['unknown', 'unnoticed'] as const;
const EXCEPTION = ['unknown', 'rollback', 'commit'] as const;
const PURGE = ['kept', 'early'] as const;
const GRACE = ['none', 'two-checks'] as const;
const GROUP = ['shared', 'own-databases', 'two-businesses'] as const;

/** What it may read beside the orders; each has a table on the stage. */
export type Readable = Exclude<(typeof READS)[number], 'order-row' | 'nothing'>;

export interface CheckerProfile {
  /** Where it looks for the outcome. */
  readonly reads: (typeof READS)[number];
  /** What it answers when nothing is found there. */
  readonly missing: (typeof MISSING)[number];
  /** Whether it notices that the local transaction still runs. */
  readonly running: (typeof RUNNING)[number];
  /** What it answers when the look-up throws. */
  readonly exception: (typeof EXCEPTION)[number];
  /** Whether what it reads is purged before the last check. */
  readonly purge: (typeof PURGE)[number];
  /** How many checks are answered UNKNOW before nothing found counts. */
  readonly grace: (typeof GRACE)[number];
  /** What the second instance of the producer group is. */
  readonly group: (typeof GROUP)[number];
}

const CAREFUL: CheckerProfile = {
  reads: 'order-row',
  missing: 'rollback',
  running: 'unknown',
  exception: 'unknown',
  purge: 'kept',
  grace: 'none',
  group: 'shared',
};

const NAMED = {
  'unknown-while-running': CAREFUL,
  'rollback-if-missing': { ...CAREFUL, running: 'unnoticed' },
  'commit-if-missing': { ...CAREFUL, running: 'unnoticed', missing: 'commit' },
  fenced: { ...CAREFUL, running: 'unnoticed', missing: 'fence' },
  'log-row': { ...CAREFUL, reads: 'log-row' },
  'purged-log': { ...CAREFUL, reads: 'log-row', purge: 'early' },
  'late-status': { ...CAREFUL, reads: 'late-status' },
  'memory-map': { ...CAREFUL, reads: 'memory', missing: 'commit' },
  coordinator: { ...CAREFUL, reads: 'coordinator', purge: 'early' },
  'grace-period': { ...CAREFUL, running: 'unnoticed', grace: 'two-checks' },
  'always-unknown': { ...CAREFUL, reads: 'nothing', missing: 'unknown' },
  'two-businesses': { ...CAREFUL, group: 'two-businesses' },
} as const satisfies { readonly [name: string]: CheckerProfile };

type Named = keyof typeof NAMED;
const CHECKERS = Object.keys(NAMED) as [Named, ...Named[]];

/** The default of every question: what the named checker says. */
const AS_NAMED = 'as-named';

export const checkerSpecs = [
  { name: 'checker', kind: 'choice', values: CHECKERS },
  { name: 'check-reads', kind: 'choice', values: [AS_NAMED, ...READS] },
  { name: 'check-missing', kind: 'choice', values: [AS_NAMED, ...MISSING] },
  { name: 'check-running', kind: 'choice', values: [AS_NAMED, ...RUNNING] },
  { name: 'check-exception', kind: 'choice', values: [AS_NAMED, ...EXCEPTION] },
  { name: 'check-purge', kind: 'choice', values: [AS_NAMED, ...PURGE] },
  { name: 'check-grace', kind: 'choice', values: [AS_NAMED, ...GRACE] },
  { name: 'check-group', kind: 'choice', values: [AS_NAMED, ...GROUP] },
] as const satisfies readonly SettingSpec[];

/** The named checker, except where a question is answered on its own. */
export function checkerOf(settings: Settings): CheckerProfile {
  const named: CheckerProfile = NAMED[choiceSetting(settings, 'checker', CHECKERS)];
  return {
    reads: own(settings, 'check-reads', READS) ?? named.reads,
    missing: own(settings, 'check-missing', MISSING) ?? named.missing,
    running: own(settings, 'check-running', RUNNING) ?? named.running,
    exception: own(settings, 'check-exception', EXCEPTION) ?? named.exception,
    purge: own(settings, 'check-purge', PURGE) ?? named.purge,
    grace: own(settings, 'check-grace', GRACE) ?? named.grace,
    group: own(settings, 'check-group', GROUP) ?? named.group,
  };
}

function own<Value extends string>(settings: Settings, name: string, values: readonly Value[]): Value | null {
  const value = choiceSetting<Value | typeof AS_NAMED>(settings, name, [AS_NAMED, ...values]);
  return value === AS_NAMED ? null : value;
}

/** What it reads is written by the local transaction itself, so it is there exactly when the order is. */
export const readsTransaction = ({ reads }: CheckerProfile): boolean => reads === 'order-row' || reads === 'log-row';

/** What it reads is written by the listener, after the local transaction. */
export const readsReport = ({ reads }: CheckerProfile): boolean =>
  reads === 'late-status' || reads === 'memory' || reads === 'coordinator';

/** Orders themselves are never purged, and a map in memory goes with its process. */
export const purgesEarly = ({ purge, reads }: CheckerProfile): boolean =>
  purge === 'early' && (reads === 'log-row' || reads === 'late-status' || reads === 'coordinator');

/** Whether it matters which instance ran the local transaction. */
export const knowsInstances = ({ reads, group }: CheckerProfile): boolean => reads === 'memory' || group !== 'shared';

/** The named checkers of whom it is argued what can be forgotten of their worlds. */
export type ArguedChecker = 'unknown-while-running' | 'rollback-if-missing' | 'fenced';
const ARGUED: readonly ArguedChecker[] = ['unknown-while-running', 'rollback-if-missing', 'fenced'];

/** Which of them these settings come to, whatever they are called; null for any other. A kept log row is as good as the order. */
export function arguedChecker(settings: Settings): ArguedChecker | null {
  const profile = checkerOf(settings);
  const seen: CheckerProfile = purgesEarly(profile)
    ? profile
    : { ...profile, purge: 'kept', reads: profile.reads === 'log-row' ? 'order-row' : profile.reads };
  return ARGUED.find((name) => isSame(NAMED[name], seen)) ?? null;
}

function isSame(one: CheckerProfile, other: CheckerProfile): boolean {
  return (Object.keys(one) as (keyof CheckerProfile)[]).every((question) => one[question] === other[question]);
}
