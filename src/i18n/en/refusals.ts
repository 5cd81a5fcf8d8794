import type { RefusalTexts } from '../zh/refusals.ts';

/** Why a step is not possible now, in English. */
export const enRefusals: RefusalTexts = {
  'refusal-unknown-role': 'This protocol has no role {role}.',
  'refusal-unknown-process': 'This protocol has no process {process}.',
  'refusal-no-such-channel': 'There is no such channel between {from} and {to}.',
  'refusal-not-in-flight': 'No “{message}” is in flight now.',
  'refusal-not-its-turn': 'An older message is ahead of “{message}”, and this channel keeps the order.',
  'refusal-never-leaves':
    '“{message}” stays on its way for ever: it can be delivered again, but neither lost nor doubled.',
  'refusal-not-armed': '{role} is not waiting for “{delay}” now.',
  'refusal-process-crashed': '{process} is down; it has to be restarted first.',
  'refusal-process-running': '{process} is running.',
  'refusal-never-crashes-so': 'This protocol does not model such a failure of {process}.',
  'refusal-not-expected': '{role} has no use for it in its present state.',
};
