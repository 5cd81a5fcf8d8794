/** What messages, timers and choices are called in links. Never rename one: add an alias in the scenario room instead. */
import { textOf } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import type { Words } from '../protocol.ts';

export const words: Words = {
  messages: {
    halfMessage: 'half',
    sendResult: 'ok',
    endTransaction: 'end',
    checkTransactionState: 'check',
    message: 'msg',
    consumerOffset: 'ack',
  },
  delays: {
    sendMsgTimeout: 'send-timeout',
    endTransactionDelay: 'return',
    checkLocalTransaction: 'answer',
    heartbeatInterval: 'heartbeat',
    opWrite: 'op',
    transactionTimeOut: 'timeout',
    transactionCheckInterval: 'pass',
    passEnd: 'pass-end',
    persistOffset: 'cursors',
    flushCommitLog: 'flush',
    pullAgain: 'pull',
    retryDelay: 'retry',
    consumeMessage: 'consume',
    secondTransaction: 'second',
    persistConsumerOffset: 'offset',
    consumeAgain: 'again',
    reconnect: 'reconnect',
  },
  choice: choiceWord,
};

/** Every word that `choiceWord` can give. */
export const choiceWords = [
  'order',
  'commit',
  'rollback',
  'unknow',
  'throw',
  'throw-late',
  'slow',
  'say-commit',
  'say-rollback',
  'say-unknow',
  'send-commit',
  'send-rollback',
  'flush-disk-timeout',
  'flush-slave-timeout',
  'slave-not-available',
  'put-fails',
  'reject',
  'accept',
  'discard-now',
  'resume',
  'fail',
] as const;

function choiceWord(message: Message): string | null {
  switch (message.type) {
    case 'placeOrder':
      return 'order';
    case 'finish':
      return textOf(message['outcome']);
    case 'keepRunning':
      return 'slow';
    case 'answerCheck':
      return `say-${textOf(message['answer']).toLowerCase()}`;
    case 'sendEnd':
      return `send-${textOf(message['state']).toLowerCase()}`;
    case 'setSendStatus':
      return textOf(message['status']).toLowerCase().replaceAll('_', '-');
    case 'failNextPut':
      return 'put-fails';
    case 'setRejecting':
      return message['rejects'] === true ? 'reject' : 'accept';
    case 'reachOwnCopy':
      return 'discard-now';
    case 'resume':
      return 'resume';
    case 'failConsuming':
      return 'fail';
    default:
      return null;
  }
}
