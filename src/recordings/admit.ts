/** Trace validation: is there a run of half messages, at the settings of a recording, that shows exactly what was seen? */
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { processOf, PRODUCERS } from '../protocols/half-message/instances.ts';
import { ORDERS_MAX } from '../protocols/half-message/model.ts';
import { engineFor } from '../scenario/engines.ts';
import { completeSettings } from '../scenario/settings.ts';
import type { Answer, Match, Reason, Sight, UnsupportedKinds } from './answer.ts';
import { foreignIn } from './aside.ts';
import { EARLY_FRACTION, LATE_FRACTION, orderMsOf, type Strictness } from './clock.ts';
import { decidingIn } from './deciding.ts';
import { extentOf } from './extent.ts';
import { isPartial } from './frontier.ts';
import { lanesOf } from './lanes.ts';
import type { Recording } from './observation.ts';
import type { Question, Situation } from './question.ts';
import { comingIn } from './recorded.ts';
import { notSearched, search, situationsMax, type Found } from './search.ts';
import { isImpossible, toldBy, type Told } from './sights.ts';

export function admit(
  recording: Recording,
  strictness: Partial<Strictness> = {},
  onProgress: (progress: { readonly reached: number; readonly count: number }) => void = () => undefined,
): Answer {
  const told = toldBy(recording);
  const unsupportedKinds = unsupportedIn(recording);
  const foreign = foreignIn(recording) ?? beyondTheModel(recording, told);
  const nothing = extentOf(recording, told, { matched: 0, hidden: 0 });
  if (foreign !== null) return { verdict: 'unsupported', ...foreign, unsupportedKinds, extent: nothing };
  const question = questionOf(recording, told, strictness);
  const impossible = isPartial(recording.recorded) ? told.sights.findIndex(isImpossible) : -1;
  const found =
    impossible >= 0
      ? notSearched(question, impossible)
      : search(question, (reached) => onProgress({ reached, count: question.lanes.count }));
  const { situation, at, isComplete, situations } = found;
  const matches = matchesOf(question, situation).filter(
    ({ observation }) => told.sights[observation]?.what !== 'other',
  );
  const { observations } = recording;
  const judged = matches.filter(({ observation }) => !isMark(told, observation));
  const explained = {
    scenario: {
      protocol: halfMessage.id,
      settings: question.engine.model.settings,
      steps: stepsOf(question, situation),
    },
    matches,
    unsupportedKinds,
    extent: extentOf(recording, told, { matched: matches.length, hidden: hiddenIn(situation) }),
  };
  const unread = observations.findIndex((one) => one.what === 'other' && one.mayMatter === true);
  if (isComplete) {
    const unsure = unread >= 0 ? unreadable(observations, unread) : withoutEnd(recording);
    if (judged.length === 0) {
      const reason = { kind: 'nothing-judged', count: observations.length } as const;
      return { verdict: 'unsupported', at: 0, reason, unsupportedKinds, extent: explained.extent };
    }
    if (unsure !== null) return { verdict: 'incomplete', openFrom: null, ...unsure, ...explained };
    return { verdict: 'admitted', deciding: decidingIn(question, situation), ...explained };
  }
  const max = situationsMax(recording.recorded);
  if (situations >= max) {
    const reason = { kind: 'too-many-situations', count: situations, max } as const;
    return { verdict: 'unsupported', at, reason, unsupportedKinds, extent: explained.extent };
  }
  // what cannot be explained may follow from a line that could not be read
  if (unread >= 0 && isBefore(recording, unread, at)) {
    return { verdict: 'incomplete', openFrom: at, ...unreadable(observations, unread), ...explained };
  }
  return { verdict: 'rejected', at, expected: expectedOf(told, found), reason: reasonOf(told, found), ...explained };
}

function reasonOf({ sights }: Told, { at, overdue }: Found): Reason {
  const seen = sights[at] ?? { what: 'other', fields: {} };
  return overdue === null
    ? { kind: 'not-explained', seen }
    : { kind: 'overdue', missing: overdue.missing, dueMs: overdue.dueMs, seen };
}

/** What the model would have shown, with what alone can have been where the log contradicts itself. */
function expectedOf({ sights, right }: Told, { at, expected }: Found): readonly Sight[] {
  const seen = sights[at];
  const fields = right[at] ?? {};
  if (seen === undefined || Object.keys(fields).length === 0) return expected;
  const shown = expected.length === 0 ? [seen] : expected;
  return shown.map((sight) =>
    sight.what === seen.what ? { ...sight, fields: { ...sight.fields, ...fields } } : sight,
  );
}

/** What needs nothing of the model: the end, and what is not compared. */
function isMark({ sights }: Told, observation: number): boolean {
  return ['other', 'ended'].includes(sights[observation]?.what ?? 'other');
}

