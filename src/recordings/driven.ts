/**
 * Runs that were driven on a whole RocketMQ (`npm run live`): one file for each release, with the broker's settings and the
 * link of every run, loaded when somebody asks for one of them.
 */
import * as v from 'valibot';
import { RecordingSchema, type Recording } from './observation.ts';

export const DrivenSchema = v.object({
  release: v.string(),
  /** What the broker's file said, apart from ports and folders. */
  broker: v.record(v.string(), v.string()),
  command: v.string(),
  runs: v.pipe(
    v.array(
      v.object({
        link: v.string(),
        /** What this run's broker was told beside that. */
        broker: v.optional(v.record(v.string(), v.string())),
        recording: RecordingSchema,
      }),
    ),
    v.minLength(1),
  ),
});

export type Driven = v.InferOutput<typeof DrivenSchema>;

/** The newest release that was driven. */
export const DRIVEN_RELEASE = '5.5.0';

export async function drivenRuns(): Promise<Driven> {
  const { default: data } = await import('./data/driven-5.5.0.json', { with: { type: 'json' } });
  return v.parse(DrivenSchema, data);
}

/** `5.5.0-commit-replayed`, as an address has it; null for what is no driven run. */
export async function drivenRecording(id: string): Promise<Recording | null> {
  if (!id.startsWith(`${DRIVEN_RELEASE}-`)) return null;
  const { runs } = await drivenRuns();
  return runs.find(({ recording }) => `${DRIVEN_RELEASE}-${recording.name}` === id)?.recording ?? null;
}
