/** From the bytes of a file to its text: with or without a byte order mark, in UTF-8 or UTF-16, with any line ends. */

/** Whether these bytes are compressed by gzip, which whoever reads the file has to undo first. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** What no decoder knows becomes a replacement character, which no line of a log has. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** By the mark at the beginning; without one, by the zero bytes that letters have in UTF-16. */
function encodingOf([first, second, third, fourth]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && fourth === 0 && first !== 0) return 'utf-16le';
  return first === 0 && third === 0 && second !== 0 ? 'utf-16be' : 'utf-8';
}

/** One way to end lines, and no mark; for texts that did not come as bytes. */
export function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}
