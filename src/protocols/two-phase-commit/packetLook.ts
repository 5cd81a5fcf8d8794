/** How messages in flight look: their short name, fate and the concept stage that sent them. */
import { textOf } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import type { Fate, PacketLook } from '../protocol.ts';

export function packetLook(message: Message): PacketLook {
  const isNo = message['answer'] === 'no';
  const key = isNo ? 'packet-vote-no' : `packet-${message.type}`;
  return { label: { key, values: { tx: textOf(message['tx']) } }, fate: fateOf(message), stage: stageOf(message) };
}

function fateOf(message: Message): Fate {
  switch (message.type) {
    case 'vote':
      return message['answer'] === 'no' ? 'rolled-back' : 'half';
    case 'prepared':
      return 'half';
    case 'commit':
      return message['isRepeated'] === true ? 'copy' : 'visible';
    case 'abort':
      return 'rolled-back';
    default:
      return 'plain';
  }
}

function stageOf(message: Message): number | null {
  switch (message.type) {
    case 'prepare':
      return 1;
    case 'vote':
    case 'prepared':
      return 2;
    case 'commit':
    case 'abort':
      return message['isRepeated'] === true ? 6 : 4;
    case 'ack':
      return 5;
    default:
      return null;
  }
}
