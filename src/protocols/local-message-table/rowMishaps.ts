import type { RowMishap } from '../protocol.ts';

export const rowMishaps: readonly RowMishap[] = [
  { kind: 'failover', safeguards: ['database'], breaks: ['no-phantom'] },
  { kind: 'position-lost', safeguards: ['relay'], breaks: ['no-lost'] },
  { kind: 'unroutable', safeguards: ['mandatory'], breaks: ['no-lost'] },
  { kind: 'order-cancelled', safeguards: ['tombstone'], breaks: ['no-phantom'] },
  { kind: 'consumer-refuses', safeguards: ['confirm'], breaks: ['no-lost'] },
];
