/** What messages, timers and choices are called in links. Never rename one: add an alias in the scenario room instead. */
import type { Message } from '../../engine/model.ts';
import type { Words } from '../protocol.ts';

export const words = {
  messages: { publish: 'pub', confirm: 'ok', returned: 'returned', message: 'msg', consumerOffset: 'ack' },
  delays: {
    publishDelay: 'send',
    publishTimeout: 'timeout',
    retryPause: 'pause',
    flushLog: 'flush',
    dedupWindow: 'window',
    pullAgain: 'pull',
    retryDelay: 'retry',
    consumeMessage: 'consume',
    secondTransaction: 'second',
    persistConsumerOffset: 'offset',
    consumeAgain: 'again',
    reconnect: 'reconnect',
  },
  choice: choiceWord,
} as const satisfies Words;

/** Every word that `choiceWord` can give. */
export const choiceWords = ['order', 'commit', 'rollback', 'unroute', 'fail', 'db-down', 'db-up'] as const;

function choiceWord(message: Message): (typeof choiceWords)[number] | null {
  switch (message.type) {
    case 'placeOrder':
      return 'order';
    case 'finish':
      return message['outcome'] === 'rollback' ? 'rollback' : 'commit';
    case 'loseNext':
      return 'unroute';
    case 'failConsuming':
      return 'fail';
    case 'setDatabase':
      return message['isDown'] === true ? 'db-down' : 'db-up';
    default:
      return null;
  }
}
