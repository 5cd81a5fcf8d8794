/** How messages in flight look: their short name, fate and the concept stage that sent them. */
import { textOf } from '../../engine/data.ts';
import type { Message } from '../../engine/model.ts';
import type { Fate, PacketLook } from '../protocol.ts';

export function packetLook(message: Message): PacketLook {
  const values = { tx: textOf(message['tx']), offset: textOf(message['offset']) };
  const isCancel = message['event'] === 'cancel';
  const key = isCancel && (message.type === 'publish' || message.type === 'message') ? 'cancel' : message.type;
  return { label: { key: `packet-${key}`, values }, fate: fateOf(message), stage: stageOf(message) };
}

function fateOf(message: Message): Fate {
  switch (message.type) {
    case 'publish':
      return message['isLate'] === true ? 'copy' : 'plain';
    case 'message':
      return 'visible';
    case 'reverse':
      return 'rolled-back';
    case 'returned':
      return 'rolled-back';
    default:
      return 'plain';
  }
}

function stageOf(message: Message): number | null {
  switch (message.type) {
    case 'publish':
      return message['isLate'] === true ? 7 : 2;
    case 'confirm':
    case 'returned':
      return 3;
    case 'message':
      return message['reconsumeTimes'] === 0 ? 4 : 7;
    case 'consumerOffset':
    case 'pointsConfirmed':
      return 6;
    case 'reverse':
      return 7;
    default:
      return null;
  }
}
