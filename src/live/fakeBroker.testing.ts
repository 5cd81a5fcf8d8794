/** A small broker on loopback for tests: answers frames as it is told, in the form and the pieces that it is told. */
import { createServer, type Socket } from 'node:net';
import type { Address } from './address.ts';
import { frameReader, writeFrame, type Frame } from './frame.ts';
import { FLAG, type Ext } from './header.ts';

export interface Answer {
  readonly code: number;
  readonly ext?: Ext;
  readonly remark?: string;
  readonly body?: Buffer;
}

export interface FakeBroker {
  readonly address: Address;
  /** Every request that came, in order. */
  readonly asked: readonly Frame[];
  /** Writes to every connection. */
  readonly say: (bytes: Buffer) => void;
  readonly hangUp: () => void;
  readonly close: () => Promise<void>;
}

/** `answer` gives null for what stays unanswered, and raw bytes for what is no answer. */
export function fakeBroker(
  answer: (frame: Frame) => Answer | Buffer | null,
  encode: (frame: Frame) => readonly Buffer[] = (frame) => [writeFrame(frame)],
): Promise<FakeBroker> {
  const sockets = new Set<Socket>();
  const asked: Frame[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    const read = frameReader();
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      for (const frame of read(chunk)) {
        asked.push(frame);
        const answered = answer(frame);
        if (answered === null || (frame.flag & FLAG.oneWay) !== 0) continue;
        const pieces = Buffer.isBuffer(answered) ? [answered] : encode(frameOf(frame, answered));
        for (const piece of pieces) socket.write(piece);
      }
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const told = server.address();
      const port = told !== null && typeof told === 'object' ? told.port : 0;
      const hangUp = (): void => sockets.forEach((socket) => socket.destroy());
      resolve({
        address: { host: '127.0.0.1', port },
        asked,
        say: (bytes) => sockets.forEach((socket) => socket.write(bytes)),
        hangUp,
        close: () => {
          hangUp();
          return new Promise((closed) => server.close(() => closed()));
        },
      });
    });
  });
}

function frameOf({ opaque }: Frame, { code, ext = {}, remark, body = Buffer.alloc(0) }: Answer): Frame {
  const flag = FLAG.answer;
  return { code, language: 'JAVA', version: 479, opaque, flag, remark: remark ?? null, ext, body };
}

/** The binary form, in which 4.9 answers a binary request. */
export function binaryFrame({ code, version, opaque, flag, remark, ext, body }: Frame): Buffer {
  const text = Buffer.from(remark ?? '', 'utf8');
  const fields = Buffer.concat(
    Object.entries(ext).flatMap(([name, value]) => [sized(2, Buffer.from(name)), sized(4, Buffer.from(value))]),
  );
  const start = Buffer.alloc(13);
  start.writeInt16BE(code, 0);
  start.writeInt16BE(version, 3);
  start.writeInt32BE(opaque, 5);
  start.writeInt32BE(flag, 9);
  const head = Buffer.concat([start, sized(4, text), sized(4, fields)]);
  const before = Buffer.alloc(8);
  before.writeInt32BE(4 + head.length + body.length, 0);
  before.writeUInt32BE(2 ** 24 + head.length, 4);
  return Buffer.concat([before, head, body]);
}

function sized(bytes: 2 | 4, content: Buffer): Buffer {
  const size = Buffer.alloc(bytes);
  size.writeUIntBE(content.length, 0, bytes);
  return Buffer.concat([size, content]);
}
