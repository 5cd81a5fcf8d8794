/** What can be wrong with a link, in English: each one sentence. */
export const enProblems = {
  'problem-not-a-link':
    'This is not a link of Halfway: one begins with v1/ and the name of a protocol, and none was found.',
  'problem-too-long': 'The link has {length} characters; at most {max} are read, and what follows was left out.',
  'problem-newer-version':
    'This link was made by a newer version (format v{version}; here v{newest} is the newest known): reload or update to open it.',
  'problem-unknown-protocol': 'The link names the protocol “{protocol}”, which does not exist; known are: {known}.',
  'problem-unknown-fault':
    'The link names the fault “{fault}”, which does not exist, so nothing goes wrong; there are: {known}.',
  'problem-unknown-setting': 'The link sets “{name}”, which is no setting and was left out; the settings are: {known}.',
  'problem-invalid-setting':
    'The link sets {name} to “{value}”; expected was {expected}, so the default {used} is in effect.',
  'problem-expected-choice': 'one of {values}',
  'problem-expected-number': 'a whole number from {min} to {max}',
  'problem-malformed':
    'Step {step} of the link, “{word}”, is not written like a step: expected were lower-case letters, digits and hyphens, and ~ before each qualifier.',
  'problem-not-possible': 'Step {step} of the link, “{word}”, is not possible there; possible are: {possible}.',
  'problem-refused': 'Step {step} of the link, “{word}”, is not possible there ({why}); possible are: {possible}.',
  'problem-ambiguous': 'Step {step} of the link, “{word}”, could mean several different things: {matches}.',
  'problem-too-many-steps': 'The link has {steps} steps; at most {max} are replayed, and it stops there.',
  'problem-checksum-differs':
    'This link was made with an older model (its checksum is {came}, here it is {expected}); it was replayed up to step {step}.',
  'problem-at-out-of-range': 'The link points to step “{at}”, but it has {steps} steps, so its end is shown.',
} as const;
