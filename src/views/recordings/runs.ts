/**
 * The shipped recordings as the page lists them, from the usual to the unusual, without their data: the worker loads that.
 * Of the runs that were driven on a whole broker, the most telling.
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
  // driven: a few of many
  {
    release: '5.5.0',
    runs: [
      'flush-timeout',
      'put-fails',
      'half-doubled',
      'check-while-next-is-sent',
      'unregistered-while-asked-and-sending',
      'kill-after-copy',
      'kill-with-rollback-in-memory',
      'clean-stop',
      'answer-after-discard',
      'discard-put-fails',
      'delivery-lost',
      'offset-lost',
    ],
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
