/** Frames of the remoting protocol (RemotingCommand, NettyDecoder): written with a JSON header, read with both kinds. */
import { headerInBinary, headerInJson, HeaderError, type Header } from './header.ts';

/** One request or answer. */
export interface Frame extends Header {
  readonly body: Buffer;
}

/** NettyDecoder.FRAME_MAX_LENGTH: a longer frame is closed or swallowed by a broker, so it is not even sent. */
export const FRAME_BYTES_MAX = 16_777_216;
const WORD_BYTES = 4;
const HEADER_BYTES_MAX = 0xff_ff_ff;
const FORM = { json: 0, binary: 1 } as const;

/** A frame that no broker sends, or that no broker would read. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

export function writeFrame({ body, ...header }: Frame): Buffer {
  const head = Buffer.from(headerText(header), 'utf8');
  const length = WORD_BYTES + head.length + body.length;
  if (length > FRAME_BYTES_MAX || head.length > HEADER_BYTES_MAX) {
    throw new FrameError(`a frame may have ${FRAME_BYTES_MAX} bytes; this one would have ${length}`);
  }
  const start = Buffer.alloc(2 * WORD_BYTES);
  start.writeInt32BE(length, 0);
  start.writeUInt32BE(FORM.json * 2 ** 24 + head.length, WORD_BYTES);
  return Buffer.concat([start, head, body]);
}

function headerText({ code, language, version, opaque, flag, remark, ext }: Header): string {
  return JSON.stringify({
    code,
    language,
    version,
    opaque,
    flag,
    ...(remark === null ? {} : { remark }),
    extFields: ext,
    serializeTypeCurrentRPC: 'JSON',
  });
}

/** Collects what a socket brings, split and joined as it likes, and gives the frames that are complete. */
export function frameReader(): (chunk: Buffer) => readonly Frame[] {
  let chunks: Buffer[] = [];
  let size = 0;
  /** How many bytes the next frame needs, as far as that is known. */
  let needed = WORD_BYTES;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    const frames: Frame[] = [];
    while (size >= needed) {
      const all = chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks, size);
      chunks = [all];
      const end = WORD_BYTES + lengthIn(all);
      needed = end;
      if (size < end) break;
      frames.push(frameIn(all.subarray(WORD_BYTES, end)));
      const rest = all.subarray(end);
      chunks = [rest];
      size = rest.length;
      needed = WORD_BYTES;
    }
    return frames;
  };
}

function lengthIn(bytes: Buffer): number {
  const length = bytes.readInt32BE(0);
  if (length >= WORD_BYTES && length <= FRAME_BYTES_MAX) return length;
  throw new FrameError(`expected a frame of ${WORD_BYTES} to ${FRAME_BYTES_MAX} bytes; it says ${length}`);
}

/** What follows the length: form and header length, the header, the body. */
function frameIn(bytes: Buffer): Frame {
  const form = bytes.readUInt8(0);
  const headerLength = bytes.readUInt32BE(0) & HEADER_BYTES_MAX;
  const body = bytes.subarray(WORD_BYTES + headerLength);
  if (WORD_BYTES + headerLength > bytes.length) {
    throw new FrameError(`expected a header within ${bytes.length} bytes; it says ${headerLength}`);
  }
  const head = bytes.subarray(WORD_BYTES, WORD_BYTES + headerLength);
  try {
    if (form === FORM.json) return { ...headerInJson(head.toString('utf8')), body };
    if (form === FORM.binary) return { ...headerInBinary(head), body };
  } catch (error) {
    if (error instanceof HeaderError) throw new FrameError(error.message);
    throw error;
  }
  throw new FrameError(`expected a header in JSON (0) or RocketMQ's own form (1); it says ${form}`);
}
