/** What the verifier needs of every protocol and a run does not; apart from the protocols, because most readers only watch. */
import type { Settings } from '../engine/model.ts';
import { forgettings as halfMessageForgettings } from './half-message/forgettings.ts';
import { properties as halfMessageProperties } from './half-message/properties.ts';
import { properties as localMessageTableProperties } from './local-message-table/properties.ts';
import { properties as plainMqProperties } from './plain-mq/properties.ts';
import type { Forgetting, PropertySpec } from './protocol.ts';
import { forgetDeliveries } from './shared/forgettings.ts';

interface Inquiry {
  /** Promises and questions beside those that every ledger answers. */
  readonly properties: readonly PropertySpec[];
  readonly forgettings: (settings: Settings) => readonly Forgetting[];
}

const INQUIRIES: ReadonlyMap<string, Inquiry> = new Map([
  ['half-message', { properties: halfMessageProperties, forgettings: halfMessageForgettings }],
  ['local-message-table', { properties: localMessageTableProperties, forgettings: forgetDeliveries }],
  ['plain-mq', { properties: plainMqProperties, forgettings: forgetDeliveries }],
]);

const NOTHING: Inquiry = { properties: [], forgettings: () => [] };

/** A protocol that is not listed has no properties of its own, and nothing of its worlds may be forgotten. */
export function inquiryOf(protocol: string): Inquiry {
  return INQUIRIES.get(protocol) ?? NOTHING;
}
