import type { texts as keys } from '../zh/narration.ts';

/** How a step is told, in English, whatever the protocol. */
export const texts = {
  'narrate-delivered': '{message} reaches {to}.',
  'narrate-unheeded': '{message} reaches {to} but has no effect: {reason}',
  'narrate-ignored': '{role}: {reason}',
  'narrate-no-use': 'It is not needed now.',
  'narrate-lost': '{to} is down, so {message} is lost.',
  'narrate-dropped': '{message} is lost in flight and never reaches {to}.',
  'narrate-duplicated': '{message} is duplicated in flight.',
  'narrate-sent': '{from} sends {message} to {to}.',
  'narrate-again': '{times} more {times|time|times} the same: {told}',
  'narrate-merged': '{from} sends {message} again; it merges with the copy still in flight.',
} as const satisfies { readonly [key in keyof typeof keys]: string };
