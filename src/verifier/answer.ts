/** Asks a question of a protocol, and answers with scenarios. */
import type { Settings } from '../engine/model.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { isAskedByName } from '../protocols/shared/propertyIds.ts';
import { engineFor } from '../scenario/engines.ts';
import { hasMishaps, NO_MISHAPS } from './budget.ts';
import { explore, type Search } from './explore.ts';
import { propertiesOf, type Property } from './properties.ts';
import { inTurn, type Next } from './inTurn.ts';
import { leftOutBy } from './leftOut.ts';
import { kindByKind, type KindAsked } from './kindByKind.ts';
import type { FaultBudget, MishapBudget, Question, Reduction } from './question.ts';
import { keptBy, promiseTurns, type Turn } from './reductions.ts';
import type { Kept } from './space.ts';
import { withSlowness } from './slowness.ts';
import { hasTimeouts, needsSlowMessages, withFastMessages } from './timing.ts';

/** So many states of the whole space are explored in a fraction of a second. */
const FIRST_STATES_MAX = 80_000;

/** The search for a question. Properties that the protocol does not have are left out; see `unknownProperties`. */
export function searchFor(protocol: Protocol, question: Question): Search {
  const search = verdictsFor(protocol, question);
  if (question.messagesAreFast === true || !hasTimeouts(protocol.id)) return search;
  const engine = engineFor(protocol, question.settings);
  return withSlowness(
    search,
    (run) => needsSlowMessages(engine, run),
    ({ id, needs, takes = needs }) => {
      const { statesMax, mishaps = NO_MISHAPS, reduction } = question;
      const isByKind = reduction === 'as-needed';
      const kinds = isByKind ? { ...NO_MISHAPS, kinds: takes === undefined ? {} : { [takes]: 1 } } : mishaps;
      const bounds = { statesMax: Math.min(KIND_STATES_MAX, statesMax), stopsEarly: true } as const;
      return verdictsFor(protocol, {
        ...question,
        ...bounds,
        properties: [id],
        mishaps: kinds,
        messagesAreFast: true,
        ...(takes === undefined || !isByKind ? {} : { reduction: 'none' }),
      });
    },
  );
}

/** The same, for who does not ask whether a run takes a slow message. */
export function verdictsFor(protocol: Protocol, question: Question): Search {
  const { reduction, mishaps } = question;
  if (reduction === 'for-promises') return promisesInTurn(protocol, question);
  if (reduction !== 'as-needed') return searchIn(protocol, question, reduction);
  if (mishaps === undefined || !hasMishaps(mishaps)) return asNeeded(protocol, question);
  const asked = (faults: FaultBudget, isAlone: boolean): readonly KindAsked[] =>
    kindsAsked(protocol, mishaps).map(({ kind, isAbout, budget }) => ({
      kind,
      isAlone,
      search: (undecided) => {
        const properties = undecided.map(({ id }) => id).filter(isAbout);
        if (properties.length === 0) return null;
        const statesMax = Math.min(KIND_STATES_MAX, question.statesMax);
        return searchWith(protocol, { ...question, faults, properties, statesMax, mishaps: budget });
      },
    }));
  const hasFaults = Object.values(question.faults).some((count) => count > 0);
  const kinds = [...(hasFaults ? asked(NO_FAULTS, true) : []), ...asked(question.faults, false)];
  return kindByKind(asNeeded(protocol, { ...question, mishaps: NO_MISHAPS }), kinds, leftOutBy(protocol, mishaps));
}

/** Mishaps of one kind: in the smallest space that tells of all that is asked, and whose premises that kind leaves as they are. */
function searchWith(protocol: Protocol, question: Question): Search {
  const { properties, settings, mishaps = NO_MISHAPS } = question;
  const survives = (reduction: Reduction): boolean =>
    survivors(protocol, properties, reduction).length === properties.length;
  const kinds = askedOf(protocol, mishaps);
  if (survives('promises') && keptBy(protocol, settings, 'promises', kinds) !== null)
    return promisesInTurn(protocol, question);
  return searchIn(protocol, question, survives('exact') ? 'exact' : 'none');
}

const NO_FAULTS: FaultBudget = { crash: 0, drop: 0, duplicate: 0 };

/** So many states are explored for each kind. */
const KIND_STATES_MAX = 60_000;

/**
 * The budget of each kind of fault or repair alone, beside crashes and lost or doubled messages: first those that are named, as
 * they are.
 */
function kindsAsked({ kinds: { faults, repairs } }: Protocol, { kinds, about = {}, others, persons }: MishapBudget) {
  const named = Object.entries(kinds);
  const isNamed = (kind: string): boolean => Object.hasOwn(kinds, kind);
  const shared = [...faults.map((kind) => [kind, others] as const), ...repairs.map((kind) => [kind, persons] as const)];
  return [...named, ...shared.filter(([kind]) => !isNamed(kind))].flatMap(([kind, count]) => {
    if (count === 0) return [];
    const isAbout = (id: string): boolean => about[kind]?.includes(id) ?? true;
    return [{ kind, isAbout, budget: { ...NO_MISHAPS, kinds: { [kind]: count } } }];
  });
}

