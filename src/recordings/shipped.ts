/** The recordings that come with the project: each is loaded when somebody opens it. */
import type { Recording } from './observation.ts';
import { recordingIn } from './readRecording.ts';

export interface ShippedRecording {
  /** Release and name, such as `4.9.8-commit`. */
  readonly id: string;
  /** What was recorded, in words: `RocketMQ 4.9.8`. */
  readonly broker: string;
  readonly load: () => Promise<Recording>;
}

type Data = () => Promise<{ readonly default: unknown }>;

const RELEASES: { readonly [release: string]: string } = {
  '4.9.8': 'RocketMQ 4.9.8',
  '5.3.3': 'RocketMQ 5.3.3 (transaction code)',
};

const DATA: { readonly [id: string]: Data } = {
  '4.9.8-batch': () => import('./data/4.9.8-batch.json', { with: { type: 'json' } }),
  '4.9.8-check-commit-then-local-rollback': () =>
    import('./data/4.9.8-check-commit-then-local-rollback.json', { with: { type: 'json' } }),
  '4.9.8-commit-after-rollback': () => import('./data/4.9.8-commit-after-rollback.json', { with: { type: 'json' } }),
  '4.9.8-commit': () => import('./data/4.9.8-commit.json', { with: { type: 'json' } }),
  '4.9.8-consumer-retry': () => import('./data/4.9.8-consumer-retry.json', { with: { type: 'json' } }),
  '4.9.8-crash': () => import('./data/4.9.8-crash.json', { with: { type: 'json' } }),
  '4.9.8-dup-commit': () => import('./data/4.9.8-dup-commit.json', { with: { type: 'json' } }),
  '4.9.8-end-lost': () => import('./data/4.9.8-end-lost.json', { with: { type: 'json' } }),
  '4.9.8-group-down': () => import('./data/4.9.8-group-down.json', { with: { type: 'json' } }),
  '4.9.8-idle-producer-not-registered': () =>
    import('./data/4.9.8-idle-producer-not-registered.json', { with: { type: 'json' } }),
  '4.9.8-immunity-too-long': () => import('./data/4.9.8-immunity-too-long.json', { with: { type: 'json' } }),
  '4.9.8-orphan-half-after-retry': () =>
    import('./data/4.9.8-orphan-half-after-retry.json', { with: { type: 'json' } }),
  '4.9.8-rollback': () => import('./data/4.9.8-rollback.json', { with: { type: 'json' } }),
  '4.9.8-slow-local-tx': () => import('./data/4.9.8-slow-local-tx.json', { with: { type: 'json' } }),
  '4.9.8-throws': () => import('./data/4.9.8-throws.json', { with: { type: 'json' } }),
  '4.9.8-unknown-forever': () => import('./data/4.9.8-unknown-forever.json', { with: { type: 'json' } }),
  '4.9.8-unknown-then-commit': () => import('./data/4.9.8-unknown-then-commit.json', { with: { type: 'json' } }),
  '5.3.3-batch': () => import('./data/5.3.3-batch.json', { with: { type: 'json' } }),
  '5.3.3-commit': () => import('./data/5.3.3-commit.json', { with: { type: 'json' } }),
  '5.3.3-defaultop-commit-default-op': () =>
    import('./data/5.3.3-defaultop-commit-default-op.json', { with: { type: 'json' } }),
  '5.3.3-defaultop-crash': () => import('./data/5.3.3-defaultop-crash.json', { with: { type: 'json' } }),
  '5.3.3-dup-commit': () => import('./data/5.3.3-dup-commit.json', { with: { type: 'json' } }),
  '5.3.3-rollback': () => import('./data/5.3.3-rollback.json', { with: { type: 'json' } }),
  '5.3.3-slow-local-tx': () => import('./data/5.3.3-slow-local-tx.json', { with: { type: 'json' } }),
  '5.3.3-unknown-then-commit': () => import('./data/5.3.3-unknown-then-commit.json', { with: { type: 'json' } }),
};

export const shippedRecordings: readonly ShippedRecording[] = Object.entries(DATA).map(([id, data]) => ({
  id,
  broker: RELEASES[id.split('-', 1)[0] ?? ''] ?? '',
  load: async () => {
    const read = recordingIn((await data()).default);
    if (!read.ok) throw new Error(`Expected the recording ${id} to be one; got ${JSON.stringify(read.problem)}.`);
    return read.recording;
  },
}));
