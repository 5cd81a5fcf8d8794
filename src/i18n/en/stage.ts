import type { texts as keys } from '../zh/stage.ts';

/** What the stage and the sequence diagram say, in English. */
export const texts = {
  'stage-title': 'Diagram',
  'stage-description':
    'Boxes are processes, arrows are the network between them. Messages in flight, timers and processes are buttons: open one to deliver, drop, duplicate, fire, crash or restart.',
  'stage-empty': 'empty',
  'stage-crashed': 'crashed',
  'stage-power-lost': 'power lost',
  'stage-survives': 'survives',
  'stage-ignored': 'not acted on',
  'stage-lost': 'receiver down, lost',
  'stage-dropped': 'dropped',
  'stage-more-choices': '{process}: more actions',
  'stage-menu': '{process}: actions',
  'stage-packet': 'Message in flight “{message}”, from {from} to {to}',
  'stage-packet-many': '{count} {count|message|messages} in flight “{message}”, from {from} to {to}',
  'stage-timer': 'Timer “{delay}” of {role}, {left} left',
  'stage-no-actions': 'No action is possible now.',
  'stage-due': '{left} left',
  'stage-cursor': 'read up to here',
  'stage-older': '{count} older {count|message|messages}',
  'stage-zoom-in': 'Zoom in',
  'stage-zoom-out': 'Zoom out',
  'stage-fit': 'Show everything',
  'stage-fate-half': 'half message, invisible to consumers',
  'stage-fate-visible': 'visible to consumers',
  'stage-fate-rolled-back': 'rolled back',
  'stage-fate-copy': 'copy appended by a check',
  'stage-fate-settled': 'settled',
  'stage-fate-parked': 'parked',
  'stage-fate-plain': 'ordinary',
} as const satisfies { readonly [key in keyof typeof keys]: string };
