import type { RowMishap } from '../protocol.ts';

export const rowMishaps: readonly RowMishap[] = [
  // What somebody says wrongly nothing protects from.
  { kind: 'wrong-outcome', breaks: ['no-lost'] },
  { kind: 'wrong-answer', breaks: ['no-lost'] },
  { kind: 'discard-put-fails', breaks: ['no-lost'] },
  { kind: 'record-purged', safeguards: ['checker'], breaks: ['no-lost'] },
];
