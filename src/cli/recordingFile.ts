/** The bytes of a file or a pipe as text: bounded, never waiting for ever, undone where gzip compressed them. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { cliText } from './cliText.ts';
import { recordingProblemText } from '../i18n/recordingText.ts';
import type { Lang } from '../i18n/languages.ts';
import { isGzip, textOf } from '../recordings/encoding.ts';
import { BYTES_MAX, TEXT_MAX } from '../recordings/readRecording.ts';

export type FileText = { readonly text: string } | { readonly complaint: string };

export function textOfFile(lang: Lang, file: string): FileText {
  const unreadable = (reason: string): FileText => {
    return { complaint: cliText(lang, 'cli-conform-unreadable', { file, reason }) };
  };
  try {
    const read = bytesOf(file);
    if (typeof read === 'string')
      return unreadable(cliText(lang, `cli-conform-${read}`, { seconds: PATIENCE_MS / 1_000 }));
    const bytes = isGzip(read) ? unzipped(read) : read;
    if (bytes === null) return unreadable(cliText(lang, 'cli-conform-bad-gzip', { code: 'Z_DATA_ERROR' }));
    if (bytes.length <= BYTES_MAX) return { text: textOf(bytes) };
    const problem = recordingProblemText(lang, { kind: 'too-large', max: TEXT_MAX });
    return { complaint: cliText(lang, 'cli-conform-bad-file', { file, problem }) };
  } catch (error) {
    return unreadable(error instanceof Error && 'code' in error ? String(error.code) : String(error));
  }
}

/** Up to one byte more than is read of any recording. */
function bytesOf(file: string): Uint8Array | 'device' | 'folder' | 'silent' {
  // a pipe that nobody writes to would otherwise not even open
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const status = fstatSync(handle);
    if (status.isDirectory()) return 'folder';
    if (status.isCharacterDevice() || status.isBlockDevice()) return 'device';
    const bytes = Buffer.alloc(BYTES_MAX + 1);
    let size = 0;
    let waitedMs = 0;
    while (size < bytes.length) {
      const count = readOrWait(handle, bytes, size);
      if (count === 0) break;
      if (count === null) {
        waitedMs += WAIT_MS;
        if (waitedMs > PATIENCE_MS) return 'silent';
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
      } else {
        size += count;
        waitedMs = 0;
      }
    }
    return bytes.subarray(0, size);
  } finally {
    closeSync(handle);
  }
}

const WAIT_MS = 20;
const PATIENCE_MS = 10_000;

/** Null while a pipe has nothing yet. */
function readOrWait(handle: number, bytes: Uint8Array, at: number): number | null {
  try {
    return readSync(handle, bytes, at, bytes.length - at, null);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return null;
    throw error;
  }
}

/** Null where it is broken; a bomb is cut off behind what is read of any recording. */
function unzipped(bytes: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: BYTES_MAX + 1 });
  } catch (error) {
    if (error instanceof RangeError) return new Uint8Array(BYTES_MAX + 1);
    return null;
  }
}
