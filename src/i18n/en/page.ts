import type { Texts } from '../book.ts';
import { texts as narration } from './narration.ts';
import { texts as stage } from './stage.ts';

/** What the page itself says, in English. */
export const texts: Texts<'page'> = {
  ...narration,
  ...stage,

  'page-title': 'Halfway · MQ transactional messages, step by step',
  'page-explorer': 'Halfway explorer',
  'page-dismiss': 'Got it',
  'part-missing': 'This part could not be loaded: offline, or the page has changed. Your run stays.',
  'part-again': 'Try again',
  'part-reload': 'Reload the page',

  'ledger-title': 'Ledger',
  'ledger-order': 'Order #{order}',

  'verdict-pending': 'Pending',
  'verdict-consistent': 'Consistent',
  'verdict-late': 'Late but consistent',
  'verdict-lost': 'Lost',
  'verdict-phantom': 'Phantom',
  'verdict-duplicated': 'Duplicated',
  'verdict-parked': 'Parked',
  'verdict-blocked': 'Blocked',

  'step-deliver': 'Deliver {message} to {to}',
  'step-drop': 'Drop {message}',
  'step-duplicate': 'Duplicate {message}',
  'step-fire': 'Let time run to: {delay}',
  'step-crash': 'Crash {process}',
  'step-crash-machine': 'Cut power to {process}',
  'step-restart': 'Restart {process}',

  'transport-title': 'Playback',
  'transport-to-start': 'Go to the start',
  'transport-back': 'Back',
  'transport-next': 'Next',
  'transport-play': 'Play',
  'transport-pause': 'Pause',
  'transport-to-end': 'Go to the end',
  'transport-rest': 'Finished',
  'transport-rest-text': 'Nothing is in flight, and no timer will change anything',
  'transport-position': 'Step {position} of {length}',

  'now-title': 'Now',
  'now-start':
    'An order must bring its points, in the database of another service. No transaction spans the two, and anything can crash in between.',
  'actions-people': 'Orders and outcomes',
  'actions-faults': 'Faults',
  'actions-repairs': 'Manual actions',
  'actions-messages': 'Messages in flight',
  'actions-timers': 'Timers',
  'actions-processes': 'Processes',
  'actions-route': '{from} → {to}',
  'action-deliver': 'Deliver',
  'action-drop': 'Drop',
  'action-duplicate': 'Duplicate',
  'action-fire': 'Fire',
  'action-crash-process': 'Crash',
  'action-crash-machine': 'Cut the power',
  'action-restart': 'Restart',

  'suggestion-next': 'Crash {process} right after its commit',

  'key-space': 'Space',
  'key-home': 'Home',
  'key-end': 'End',

  'embed-open': 'Open in full',
};