function unreadable(observations: Recording['observations'], at: number) {
  const one = observations[at];
  const text = one?.what === 'other' ? (one.text ?? one.kind) : '';
  return { at, reason: { kind: 'unreadable-line', text } } as const;
}

/** A log that would have shown its end, and does not. */
function withoutEnd({ observations, recorded }: Recording) {
  if (recorded?.kinds.includes('ended') !== true || recorded.gaps === true) return null;
  return observations.some(({ what }) => what === 'ended')
    ? null
    : ({ at: null, reason: { kind: 'end-missing' } } as const);
}

/** Whether one observation may have happened before another one. */
function isBefore({ observations, recorded }: Recording, one: number, other: number): boolean {
  return (observations[one]?.timeMs ?? 0) <= (observations[other]?.timeMs ?? 0) + orderMsOf(recorded);
}

function hiddenIn(situation: Situation): number {
  return pathTo(situation).reduce((count, { hidden }) => count + hidden, 0);
}

function unsupportedIn({ observations }: Recording): UnsupportedKinds {
  const counts = new Map<string, number>();
  for (const one of observations) if (one.what === 'other') counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** HM-C35. */
const GROUPS_MAX = 2;

function beyondTheModel({ observations, settings }: Recording, { orders, producers }: Told) {
  if (orders > ORDERS_MAX) {
    const sends = observations.flatMap((one, index) => (one.what === 'sendBegun' ? [index] : []));
    return { at: sends[ORDERS_MAX] ?? 0, reason: { kind: 'too-many-orders', count: orders, max: ORDERS_MAX } } as const;
  }
  const max = PRODUCERS.length;
  const count = Math.max(producers.length, settings.producers ?? 0);
  const groups = new Set(Object.values(settings.producerGroups ?? {})).size;
  if (groups > GROUPS_MAX)
    return { at: 0, reason: { kind: 'too-many-groups', count: groups, max: GROUPS_MAX } } as const;
  if (count <= max) return null;
  const at = observations.findIndex(({ where }) => where === producers[max]);
  return { at: Math.max(0, at), reason: { kind: 'too-many-producers', count, max } } as const;
}

function questionOf(recording: Recording, told: Told, strictness: Partial<Strictness>): Question {
  const { sights, producers, notYetStarted, orders } = told;
  const { settings, recorded, observations } = recording;
  const engine = engineFor(halfMessage, modelSettings(recording, told));
  const opening = notYetStarted.map((role): Step => {
    return { kind: 'crash', process: processOf(role), crash: 'process' };
  });
  const start = opening.reduce((world, step) => {
    const outcome = engine.apply(world, step);
    return outcome.ok ? outcome.world : world;
  }, engine.initial.world);
  const timing = {
    settings,
    orderMs: orderMsOf(recorded),
    earlyFraction: EARLY_FRACTION,
    lateFraction: LATE_FRACTION,
    resolutionMs: recorded?.resolutionMs ?? 0,
    ...strictness,
  };
  return {
    engine,
    settings,
    timing,
    recorded,
    sights,
    orders,
    coming: comingIn(recording, producers),
    groups: told.groups,
    lanes: lanesOf(observations, timing.orderMs),
    start,
    opening,
  };
}

/** The recorded consumers write down every delivery: they recognise no repetition. */
function modelSettings({ settings, broker }: Recording, { producers, groups }: Told): Settings {
  return completeSettings(halfMessage, {
    version: versionIn(settings, broker),
    producers: String(Math.min(Math.max(1, producers.length, settings.producers ?? 1), PRODUCERS.length)),
    groups: groups.size === 0 ? 'one' : 'two',
    'check-max': String(settings.transactionCheckMax),
    dedup: 'none',
    'send-retry': settings.sendRetries > 0 ? 'on' : 'off',
    immunity: settings.checkImmunityMs === undefined ? 'off' : 'long',
    'reconsume-max': String(settings.reconsumeMax),
  });
}

/** Since 5.4 no op slips (HM-60), which a recording of such a release does not have to say. */
function versionIn({ version }: Recording['settings'], broker: string): string {
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(broker) ?? []).map(Number);
  return version === '5.x' && major === 5 && minor >= 4 ? '5.4' : version;
}

function pathTo(situation: Situation): readonly Situation[] {
  const path: Situation[] = [];
  for (let one: Situation | null = situation; one !== null; one = one.from) path.push(one);
  return path.toReversed();
}

function stepsOf({ opening }: Question, situation: Situation): readonly Step[] {
  return [...opening, ...pathTo(situation).flatMap(({ step }) => (step === null ? [] : [step]))];
}

function matchesOf({ opening }: Question, situation: Situation): readonly Match[] {
  return pathTo(situation)
    .flatMap(({ matches }, steps) => matches.map((match): Match => ({ ...match, step: opening.length + steps })))
    .toSorted((one, other) => one.observation - other.observation);
}
