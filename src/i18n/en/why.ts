import type { Texts } from '../book.ts';

/** From which step on a run is past saving, in English. */
export const texts: Texts<'why'> = {
  'why-ribbon': 'How the run can end after each step',
  'why-band': 'Steps {from} to {to}: {label}',
  'why-safe': 'safe',
  'why-at-risk': 'at risk',
  'why-doomed': 'doomed',
  'why-unknown': 'undecided',

  'why-round': 'repeats for ever',
  'why-round-steps':
    'repeats for ever: steps {from} to {to}; then everything is as it was, and nothing else has to come',

  'why-doomed-at': 'Past saving after step {step}',
  'why-nearest': 'Compare with the nearest run that ends well',

  'story-title': 'How order {order} came to this',
  'story-step': 'Step {step}',
  'story-promised': 'What was promised',
  'story-promise-committed': 'So its points are owed, once.',
  'story-promise-aborted': 'So no points are owed.',
  'story-promise-undecided': 'The order is not committed, so no points are owed yet.',
  'story-happened': 'What happened',
  'story-happened-lost': 'Since then nothing can bring the points any more.',
  'story-happened-phantom': 'Since then there are points for an order that does not exist.',
  'story-happened-duplicated': 'Since then there are points more than once.',
  'story-happened-parked': 'Since then nothing moves by itself.',
  'story-happened-blocked': 'Since then the databases wait for the coordinator.',
  'story-unnoticed': 'Why it was not noticed',
  'story-holds': '{party} holds {says}',
  'story-unnoticed-held': '{held}. Each goes by what it heard, and nothing contradicts it.',
  'story-unnoticed-none': 'No party that runs holds anything about it.',
  'story-noticed-parked': 'It was noticed: the message lies where it needs manual action.',
  'story-noticed-blocked': 'It was noticed: who is in doubt knows it, and may not decide.',
  'story-safeguards': 'The same run with a safeguard',
  'story-safeguards-none': 'No safeguard that can be switched on would have prevented this run.',
  'story-safeguard': '{setting}: {value}. Compare with this run',
};
