/** What messages, timers and choices are called in links. Never rename one: add an alias in the scenario room instead. */
import type { Message } from '../../engine/model.ts';
import type { Words } from '../protocol.ts';

export const words = {
  messages: {
    prepare: 'prepare',
    vote: 'vote',
    commit: 'commit',
    abort: 'abort',
    ack: 'ack',
    prepared: 'prepared',
  },
  delays: {
    work: 'work',
    voteTimeout: 'timeout',
    decide: 'decide',
    announce: 'announce',
    recoveryPeriod: 'recover',
    giveUp: 'give-up',
    decideCommit: 'tm-commit',
    decideAbort: 'tm-abort',
  },
  choice: choiceWord,
} as const satisfies Words;

/** Every word that `choiceWord` can give. */
export type ChoiceWord = 'order' | 'refuse' | 'force-commit' | 'force-rollback';

function choiceWord(message: Message): ChoiceWord | null {
  switch (message.type) {
    case 'placeOrder':
      return 'order';
    case 'refuse':
      return 'refuse';
    case 'heuristicCommit':
      return 'force-commit';
    case 'heuristicRollback':
      return 'force-rollback';
    default:
      return null;
  }
}
