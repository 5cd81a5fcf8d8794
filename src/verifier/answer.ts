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
import { EVERYTHING } from './space.ts';
import { withSlowness } from './slowness.ts';
import { hasTimeouts, needsSlowMessages, withFastMessages } from './timing.ts';

/** So many states of the whole space are explored in a fraction of a second. */
const FIRST_STATES_MAX = 80_000;

/** The search for a question. Properties that the protocol does not have are left out; see `unknownProperties`. */
export function searchFor(protocol: Protocol, question: Question): Search {
  const search = searchAt(protocol, question);
  if (question.messagesAreFast === true || !hasTimeouts(protocol.id)) return search;
  const engine = engineFor(protocol, question.settings);
  return withSlowness(
    search,
    (run) => needsSlowMessages(engine, run),
    ({ id, needs }) => {
      const { statesMax, mishaps = NO_MISHAPS, reduction } = question;
      const isByKind = reduction === 'as-needed';
      const kinds = isByKind ? { ...NO_MISHAPS, kinds: needs === undefined ? {} : { [needs]: 1 } } : mishaps;
      const bounds = { statesMax: Math.min(KIND_STATES_MAX, statesMax), stopsEarly: true } as const;
      return searchAt(protocol, {
        ...question,
        ...bounds,
        properties: [id],
        mishaps: kinds,
        messagesAreFast: true,
        ...(needs === undefined || !isByKind ? {} : { reduction: 'none' }),
      });
    },
  );
}

function searchAt(protocol: Protocol, question: Question): Search {
  const { reduction, mishaps } = question;
  if (reduction === 'for-promises') return promisesInTurn(protocol, question);
  if (reduction !== 'as-needed') return searchIn(protocol, question, reduction);
  if (mishaps === undefined || !hasMishaps(mishaps)) return asNeeded(protocol, question);
  const asked = (faults: FaultBudget, isAlone: boolean): readonly KindAsked[] =>
    kindsAsked(protocol, mishaps).map(({ kind, budget }) => ({
      kind,
      isAlone,
      search: (undecided) => {
        const properties = undecided.map(({ id }) => id);
        const statesMax = Math.min(KIND_STATES_MAX, question.statesMax);
        return searchIn(protocol, { ...question, faults, properties, statesMax, mishaps: budget }, 'none');
      },
    }));
  const hasFaults = Object.values(question.faults).some((count) => count > 0);
  const kinds = [...(hasFaults ? asked(NO_FAULTS, true) : []), ...asked(question.faults, false)];
  return kindByKind(asNeeded(protocol, { ...question, mishaps: NO_MISHAPS }), kinds, leftOutBy(protocol, mishaps));
}

const NO_FAULTS: FaultBudget = { crash: 0, drop: 0, duplicate: 0 };

/** So many states are explored for each kind. */
const KIND_STATES_MAX = 60_000;

/** The budget of each kind of fault or repair alone, beside crashes and lost or doubled messages. */
function kindsAsked({ kinds: { faults, repairs } }: Protocol, { kinds, others, persons }: MishapBudget) {
  const counts = [...faults.map((kind) => [kind, others] as const), ...repairs.map((kind) => [kind, persons] as const)];
  return counts.flatMap(([kind, shared]) => {
    const count = kinds[kind] ?? shared;
    return count === 0 ? [] : [{ kind, budget: { ...NO_MISHAPS, kinds: { [kind]: count } } }];
  });
}

/** Promises alone, in the spaces that are made for them. */
function promisesInTurn(protocol: Protocol, question: Question): Search {
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
  const reduction = hasMishaps(mishaps) ? 'none' : availableFor(protocol, settings, asked);
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
    kept: keptBy(protocol, settings, reduction) ?? EVERYTHING,
    statesMax,
    ...(depthMax === undefined ? {} : { depthMax }),
    ...(bytesMax === undefined ? {} : { bytesMax }),
    stopsEarly,
  });
}

/**
 * Where promises have no space of their own, the exact one. With mishaps or repairs nothing is forgotten at all: every
 * forgetting presupposes that rows, markers, queues and answers only change as the rules say (SPEC.md), and such a step breaks
 * just that, for all that follows on it too.
 */
function availableFor(protocol: Protocol, settings: Settings, asked: Reduction): Reduction {
  return keptBy(protocol, settings, asked) === null ? 'exact' : asked;
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