/** Promises alone, in the spaces that are made for them. */
function promisesInTurn(protocol: Protocol, question: Question): Search {
  const kinds = askedOf(protocol, question.mishaps ?? NO_MISHAPS);
  if (keptBy(protocol, question.settings, 'promises', kinds) === null) return searchIn(protocol, question, 'exact');
  const [first, ...others] = promiseTurns(protocol, question.settings);
  const { reduction, statesMax } = first;
  return inTurn(
    searchIn(protocol, { ...question, statesMax: Math.min(statesMax, question.statesMax) }, reduction),
    others.map((turn) => forOpen(protocol, question, turn)),
  );
}

/** The whole space as far as that is quick; what is still open, in the smallest space that can tell. */
function asNeeded(protocol: Protocol, question: Question): Search {
  const { statesMax } = question;
  const first = { ...question, statesMax: Math.min(FIRST_STATES_MAX, statesMax) };
  return inTurn(searchIn(protocol, first, 'none'), [
    ...promiseTurns(protocol, question.settings).map((turn) => forOpen(protocol, question, turn)),
    forOpen(protocol, question, { reduction: 'exact', statesMax: Infinity }, ({ survives }) => !isTold(survives)),
    forOpen(protocol, question, { reduction: 'none', statesMax: Infinity }, ({ survives }) => survives.length === 0),
  ]);
}

/** What a space for promises tells. */
const isTold = (survives: Property['survives']): boolean => survives.includes('promises');

/** What is still open and can be told in this space. */
function forOpen(
  protocol: Protocol,
  question: Question,
  { reduction, statesMax }: Turn,
  isMeant: (property: Property) => boolean = () => true,
): Next {
  const bounded = { ...question, statesMax: Math.min(statesMax, question.statesMax) };
  return (open) => {
    const asked = open.map(({ id }) => id);
    const properties = survivors(protocol, asked, reduction)
      .filter(isMeant)
      .map(({ id }) => id);
    return properties.length === 0 ? null : searchIn(protocol, { ...bounded, properties }, reduction);
  };
}

function searchIn(protocol: Protocol, question: Question, asked: Reduction): Search {
  const { settings, faults, mishaps = NO_MISHAPS, orders, statesMax, depthMax, bytesMax, stopsEarly } = question;
  const { messagesAreFast = false } = question;
  const kinds = askedOf(protocol, mishaps);
  const { reduction, kept } = availableFor(protocol, settings, asked, kinds);
  const engine = engineFor(protocol, settings);
  return explore({
    engine: messagesAreFast ? withFastMessages(engine) : engine,
    ledger: (world) => protocol.ledger(world, engine.model.settings),
    properties: survivors(protocol, question.properties, reduction),
    faults,
    mishaps,
    leftOut: leftOutBy(protocol, mishaps),
    orders,
    reduction,
    kept,
    statesMax,
    ...(depthMax === undefined ? {} : { depthMax }),
    ...(bytesMax === undefined ? {} : { bytesMax }),
    stopsEarly,
  });
}

/**
 * Where promises have no space of their own, or a kind of mishap or repair breaks a premise of it, the exact one; of that the
 * forgettings whose premises stand. With none of them, the whole space.
 */
function availableFor(
  protocol: Protocol,
  settings: Settings,
  asked: Reduction,
  kinds: readonly string[],
): { readonly reduction: Reduction; readonly kept: Kept } {
  const kept = keptBy(protocol, settings, asked, kinds);
  if (kept === null) return availableFor(protocol, settings, 'exact', kinds);
  return { reduction: kinds.length > 0 && kept.forgettings.length === 0 ? 'none' : asked, kept };
}

/** The kinds of mishaps and repairs with a budget. */
function askedOf(protocol: Protocol, mishaps: MishapBudget): readonly string[] {
  const { faults, repairs } = protocol.kinds;
  const leftOut = leftOutBy(protocol, mishaps);
  return [...faults, ...repairs].filter((kind) => !leftOut.includes(kind));
}

/** Of these ids, those that no property of the protocol has. */
export function unknownProperties(protocol: Protocol, ids: readonly string[]): readonly string[] {
  const known = propertyIds(protocol);
  return ids.filter((id) => !known.includes(id));
}

export function propertyIds(protocol: Protocol): readonly string[] {
  return propertiesOf(protocol).map(({ id }) => id);
}

/** Those of which a reduced space still tells; of all of the protocol's but those asked by name where no ids are given. */
function survivors(protocol: Protocol, ids: readonly string[], reduction: Reduction): readonly Property[] {
  const all = propertiesOf(protocol).filter(({ survives }) => reduction === 'none' || survives.includes(reduction));
  return all.filter(({ id }) => (ids.length === 0 ? !isAskedByName(id) : ids.includes(id)));
}
