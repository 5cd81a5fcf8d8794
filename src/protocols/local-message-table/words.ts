/** What messages, timers and choices are called in links. Never rename one: add an alias in the scenario room instead. */
import { textOf } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import type { Words } from '../protocol.ts';

export const words = {
  messages: {
    publish: 'pub',
    confirm: 'ok',
    returned: 'returned',
    message: 'msg',
    consumerOffset: 'ack',
    pointsConfirmed: 'done',
    reverse: 'reverse',
  },
  delays: {
    secondWrite: 'second-write',
    afterCommitSend: 'wake',
    pollInterval: 'poll',
    tailInterval: 'tail',
    publishDelay: 'send',
    confirmTimeout: 'confirm-timeout',
    markDelay: 'mark',
    minimumAge: 'age',
    backoff: 'backoff',
    confirmationOverdue: 'overdue',
    leaseTime: 'lease',
    replicationLag: 'replicate',
    flushLog: 'flush',
    dedupWindow: 'window',
    pullAgain: 'pull',
    retryDelay: 'retry',
    consumeMessage: 'consume',
    secondTransaction: 'second',
    reply: 'reply',
    persistConsumerOffset: 'offset',
    consumeAgain: 'again',
    reconnect: 'reconnect',
  },
  choice: choiceWord,
} as const satisfies Words;

/** Every word that `choiceWord` can give. */
export const choiceWords = [
  'order',
  'join',
  'commit',
  'rollback',
  'slow',
  'cancel',
  'replay',
  'spoil',
  'mend',
  'failover',
  'lose-position',
  'unroute',
  'fail',
  'refuse',
  'purge',
  'db-down',
  'db-up',
] as const;

function choiceWord(message: Message): (typeof choiceWords)[number] | null {
  switch (message.type) {
    case 'placeOrder':
      return message['in'] === undefined ? 'order' : 'join';
    case 'finish':
      return textOf(message['outcome']) === 'rollback' ? 'rollback' : 'commit';
    case 'keepRunning':
      return 'slow';
    case 'cancelOrder':
      return 'cancel';
    case 'replay':
      return 'replay';
    case 'spoil':
      return 'spoil';
    case 'mend':
      return 'mend';
    case 'failover':
      return 'failover';
    case 'losePosition':
      return 'lose-position';
    case 'loseNext':
      return 'unroute';
    case 'failConsuming':
      return 'fail';
    case 'setDatabase':
      return message['isDown'] === true ? 'db-down' : 'db-up';
    case 'refuseOrder':
      return 'refuse';
    case 'purgeMarker':
      return 'purge';
    default:
      return null;
  }
}
