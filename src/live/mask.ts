/** What a recording says instead of names, keys and bodies: the same for the same, and nothing of them. */
import { createHmac, randomBytes } from 'node:crypto';

export interface Mask {
  /** An ordinal, in the order in which transactions are first asked for. */
  readonly transaction: (key: string) => string;
  /** Length and a keyed hash: equal bodies stay equal, and short ones cannot be guessed. */
  readonly body: (body: Buffer) => string;
}

const HASH_DIGITS = 12;

export function mask({ showsKeys }: { readonly showsKeys: boolean }): Mask {
  const ordinals = new Map<string, string>();
  const key = randomBytes(32);
  return {
    transaction: (transaction) => {
      if (showsKeys) return transaction;
      const known = ordinals.get(transaction) ?? `t${ordinals.size + 1}`;
      ordinals.set(transaction, known);
      return known;
    },
    body: (body) =>
      `${body.length} bytes ${createHmac('sha256', key).update(body).digest('hex').slice(0, HASH_DIGITS)}`,
  };
}
