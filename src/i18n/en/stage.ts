import type { zhStage } from '../zh/stage.ts';

/** What the stage and the sequence diagram say, in English. */
export const enStage = {
  'stage-title': 'Diagram',
  'stage-description':
    'Boxes are processes, arrows are the network between them. Messages in flight, timers and processes are buttons: open one to deliver, drop, duplicate, fire, crash or restart.',
  'stage-empty': 'empty',
  'stage-crashed': 'crashed',
  'stage-power-lost': 'power lost',
  'stage-survives': 'survives',
  'stage-ignored': 'not acted on',
  'stage-lost': 'nobody there: lost',
  'stage-dropped': 'dropped',
  'stage-more-choices': '{process}: more choices',
  'stage-menu': '{process}: what can be done',
  'stage-packet': 'Message in flight “{message}”, from {from} to {to}',
  'stage-packet-many': '{count} messages in flight “{message}”, from {from} to {to}',
  'stage-timer': 'Timer “{delay}” of {role}, {left} left',
  'stage-no-actions': 'Nothing can be done with it now.',
  'stage-due': '{left} left',
  'stage-cursor': 'read up to here',
  'stage-older': '{count} older messages',
  'stage-zoom-in': 'Zoom in',
  'stage-zoom-out': 'Zoom out',
  'stage-fit': 'Show everything',
  'stage-fate-half': 'half message, consumers cannot see it',
  'stage-fate-visible': 'consumers can see it',
  'stage-fate-rolled-back': 'rolled back',
  'stage-fate-copy': 'copy made by a check',
  'stage-fate-settled': 'settled',
  'stage-fate-parked': 'parked',
  'stage-fate-plain': 'ordinary',

  'sequence-description':
    'Time runs from left to right. Drag the line, or use the left and right arrow keys, to go to any step.',
  'sequence-position': 'Position in the run',
  'sequence-step': 'Step {position}',
  'sequence-crash': 'crash',
  'sequence-restart': 'restart',
  'sequence-branch': 'the old future ({count} steps)',
} as const satisfies { readonly [key in keyof typeof zhStage]: string };
