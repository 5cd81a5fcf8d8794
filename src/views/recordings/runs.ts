/**
 * The shipped recordings as the page lists them, from the usual to the unusual, without their data: the worker loads that.
 * `runs.test.ts` holds the two together. Each run has a title and a sentence in the catalogues.
 */
const OF_BOTH = ['commit', 'rollback', 'batch', 'unknown-then-commit', 'slow-local-tx', 'dup-commit'] as const;

export const releases = [
  {
    release: '4.9.8',
    runs: [
      ...OF_BOTH,
      'throws',
      'unknown-forever',
      'end-lost',
      'idle-producer-not-registered',
      'group-down',
      'check-commit-then-local-rollback',
      'commit-after-rollback',
      'orphan-half-after-retry',
      'immunity-too-long',
      'consumer-retry',
      'crash',
    ],
  },
  {
    release: '5.3.3',
    runs: [...OF_BOTH, 'defaultop-commit-default-op', 'defaultop-crash'],
  },
] as const;

export type Release = (typeof releases)[number]['release'];
export type RunName = (typeof releases)[number]['runs'][number];

/** One recording that came with the project. */
export interface Shipped {
  readonly id: string;
  readonly run: RunName;
  readonly release: Release;
}

export const shipped: readonly Shipped[] = releases.flatMap(({ release, runs }) =>
  runs.map((run) => ({ id: `${release}-${run}`, run, release })),
);
