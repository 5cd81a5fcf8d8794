/** Asks a question of a protocol, and answers with scenarios. */
import type { Settings } from '../engine/model.ts';
import { inquiryOf } from '../protocols/inquiries.ts';
import type { Forgetting, Protocol } from '../protocols/protocol.ts';
import { completeSettings } from '../protocols/shared/settings.ts';
import { engineFor } from '../scenario/engines.ts';
import { explore, type Search } from './explore.ts';
import { propertiesOf, type Property } from './properties.ts';
import type { Question, Reduction, Report } from './question.ts';
import { stepwise } from './stepwise.ts';

/** Where an exact search ends that may be followed by a coarser one: some seconds. */
const EXACT_STATES_MAX = 50_000;

/** The search for a question. Properties that the protocol does not have are left out; see `unknownProperties`. */
export function searchFor(protocol: Protocol, question: Question): Search {
  const { reduction, statesMax } = question;
  if (reduction !== 'as-needed') return searchIn(protocol, question, reduction);
  if (inquiryOf(protocol.id).promiseForgettings === null) return searchIn(protocol, question, 'exact');
  const first = { ...question, statesMax: Math.min(EXACT_STATES_MAX, statesMax) };
  return stepwise(searchIn(protocol, first, 'exact'), ({ findings }: Report) => {
    const open = findings.filter(({ kind, verdict }) => kind !== 'sometimes' && verdict === 'unknown');
    const left = { ...question, properties: open.map(({ id }) => id) };
    return open.length === 0 ? null : searchIn(protocol, left, 'promises');
  });
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
