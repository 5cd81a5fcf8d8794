/** Trace validation: is there a run of half messages, at the settings of a recording, that shows exactly what was seen? */
import type { Settings } from '../engine/model.ts';
import type { Step } from '../engine/step.ts';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { ORDERS_MAX } from '../protocols/half-message/model.ts';
import { engineFor } from '../scenario/engines.ts';
import { completeSettings } from '../scenario/settings.ts';
import type { Answer, Match, UnsupportedKinds } from './answer.ts';
import { lanesOf } from './lanes.ts';
import { PRODUCER_ROLES, processOf } from './names.ts';
import type { Recording } from './observation.ts';
import type { Question, Situation } from './question.ts';
import { search, SITUATIONS_MAX } from './search.ts';
import { toldBy, type Told } from './sights.ts';

export function admit(recording: Recording): Answer {
  const told = toldBy(recording);
  const unsupportedKinds = unsupportedIn(recording);
  const tooMuch = beyondTheModel(recording, told);
  if (tooMuch !== null) return { verdict: 'unsupported', ...tooMuch, unsupportedKinds };
  const question = questionOf(recording, told);
  const { situation, at, isComplete, situations, expected, overdue } = search(question);
  const explained = {
    scenario: {
      protocol: halfMessage.id,
      settings: question.engine.model.settings,
      steps: stepsOf(question, situation),
    },
    matches: matchesOf(question, situation),
    unsupportedKinds,
  };
  if (isComplete) return { verdict: 'admitted', ...explained };
  if (situations >= SITUATIONS_MAX) {
    const reason = { kind: 'too-many-situations', count: situations, max: SITUATIONS_MAX } as const;
    return { verdict: 'unsupported', at, reason, unsupportedKinds };
  }
  const seen = told.sights[at] ?? { what: 'other', fields: {} };
  const reason =
    overdue === null
      ? ({ kind: 'not-explained', seen } as const)
      : ({ kind: 'overdue', missing: overdue.missing, dueMs: overdue.dueMs, seen } as const);
  return { verdict: 'rejected', at, expected, reason, ...explained };
}

function unsupportedIn({ observations }: Recording): UnsupportedKinds {
  const counts = new Map<string, number>();
  for (const one of observations) if (one.what === 'other') counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function beyondTheModel({ observations }: Recording, { orders, producers }: Told) {
  if (orders > ORDERS_MAX) {
    const sends = observations.flatMap((one, index) => (one.what === 'sendBegun' ? [index] : []));
    return { at: sends[ORDERS_MAX] ?? 0, reason: { kind: 'too-many-orders', count: orders, max: ORDERS_MAX } } as const;
  }
  const max = PRODUCER_ROLES.length;
  if (producers.length <= max) return null;
  const at = observations.findIndex(({ where }) => where === producers[max]);
  return { at, reason: { kind: 'too-many-producers', count: producers.length, max } } as const;
}

function questionOf(recording: Recording, { sights, producers, notYetStarted }: Told): Question {
  const engine = engineFor(halfMessage, modelSettings(recording, producers.length));
  const opening = notYetStarted.map((role): Step => {
    return { kind: 'crash', process: processOf(role, role), crash: 'process' };
  });
  const start = opening.reduce((world, step) => {
    const outcome = engine.apply(world, step);
    return outcome.ok ? outcome.world : world;
  }, engine.initial.world);
  return { engine, settings: recording.settings, sights, lanes: lanesOf(recording.observations), start, opening };
}

/** The recorded consumers write down every delivery: they recognise no repetition. */
function modelSettings({ settings }: Recording, producers: number): Settings {
  return completeSettings(halfMessage, {
    version: settings.version,
    producers: String(Math.max(1, producers)),
    'check-max': String(settings.transactionCheckMax),
    dedup: 'none',
    'send-retry': settings.sendRetries > 0 ? 'on' : 'off',
    immunity: settings.checkImmunityMs === undefined ? 'off' : 'long',
    'reconsume-max': String(settings.reconsumeMax),
  });
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
