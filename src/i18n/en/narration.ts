import type { zhNarration } from '../zh/narration.ts';

/** How a step is told, in English, whatever the protocol. */
export const enNarration = {
  'narrate-delivered': '{message} reaches {to}.',
  'narrate-unheeded': '{message} reaches {to} without effect: {reason}',
  'narrate-ignored': '{role}: {reason}',
  'narrate-no-use': 'There is no use for it now.',
  'narrate-lost': '{to} is down: {message} is lost.',
  'narrate-dropped': '{message} is lost on the way and never reaches {to}.',
  'narrate-duplicated': '{message} is doubled on the way.',
  'narrate-sent': '{from} sends {message} to {to}.',
  'narrate-merged': '{from} sends {message} again, one with the copy still on its way.',
} as const satisfies { readonly [key in keyof typeof zhNarration]: string };
