/** Asks a question of a protocol, and answers with scenarios. */
import type { Settings } from '../engine/model.ts';
import { inquiryOf } from '../protocols/inquiries.ts';
import type { Forgetting, Protocol } from '../protocols/protocol.ts';
import { completeSettings } from '../protocols/shared/settings.ts';
import { engineFor } from '../scenario/engines.ts';
import { explore, type Search } from './explore.ts';
import { propertiesOf, type Property } from './properties.ts';
import { inTurn, type Next } from './inTurn.ts';
import type { Finding, Question, Reduction } from './question.ts';

/** So many states of the whole space are explored in a fraction of a second. */
const FIRST_STATES_MAX = 80_000;

/** The search for a question. Properties that the protocol does not have are left out; see `unknownProperties`. */
export function searchFor(protocol: Protocol, question: Question): Search {
  const { reduction, statesMax } = question;
  if (reduction !== 'as-needed') return searchIn(protocol, question, reduction);
  const first = { ...question, statesMax: Math.min(FIRST_STATES_MAX, statesMax) };
  const forOpen =
    (space: Reduction, isMeant: (finding: Finding) => boolean): Next =>
    (open) => {
      const properties = open.filter(isMeant).map(({ id }) => id);
      return properties.length === 0 ? null : searchIn(protocol, { ...question, properties }, space);
    };
  return inTurn(searchIn(protocol, first, 'none'), [
    forOpen('promises', ({ kind }) => kind !== 'sometimes'),
    forOpen('exact', ({ kind }) => kind === 'sometimes'),
  ]);
}

function searchIn(protocol: Protocol, question: Question, asked: Reduction): Search {
  // Where promises have no space of their own.
  const reduction = asked === 'promises' && inquiryOf(protocol.id).promiseForgettings === null ? 'exact' : asked;
  const { settings, faults, orders, statesMax, depthMax, bytesMax, stopsEarly } = question;
  return explore({
    engine: engineFor(protocol, settings),
    ledger: protocol.ledger,
    properties: askedProperties(protocol, question.properties, reduction),
    faults,
    orders,
    reduction,
    forgettings: forgettingsOf(protocol, settings, reduction),
    statesMax,
    ...(depthMax === undefined ? {} : { depthMax }),
    ...(bytesMax === undefined ? {} : { bytesMax }),
    stopsEarly,
  });
}

/** What a reduction takes out of worlds. */
export function forgettingsOf(protocol: Protocol, given: Settings, reduction: Reduction): readonly Forgetting[] {
  if (reduction === 'none') return [];
  const { forgettings, promiseForgettings } = inquiryOf(protocol.id);
  const settings = completeSettings(protocol.settings, given);
  return reduction === 'promises' && promiseForgettings !== null ? promiseForgettings(settings) : forgettings(settings);
}

/** Of these ids, those that no property of the protocol has. */
export function unknownProperties(protocol: Protocol, ids: readonly string[]): readonly string[] {
  const known = propertyIds(protocol);
  return ids.filter((id) => !known.includes(id));
}

export function propertyIds(protocol: Protocol): readonly string[] {
  return propertiesOf(protocol).map(({ id }) => id);
}

/** All of the protocol's where no ids are given. */
function askedProperties(protocol: Protocol, ids: readonly string[], reduction: Reduction): readonly Property[] {
  const all = propertiesOf(protocol).filter(({ kind }) => reduction !== 'promises' || kind !== 'sometimes');
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}
