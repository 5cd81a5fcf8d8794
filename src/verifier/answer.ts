/** Asks a question of a protocol, and answers with scenarios. */
import { inquiryOf } from '../protocols/inquiries.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { completeSettings } from '../protocols/shared/settings.ts';
import { engineFor } from '../scenario/engines.ts';
import { explore, type Search } from './explore.ts';
import { propertiesOf, type Property } from './properties.ts';
import type { Question } from './question.ts';

/** The search for a question. Properties that the protocol does not have are left out; see `unknownProperties`. */
export function searchFor(protocol: Protocol, question: Question): Search {
  const { settings, faults, orders, statesMax, stopsEarly, reduces } = question;
  return explore({
    engine: engineFor(protocol, settings),
    ledger: protocol.ledger,
    properties: askedProperties(protocol, question.properties),
    faults,
    orders,
    forgettings: reduces ? inquiryOf(protocol.id).forgettings(completeSettings(protocol.settings, settings)) : [],
    statesMax,
    stopsEarly,
  });
}

/** Of these ids, those that no property of the protocol has. */
export function unknownProperties(protocol: Protocol, ids: readonly string[]): readonly string[] {
  const known = propertyIds(protocol);
  return ids.filter((id) => !known.includes(id));
}

export function propertyIds(protocol: Protocol): readonly string[] {
  return propertiesOf(protocol).map(({ id }) => id);
}

function askedProperties(protocol: Protocol, ids: readonly string[]): readonly Property[] {
  return propertiesOf(protocol).filter(({ id }) => ids.length === 0 || ids.includes(id));
}
