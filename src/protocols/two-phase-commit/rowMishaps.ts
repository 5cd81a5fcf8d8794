import type { RowMishap } from '../protocol.ts';

export const rowMishaps: readonly RowMishap[] = [{ kind: 'heuristic-outcome', breaks: ['no-lost', 'no-phantom'] }];
