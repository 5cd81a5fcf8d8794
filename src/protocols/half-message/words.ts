/** What messages, timers and choices are called in links. Never rename one: add an alias in the scenario room instead. */
import { textOf } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import type { Words } from '../protocol.ts';

export const words = {
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
} as const satisfies Words;

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
  'check-throws',
  'purge',
  'commit-rollback',
  'say-null',
  'hand-commit',
  'hand-rollback',
  'op-fails',
  'op-slips',
  'discard-fails',
  'pass-breaks',
  'stop',
  'ask-first',
  'ask-b',
  'ask-c',
  'db-down',
  'db-up',
] as const;

function choiceWord(message: Message): string | null {
  switch (message.type) {
    case 'finish':
      return textOf(message['outcome']);
    case 'answerCheck':
      return `say-${textOf(message['answer']).toLowerCase()}`;
    case 'sendEnd':
      return `send-${textOf(message['state']).toLowerCase()}`;
    case 'sendEndUnasked':
      return `hand-${textOf(message['state']).toLowerCase()}`;
    case 'askNext':
      return textOf(message['producer']).replace('producer', 'ask').replace(/^ask$/, 'ask-first');
    case 'setSendStatus':
      return textOf(message['status']).toLowerCase().replaceAll('_', '-');
    case 'setRejecting':
      return message['rejects'] === true ? 'reject' : 'accept';
    case 'setDatabase':
      return message['isDown'] === true ? 'db-down' : 'db-up';
    default:
      return SIMPLE[message.type] ?? null;
  }
}

/** Choices that say nothing but what they are. */
const SIMPLE: { readonly [type: string]: (typeof choiceWords)[number] } = {
  placeOrder: 'order',
  keepRunning: 'slow',
  answerNothing: 'say-null',
  failNextOp: 'op-fails',
  slipOp: 'op-slips',
  failNextDiscard: 'discard-fails',
  breakPass: 'pass-breaks',
  stopCleanly: 'stop',
  failNextPut: 'put-fails',
  reachOwnCopy: 'discard-now',
  resume: 'resume',
  failConsuming: 'fail',
  failLookUp: 'check-throws',
  purgeRecord: 'purge',
};
