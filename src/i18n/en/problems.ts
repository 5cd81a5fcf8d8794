import type { Texts } from '../book.ts';

/** What can be wrong with a link, in English: each one sentence. */
export const texts: Texts<'problems'> = {
  'problem-not-a-link': 'This is not a Halfway link: it should begin with v2/ and the name of a protocol.',
  'problem-too-long':
    'The link has {length} {length|character|characters}; at most {max} {max|is|are} read, and what follows was left out.',
  'problem-newer-version':
    'This link was made by a newer version (format v{version}; this page knows up to v{newest}): reload or update to open it.',
  'problem-unknown-protocol': 'The link names an unknown protocol, “{protocol}”; known protocols: {known}.',
  'problem-unknown-fault':
    'The link names an unknown fault, “{fault}”, so the comparison runs without a fault; known faults: {known}.',
  'problem-unknown-setting': 'The link sets “{name}”, which is not a setting, and it was ignored; settings: {known}.',
  'problem-invalid-setting':
    'The link sets {name} to “{value}”, but {expected} was expected; the default {used} is used.',
  'problem-repeated-setting': 'The link sets {name} more than once; {used} is used.',
  'problem-expected-choice': 'one of {values}',
  'problem-expected-number': 'a whole number from {min} to {max}',
  'problem-malformed':
    'Step {step} of the link, “{word}”, is malformed: use lower-case letters, digits and hyphens, with ~ before each qualifier.',
  'problem-not-possible':
    'Step {step} of the link, “{word}”, is not possible at that point; possible steps: {possible}.',
  'problem-refused':
    'Step {step} of the link, “{word}”, is not possible at that point ({why}); possible steps: {possible}.',
  'problem-ambiguous': 'Step {step} of the link, “{word}”, is ambiguous: {matches}.',
  'problem-too-many-steps': 'The link has {steps} {steps|step|steps}; only the first {max} {max|is|are} replayed.',
  'problem-checksum-differs':
    'This link was made with an older model (its checksum is {came}, here it is {expected}); it was replayed up to step {step}.',
  'problem-at-out-of-range':
    'The link points to step “{at}” but has only {steps} {steps|step|steps}; the last one is shown.',

  'error-title': 'Something went wrong',
  'error-text': 'The explorer hit an unexpected error. Your run is not lost; here is its link.',
  'error-again': 'Start over',
  'error-stack': 'Stack trace',
  'error-copy': 'Copy the error and the link',
  'error-copied': 'Copied',
  'error-not-copied': 'Your browser blocked copying; please select the text yourself.',
};
