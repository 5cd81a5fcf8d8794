import type { PropertyTexts } from '../zh/properties.ts';

/** The promises and questions of the verifier, each in one sentence. */
export const enProperties: PropertyTexts = {
  'property-no-lost': 'Nothing is lost: a committed order gets its points, or they are still on their way',
  'property-no-phantom': 'No phantoms: no points without a committed order',
  'property-no-duplicate': 'No duplicates: points are added at most once per order',
  'property-half-invisible':
    'Half messages stay invisible: no consumer receives a message of an order that is not committed',
  'property-settles': 'It settles: when nobody interferes any more, every order is consistent, or parked for a person',
  'property-ever-late': 'Is there a run in which the points need a check or a retry?',
  'property-ever-parked': 'Is there a run in which the message is parked for a person?',
  'property-ever-twice': 'Is there a run in which the message of one order is delivered twice?',
  'property-ever-checked-five-times': 'Is there a run in which one message is checked five times?',
};
