import type { StageSpec } from '../protocol.ts';

/** Numbered steps, those that no undisturbed run comes to marked as safety nets. Keeps the numbers: texts are named by them. */
export function numbered<const Numbers extends readonly number[]>(
  numbers: Numbers,
  isSafetyNet: (number: number) => boolean,
): readonly (StageSpec & { readonly number: Numbers[number] })[] {
  return numbers.map((number: Numbers[number]) => ({ number, isSafetyNet: isSafetyNet(number) }));
}
