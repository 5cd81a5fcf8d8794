/** How messages in flight look: their short name, fate and the concept stage that sent them. */
import { textOf } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import type { Fate, PacketLook } from '../protocol.ts';

export function packetLook(message: Message): PacketLook {
  const values = {
    tx: textOf(message['tx']),
    state: textOf(message['state']),
    status: textOf(message['status']),
    offset: textOf(message['offset']),
  };
  return { label: { key: `packet-${message.type}`, values }, fate: fateOf(message), stage: stageOf(message) };
}

function fateOf(message: Message): Fate {
  switch (message.type) {
    case 'halfMessage':
      return 'half';
    case 'message':
      return 'visible';
    case 'checkTransactionState':
      return 'copy';
    case 'endTransaction':
      if (message['fromCheck'] === true && message['state'] === 'UNKNOW') return 'copy';
      return message['state'] === 'ROLLBACK' ? 'rolled-back' : 'plain';
    default:
      return 'plain';
  }
}

function stageOf(message: Message): number | null {
  switch (message.type) {
    case 'halfMessage':
      return 1;
    case 'sendResult':
      return 2;
    case 'endTransaction':
      return message['fromCheck'] === true ? 8 : 4;
    case 'message':
      return message['reconsumeTimes'] === 0 ? 5 : 9;
    case 'consumerOffset':
      return 7;
    case 'checkTransactionState':
      return 8;
    default:
      return null;
  }
}
