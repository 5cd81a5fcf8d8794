/** Claims about two- and three-phase commit, in English. */
export const texts = {
  'half-told-is-inconsistent-claim':
    'If in the second phase only some participants receive the commit, the data are inconsistent.',
  'half-told-is-inconsistent-ask':
    'One participant received the commit, the other did not, then the coordinator crashes. What does the other one do?',
  'half-told-is-inconsistent-a': 'It rolls back after a timeout',
  'half-told-is-inconsistent-b': 'It stays different for ever',
  'half-told-is-inconsistent-c': 'It waits, and commits when told',
  'half-told-is-inconsistent-why':
    'One commit is lost, and the coordinator sends it again from its log: late, but consistent. Only a forced manual rollback goes wrong.',
  'half-told-is-inconsistent-say': 'Two-phase commit does not disagree, it waits.',
  'it-locks-out-others-claim':
    'XA holds locks at every branch until the decision arrives, so one crashed coordinator stops customers who have nothing to do with its transaction.',
  'it-locks-out-others-ask':
    'Both have voted yes, and the coordinator has crashed. What becomes of a second order for the same row?',
  'it-locks-out-others-a': 'It goes through',
  'it-locks-out-others-b': 'It rolls the first one back',
  'it-locks-out-others-c': 'It is refused or waits',
  'it-locks-out-others-why':
    'A prepared branch may neither commit nor abort by itself and keeps its rows locked; the second order is refused.',
  'it-locks-out-others-say':
    'Two-phase commit pays for agreement with waiting: locks last as long as the slowest to answer.',
  'three-phases-cure-blocking-claim':
    'Three-phase commit cures blocking: after the pre-commit each participant can decide alone when the coordinator is unreachable.',
  'three-phases-cure-blocking-ask':
    'A participant that has pre-committed receives nothing more and commits. Is that safe?',
  'three-phases-cure-blocking-a': 'Always',
  'three-phases-cure-blocking-b': 'Never',
  'three-phases-cure-blocking-c': 'Only if it cannot be cut off from the others',
  'three-phases-cure-blocking-why':
    'There is no three-phase commit in this model; the wait that it is meant to remove is this one: both have voted yes, and the coordinator has crashed.',
  'three-phases-cure-blocking-say':
    'Three-phase commit trades waiting for a guess, and the guess fails when the network splits.',
} as const;
