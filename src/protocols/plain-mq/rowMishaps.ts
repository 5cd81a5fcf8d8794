import type { RowMishap } from '../protocol.ts';

export const rowMishaps: readonly RowMishap[] = [
  { kind: 'unroutable', safeguards: ['mandatory'], breaks: ['no-lost'] },
];
