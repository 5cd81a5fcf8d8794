/** What page and worker say to each other about loads. */
import type { Measures } from './measures.ts';
import type { OrderLog } from './notable.ts';
import type { Program } from './operation.ts';
import type { Series } from './series.ts';
import type { LoadScenario } from './settings.ts';

export interface LoadRequest {
  readonly id: number;
  readonly scenario: LoadScenario;
  /** Only a part of a steady load, for a first answer. */
  readonly isCoarse: boolean;
}

/** One protocol under the load. */
export interface LoadResult {
  readonly measures: Measures;
  readonly series: Series;
  /** Null where nobody is counted one by one: of a fluid. */
  readonly log: OrderLog | null;
  readonly program: Program;
  readonly isCoarse: boolean;
}

export type LoadReply =
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'result'; readonly id: number; readonly results: readonly LoadResult[] }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
