import type { Texts } from '../book.ts';

/** The promises and questions of the verifier, each in one sentence. */
export const texts: Texts<'properties'> = {
  'property-no-lost': 'Nothing is lost: a committed order gets its points, or they are still in flight',
  'property-no-phantom': 'No phantoms: no points without a committed order',
  'property-no-duplicate': 'No duplicates: points are added at most once per order',
  'property-half-invisible':
    'Half messages stay invisible: no consumer receives a message of an order that is not committed',
  'property-settles':
    'Everything settles: once there is no more interference, every order becomes consistent or is parked',
  'property-needs-no-person':
    'No manual action: no message is ever parked or in the dead-letter queue while its order lacks its points',
  'property-exactly-once':
    'Exactly once: in the end every committed order has its points once, and no other order has any',
  'property-halves-settle': 'Every half message is answered: in the end it is committed or rolled back, not discarded',
  'property-nothing-after-rollback': 'Nothing after a rollback: no message about a rolled back order is in the topic',
  'property-in-key-order': 'In order: a consumer receives that an order is cancelled only after that it is new',
  'property-ever-blocked': 'Is there a run in which an order is blocked?',
  'property-ever-late': 'Is there a run in which the points need a check or a retry?',
  'property-ever-parked': 'Is there a run in which the message is parked for manual action?',
  'property-ever-twice': 'Is there a run in which the message of one order is delivered twice?',
  'property-ever-checked-five-times': 'Is there a run in which one message is checked five times?',
};
