/** How long a sentence takes to read, in milliseconds, for a reader who also looks at the picture. */

const READING_MS = { toBegin: 700, perWord: 125, perIdeograph: 72 };

/** Twenty English words, or their like in Chinese, stay between three and four seconds. */
export function readingMs(sentence: string): number {
  const ideographs = sentence.match(IDEOGRAPH)?.length ?? 0;
  const words = sentence.replaceAll(IDEOGRAPH, ' ').match(WORD)?.length ?? 0;
  return READING_MS.toBegin + words * READING_MS.perWord + ideographs * READING_MS.perIdeograph;
}

const IDEOGRAPH = /\p{Script=Han}/gu;
const WORD = /[\p{Letter}\p{Number}]+/gu;
