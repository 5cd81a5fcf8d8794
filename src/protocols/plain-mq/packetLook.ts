/** How messages in flight look: their short name, fate and the concept stage that sent them. */
import { textOf } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import type { Fate, PacketLook } from '../protocol.ts';

export function packetLook(message: Message): PacketLook {
  const values = { tx: textOf(message['tx']), offset: textOf(message['offset']) };
  return { label: { key: `packet-${message.type}`, values }, fate: fateOf(message), stage: stageOf(message) };
}

function fateOf(message: Message): Fate {
  switch (message.type) {
    case 'publish':
      return message['isLate'] === true ? 'copy' : 'plain';
    case 'message':
      return 'visible';
    case 'returned':
      return 'rolled-back';
    default:
      return 'plain';
  }
}

function stageOf(message: Message): number | null {
  switch (message.type) {
    case 'publish':
    case 'confirm':
    case 'returned':
      return 2;
    case 'message':
    case 'consumerOffset':
      return 3;
    default:
      return null;
  }
}
