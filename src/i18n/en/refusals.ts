import type { Texts } from '../book.ts';

/** Why a step is not possible now, in English. */
export const texts: Texts<'refusals'> = {
  'refusal-unknown-role': 'This protocol has no role {role}.',
  'refusal-unknown-process': 'This protocol has no process {process}.',
  'refusal-no-such-channel': 'There is no such channel between {from} and {to}.',
  'refusal-not-in-flight': '“{message}” is not in flight now.',
  'refusal-not-its-turn': 'An older message is ahead of “{message}”, and this channel keeps the order.',
  'refusal-never-leaves':
    '“{message}” stays in flight for ever: it can be delivered again, but neither lost nor duplicated.',
  'refusal-not-armed': '{role} has no timer “{delay}” running.',
  'refusal-process-crashed': '{process} is down; it has to be restarted first.',
  'refusal-process-running': '{process} is running, so it need not be restarted.',
  'refusal-crash-needs-setting': 'A power loss of {process} is modelled only with {setting} set to {values}.',
  'refusal-never-crashes-so': 'This protocol does not model such a failure of {process}.',
  'refusal-not-expected': '{role} does not expect it in its present state.',
};
